import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { drawChart } from '../../src/charts/draw';
import { htmlReport } from '../../src/exports/html/report';
import type { ChartDocument } from '../../src/charts/options';
import { launchBrowser } from '../harness/browser';
import { RICH } from '../unit/exports/rich-view';
import { axeFindings } from './open-page';

let browser: Browser;
let html = '';
const { document } = parseHTML('<html></html>') as unknown as { document: ChartDocument };

beforeAll(async () => {
  browser = await launchBrowser();
  html = await htmlReport(RICH, {
    root: '/project',
    draw: ({ chart, ...block }) => drawChart(chart, { document, width: 860, ...block })?.outerHTML,
  });
});
afterAll(() => browser.close());

async function open(colorScheme: 'light' | 'dark', width: number, faults: string[]): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.setContent(html);
  return page;
}

const FOLDER = process.env['HOLDOUT_PICTURES'];

test.each([
  ['light', 1000],
  ['dark', 1000],
  ['light', 400],
] as const)(
  'the exported file in %s, %i pixels wide, is accessible and breaks no rule of its policy',
  async (scheme, width) => {
    const faults: string[] = [];
    const page = await open(scheme, width, faults);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    // The page itself never scrolls sideways; wide tables do.
    expect(await page.evaluate(() => window.document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (FOLDER !== undefined) {
      mkdirSync(FOLDER, { recursive: true });
      await page.screenshot({ path: join(FOLDER, `export-${scheme}-${width}.png`), fullPage: true });
    }
    await page.context().close();
  },
);

test('printed, every table of a chart is there', async () => {
  const page = await open('dark', 1000, []);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('details table').first().isVisible()).toBe(true);
  const ground = await page.evaluate(() => getComputedStyle(window.document.body).backgroundColor);
  expect(ground).toBe('rgb(255, 255, 255)');
  await page.context().close();
});
