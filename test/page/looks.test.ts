import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Figure, Section, TableBlock } from '../../src/reports/document';
import { drawAll, region, useMetricsPage } from './metrics-page';
import { SECTIONS } from './sections';
import { THEMES } from './themes';
import { VIEW } from './view';

const { show, said } = useMetricsPage();

describe.each(THEMES)('a picture that is saved in the $name theme', theme => {
  test('can be read on the ground that it has itself', async () => {
    const page = await show({ theme });
    for (const button of await page.getByRole('button', { name: /^Save as SVG/ }).all()) {
      await button.click();
      const { picture } = (await said()) as { picture: { name: string; data: string } };
      const { ground, colours } = await coloursOf(page, picture.data);
      expect(ground, picture.name).toBe('#ffffff');
      expect(colours.length, picture.name).toBeGreaterThan(3);
      for (const { colour, isText } of colours)
        expect(contrast(colour, ground), `${picture.name}: ${colour}`).toBeGreaterThanOrEqual(
          isText ? 4.5 : 3,
        );
    }
  });

  test('as PNG is on white', async () => {
    const page = await show({ theme });
    await page
      .getByRole('button', { name: /^Save as PNG/ })
      .first()
      .click();
    await expect.poll(said).toMatchObject({ type: 'save', picture: { format: 'png' } });
    const { picture } = (await said()) as { picture: { data: string } };
    expect(await firstPixel(page, picture.data)).toEqual([255, 255, 255, 255]);
  });
});

interface Coloured {
  readonly colour: string;
  readonly isText: boolean;
}

/** The ground of a picture, and what is drawn on it at full strength; what is the ground itself is the halo of words. */
function coloursOf(page: Page, svg: string): Promise<{ ground: string; colours: readonly Coloured[] }> {
  return page.evaluate(text => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const ground = root.querySelector(':scope > rect')?.getAttribute('fill') ?? '';
    const inherited = (element: Element, name: string): string | null =>
      element.closest(`[${name}]`)?.getAttribute(name) ?? null;
    const colours = [...root.querySelectorAll('text, path, line, rect, circle')].flatMap(element => {
      const isText = element.tagName === 'text';
      return (isText ? ['fill'] : ['fill', 'stroke']).flatMap(name => {
        const colour = inherited(element, name);
        const opacity = Number(inherited(element, `${name}-opacity`) ?? 1);
        const isDrawn = colour !== null && colour.startsWith('#') && colour !== ground && opacity === 1;
        return isDrawn ? [{ colour, isText }] : [];
      });
    });
    return { ground, colours };
  }, svg);
}

function firstPixel(page: Page, png: string): Promise<number[]> {
  return page.evaluate(async data => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  }, png);
}

/** WCAG's contrast of two colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const figure = (value: number): Figure => ({
  kind: 'figure',
  text: String(value),
  value,
  n: 1400,
  certainty: { low: 0.1234, high: 0.5678, level: 0.95, method: 'wilson', text: '0.123 – 0.568' },
});

const WIDE: TableBlock = {
  kind: 'table',
  id: 'wide',
  title: 'Many figures',
  columns: [
    'Figure',
    'train',
    'validation',
    'test',
    'The rows of training less those of test',
    'Nobody knows',
  ].map((title, at) => ({ title, ...(at > 0 && { isNumber: true as const }) })),
  rows: [{ cells: ['Recall', figure(0.5), figure(0.4), figure(0.3), figure(0.2), '—'] }],
};

const WITH_TABLE: readonly Section[] = [
  { id: 'many', title: 'Many', blocks: [WIDE] },
  ...SECTIONS.filter(({ id }) => id === 'task'),
];

describe('in a narrow window', () => {
  test('a row is a list: names of columns are whole, and what is not known is not listed', async () => {
    const page = await show({ width: 400, view: { ...VIEW, sections: WITH_TABLE } });
    const row = region(page, 'Many').locator('tbody tr');
    expect(await row.locator('td').nth(4).isVisible()).toBe(false);
    const [long, next] = [await boxOf(row.locator('td').nth(3)), await boxOf(row.locator('td').nth(2))];
    // Its name takes three lines, and the cell is as high as they are.
    expect(long.height).toBeGreaterThan(1.8 * next.height);
  });
});

describe('in a wide window', () => {
  test('a figure’s rows go below its interval where there are many figures', async () => {
    const page = await show({ width: 1000, view: { ...VIEW, sections: WITH_TABLE } });
    const detail = region(page, 'Many').locator('.detail').first();
    expect(await detail.innerText()).toBe('0.123 – 0.568\nn = 1,400');
  });

  test('curves that follow each other stand side by side, and below each other where there is no room', async () => {
    const page = await show({ width: 1000, view: { ...VIEW, sections: WITH_TABLE } });
    const pair = async (): Promise<readonly [Box, Box]> => {
      await drawAll(page);
      const charts = page.locator('.charts figure');
      return [await boxOf(charts.nth(0)), await boxOf(charts.nth(1))];
    };
    const [left, right] = await pair();
    expect(right.y).toBe(left.y);
    expect(right.x).toBeGreaterThan(left.x + left.width);
    await page.setViewportSize({ width: 600, height: 760 });
    const [first, second] = await pair();
    expect(second.x).toBe(first.x);
    expect(second.y).toBeGreaterThan(first.y + first.height - 1);
  });
});

test('a table that goes on beyond its edge says so in every theme', async () => {
  for (const theme of THEMES) {
    const page = await show({ theme, width: 590, view: { ...VIEW, sections: WITH_TABLE } });
    const scroller = region(page, 'Many').locator('.scroller');
    await expect.poll(() => scroller.getAttribute('class')).toContain('is-scrolling');
    const [image, edge] = await scroller.evaluate(one => {
      const style = getComputedStyle(one);
      return [style.backgroundImage, style.borderInlineEndStyle];
    });
    expect(theme.name.startsWith('high-contrast') ? edge : image).toMatch(/dashed|gradient/);
    await page.context().close();
  }
});

test('every kind of heading comes in order, and tables have captions and scopes', async () => {
  const page = await show();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll(all => all.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels[0]).toBe(1);
  levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
  const bare = await page
    .locator('table')
    .evaluateAll(
      all =>
        all.filter(
          table =>
            !table.querySelector('caption')?.textContent || table.querySelector('th:not([scope])') !== null,
        ).length,
    );
  expect(bare).toBe(0);
});

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not there');
  return box;
}
