import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LARGE } from './large-view';
import { drawAll, useMetricsPage } from './metrics-page';
import { axeFindings } from './open-page';
import { THEMES } from './themes';

const report = useMetricsPage();

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

describe('sixty metrics and two hundred slices', () => {
  test.each([
    ['320 pixels, as at 400 %', 320],
    ['640 pixels, as at 200 %', 640],
  ])('within %s the page never scrolls sideways', async (_, width) => {
    const page = await report.show({ view: LARGE, width });
    await drawAll(page);
    expect(await widthOf(page)).toBeLessThanOrEqual(width);
    const table = page.locator('.scroller.is-scrolling').first();
    expect(await table.getAttribute('tabindex')).toBe('0');
  });

  test.each(THEMES)('in $name axe finds nothing serious', async theme => {
    const page = await report.show({ view: LARGE, theme, width: 900 });
    expect(await axeFindings(page)).toEqual([]);
  });

  test('names that run from right to left keep their order, and end in no other cell', async () => {
    const page = await report.show({ view: LARGE, width: 1400 });
    const cell = page.getByRole('rowheader', { name: /دقة/ }).first();
    const [box, next] = await Promise.all([
      cell.boundingBox(),
      cell.locator('xpath=following-sibling::td[1]').boundingBox(),
    ]);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((next?.x ?? 0) + 1);
  });
});

describe('in forced colours', () => {
  test('charts take the colours of the system', async () => {
    const page = await report.show({ forcedColors: 'active' });
    await drawAll(page);
    const [text, fill] = await page.evaluate(() => {
      const probe = document.createElement('p');
      probe.style.color = 'CanvasText';
      document.body.append(probe);
      const svg = document.querySelector('.picture svg');
      return [getComputedStyle(probe).color, svg && getComputedStyle(svg).fill];
    });
    expect(fill).toBe(text);
    expect(await axeFindings(page)).toEqual([]);
  });
});
