import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { drawChart } from '../../src/charts/draw';
import { htmlReport } from '../../src/exports/html/report';
import type { ChartDocument } from '../../src/charts/options';
import { launchBrowser } from '../harness/browser';
import type { ExportOptions } from '../../src/exports/options';
import { RICH } from '../unit/exports/rich-view';
import { LARGE } from './large-view';
import { axeFindings } from './open-page';

let browser: Browser;
let html = '';
let large = '';
const { document } = parseHTML('<html></html>') as unknown as { document: ChartDocument };

beforeAll(async () => {
  browser = await launchBrowser();
  const options: ExportOptions = {
    root: '/project',
    draw: ({ chart, ...block }) => drawChart(chart, { document, width: 860, ...block })?.outerHTML,
  };
  [html, large] = await Promise.all([htmlReport(RICH, options), htmlReport(LARGE, options)]);
});
afterAll(() => browser.close());

interface Opening {
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly width?: number;
  readonly content?: string;
}

async function open(
  { width = 1000, content = html, ...context }: Opening,
  faults: string[] = [],
): Promise<Page> {
  const opened = await browser.newContext({ ...context, viewport: { width, height: 800 } });
  const page = await opened.newPage();
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.setContent(content);
  return page;
}

const widthOf = (page: Page): Promise<number> =>
  page.evaluate(() => window.document.documentElement.scrollWidth);

const FOLDER = process.env['HOLDOUT_PICTURES'];

test.each([
  ['light', 1000],
  ['dark', 1000],
  ['light', 400],
] as const)(
  'the exported file in %s, %i pixels wide, is accessible and breaks no rule of its policy',
  async (colorScheme, width) => {
    const faults: string[] = [];
    const page = await open({ colorScheme, width }, faults);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    // The page itself never scrolls sideways; wide tables do.
    expect(await widthOf(page)).toBeLessThanOrEqual(width);
    if (FOLDER !== undefined) {
      mkdirSync(FOLDER, { recursive: true });
      await page.screenshot({ path: join(FOLDER, `export-${colorScheme}-${width}.png`), fullPage: true });
    }
    await page.context().close();
  },
);

test('printed, every table of a chart is there', async () => {
  const page = await open({ colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('details table').first().isVisible()).toBe(true);
  const ground = await page.evaluate(() => getComputedStyle(window.document.body).backgroundColor);
  expect(ground).toBe('rgb(255, 255, 255)');
  await page.context().close();
});

test.each([
  ['320 pixels, as at 400 %', 320],
  ['640 pixels, as at 200 %', 640],
])(
  'sixty metrics and two hundred slices within %s: only tables scroll, by keyboard too',
  async (_, width) => {
    const page = await open({ width, content: large });
    expect(await widthOf(page)).toBeLessThanOrEqual(width);
    expect(await axeFindings(page)).toEqual([]);
    const table = page.getByRole('region', { name: /^Table: / }).first();
    expect(await table.evaluate(one => one.scrollWidth > one.clientWidth)).toBe(true);
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate(one => one.scrollLeft)).toBeGreaterThan(0);
    // What lies beyond an edge throws a shadow on it.
    const shadows = await table.evaluate(one => getComputedStyle(one).backgroundAttachment);
    expect(shadows).toMatch(/local, local, scroll, scroll/);
    await page.context().close();
  },
);

test.each(['light', 'dark'] as const)(
  'in forced colours over %s, charts and signs take them',
  async colorScheme => {
    const page = await open({ colorScheme, forcedColors: 'active', width: 600 });
    expect(await axeFindings(page)).toEqual([]);
    const [ground, text, chart] = await page.evaluate(() => {
      const probe = window.document.createElement('p');
      probe.style.color = 'CanvasText';
      probe.style.backgroundColor = 'Canvas';
      window.document.body.append(probe);
      const { backgroundColor, color } = getComputedStyle(probe);
      const svg = window.document.querySelector('figure svg');
      const { fill, backgroundColor: own } = getComputedStyle(svg ?? probe);
      return [backgroundColor, color, { fill, own }];
    });
    expect(chart).toEqual({ fill: text, own: ground });
    expect(
      await page
        .locator('.scroller')
        .first()
        .evaluate(one => getComputedStyle(one).borderInlineStartStyle),
    ).toBe('dashed');
    await page.context().close();
  },
);
