import { describe, expect, test } from 'vitest';
import type { ReportView } from '../../src/reports/view';
import { changed, drawAll, focused, region, useMetricsPage } from './metrics-page';
import { axeFindings } from './open-page';
import { HEBREW, MARKUP, SECTIONS, slices } from './sections';
import { THEMES } from './themes';
import { MEGABYTES } from './paint-view';
import { VIEW } from './view';

const report = useMetricsPage();
const { open, show, send, said } = report;

const PROJECT = VIEW.project.file;

describe.each(THEMES)('in $name', theme => {
  test.each([400, 1000, 1400])('axe finds nothing serious at %i pixels', async width => {
    const page = await show({ theme, width });
    await drawAll(page);
    await page.evaluate(() => document.querySelectorAll('details').forEach(one => (one.open = true)));
    expect(await page.getByRole('img').count()).toBe(11);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('nor on the pages without a report', async () => {
    const page = await open({ theme });
    await send({ type: 'gone', message: 'The project is not there any more.' });
    await page.getByRole('alert').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await send({ type: 'report', view: { ...VIEW, metrics: [], sections: SECTIONS.slice(-2) } });
    await page.getByRole('heading', { name: 'No metrics yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('what it shows', () => {
  test('the counts of verdicts, and the summary once', async () => {
    const page = await show();
    const cards = await page.getByRole('list', { name: 'Verdicts' }).getByRole('listitem').allInnerTexts();
    expect(cards.map(card => card.replace(/\s+/g, ' '))).toEqual([
      '2 met',
      '1 not met',
      '1 undecided',
      '1 unknown',
    ]);
    expect(await page.getByText(VIEW.summary.text).count()).toBe(1);
  });

  test('figures with interval, rows, and notes on how they were computed', async () => {
    const page = await show();
    const verdict = region(page, 'Verdict');
    const rows = await verdict.getByRole('row').allInnerTexts();
    expect(rows[1]?.trim().split(/\s*[\t\n]+\s*/)).toEqual([
      'recall (test)',
      'undecided',
      '0.9302',
      'note',
      'a',
      '0.814 – 0.976',
      'n = 43',
      '≥ 0.9',
      '0.62, beaten',
      '0.9302 is ≥ 0.9, but the 95 % interval 0.814 – 0.976 reaches to both sides of the target.',
    ]);
    expect(await verdict.locator('.notes > li').allInnerTexts()).toEqual([
      'a\n95 % interval: Wilson score interval',
      'b\nNo interval: the source gives no counts.',
    ]);
    await verdict.locator('.notes summary').focus();
    await page.keyboard.press('Enter');
    await verdict.getByText('For k successes in n rows').waitFor({ state: 'visible' });
  });

  test('notices with their severity as a word, and where they are', async () => {
    const page = await show();
    const items = region(page, 'Before you trust these numbers').getByRole('listitem');
    expect(await items.count()).toBe(3);
    expect(await items.first().innerText()).toMatch(/^error:\s+auc is NaN in metrics.json/);
    await items.nth(1).getByRole('button', { name: 'Show' }).click();
    expect(await said()).toMatchObject({ type: 'open', place: { range: { start: { line: 6 } } } });
  });

  test('facts, and what would bring more', async () => {
    const page = await show();
    expect(await region(page, 'Where the numbers come from').locator('dt').allInnerTexts()).toEqual([
      'Run',
      'Commit',
      'File',
      'Rows',
    ]);
    const missing = region(page, 'What would make this report say more');
    expect(await missing.locator('dt').allInnerTexts()).toEqual(['Business', 'Looks at the test set']);
  });

  test('names from files as text, never as markup, from right to left where they are', async () => {
    const page = await show();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.getByText(MARKUP).count()).toBeGreaterThan(0);
    const name = page.locator('bdi', { hasText: HEBREW }).first();
    expect(await name.evaluate(one => getComputedStyle(one).unicodeBidi)).toBe('isolate');
  });

  test('icons by their font', async () => {
    const page = await show();
    const loaded = await page.evaluate(async () => (await document.fonts.load('16px codicon')).length);
    expect(loaded).toBe(1);
    const icon = page.locator('.codicon-pass-filled').first();
    expect(await icon.evaluate(one => getComputedStyle(one, '::before').content)).not.toBe('none');
  });

  test.each([320, 400, 700, 1000, 1400])('nothing wider than a window of %i pixels', async width => {
    const page = await show({ width });
    await drawAll(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});

describe('charts', () => {
  test('are drawn when they come near, at once as wide as there is room', async () => {
    const page = await show();
    await page.getByRole('img', { name: 'Metrics with their intervals' }).waitFor();
    expect(await page.getByRole('img', { name: 'What gains shows' }).count()).toBe(0);
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await drawAll(page);
    expect(await page.getByRole('img', { name: 'What gains shows' }).count()).toBe(1);
    // Each had its room before.
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
    await page.setViewportSize({ width: 420, height: 700 });
    await page.waitForFunction(() => (document.querySelector('.picture svg')?.clientWidth ?? 900) < 400);
  });

  test('follow the theme while they are looked at', async () => {
    const page = await show();
    const dot = page
      .getByRole('img', { name: 'Metrics with their intervals' })
      .locator('[aria-label=dot] path');
    const fill = (): Promise<string> => dot.first().evaluate(one => getComputedStyle(one).fill);
    const before = await fill();
    await page.evaluate(() =>
      document.documentElement.style.setProperty('--vscode-charts-yellow', 'rgb(1, 2, 3)'),
    );
    expect([before, await fill()]).toEqual(['rgb(204, 167, 0)', 'rgb(1, 2, 3)']);
  });

  test('have their table by the keyboard, which stays open', async () => {
    const page = await show();
    const chart = page.locator('#at-verdict-intervals');
    await chart.locator('summary', { hasText: 'Table' }).first().focus();
    await page.keyboard.press('Enter');
    await chart.getByRole('table').waitFor();
    await send({ type: 'report', view: { ...VIEW, sections: changed('verdict') } });
    await page.getByText('Now it says something else.').waitFor();
    await page.locator('#at-verdict-intervals').getByRole('table').waitFor();
    expect(await report.opened.state()).toMatchObject({ open: ['table verdict-intervals'] });
  });

  test('are saved as SVG for paper', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Save as SVG: Metrics with their intervals' }).click();
    const message = (await said()) as { picture: { name: string; format: string; data: string } };
    expect(message).toMatchObject({
      type: 'save',
      picture: { name: 'verdict-intervals', format: 'svg', data: expect.stringMatching(/^<svg/) as string },
    });
    expect(message.picture.data).not.toContain('var(');
    const faults = await page.evaluate(
      text =>
        new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
      message.picture.data,
    );
    expect(faults).toBeUndefined();
  });

  test('are saved as PNG, drawn by the page', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Save as PNG: Metrics with their intervals' }).click();
    await expect.poll(said).toMatchObject({ type: 'save', picture: { format: 'png' } });
    const { picture } = (await said()) as { picture: { data: string } };
    const bytes = Buffer.from(picture.data, 'base64');
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect(bytes.readUInt32BE(16)).toBe(1640);
  });

  test('are copied as Markdown, and it is said', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Copy as Markdown: Recall by site' }).click();
    expect(await said()).toMatchObject({
      type: 'copy',
      text: expect.stringContaining('| Slice | Recall | Rank |') as string,
    });
    await send({ type: 'said', message: 'The table is on the clipboard.' });
    await page.getByRole('status').getByText('The table is on the clipboard.').waitFor();
  });
});

describe('tables', () => {
  test('are sorted by the keyboard, and back', async () => {
    const page = await show();
    const table = region(page, 'Slices').getByRole('table');
    const column = async (): Promise<string[]> =>
      (await table.getByRole('row').locator('td:nth-child(2) .value').allInnerTexts()).slice(0, 3);
    const first = await column();
    await table.getByRole('button', { name: 'Recall' }).focus();
    await page.keyboard.press('Enter');
    expect(await table.getByRole('columnheader', { name: 'Recall' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    expect(await column()).toEqual(['0.99', '0.98', '0.97']);
    await page.keyboard.press('Enter');
    expect(await column()).toEqual(['0.5', '0.51', '0.53']);
    await page.keyboard.press('Enter');
    expect(await column()).toEqual(first);
    expect(await focused(page)).toBe('Recall');
  });

  test('of thousands of rows show some first', async () => {
    const [verdict] = SECTIONS;
    const rows = slices(1000);
    const sections = SECTIONS.map(one =>
      one.id === 'slices' ? { ...one, blocks: one.blocks.map(block => ({ ...block, rows })) } : one,
    ) as ReportView['sections'];
    expect(verdict).toBeDefined();
    const page = await show({ view: { ...VIEW, sections } });
    const table = region(page, 'Slices').getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('rowheader').count()).toBe(200);
    await table.getByRole('button', { name: 'Show all 1,000 rows' }).click();
    expect(await table.getByRole('rowheader').count()).toBe(1000);
    expect(await focused(page)).toContain('site 200');
  });

  test('of a section with very many rows are folded but for the first, until one is asked for', async () => {
    const page = await show({ view: MEGABYTES });
    const section = region(page, 'Slices');
    await section.getByRole('heading', { name: 'Metric 59 by site' }).waitFor();
    const tables = section.getByRole('table');
    expect(await tables.count()).toBe(3);
    const fourth = page.getByRole('heading', { name: 'Metric 3 by site' });
    const folded = section.locator('.block').filter({ has: fourth }).locator('summary').first();
    await folded.focus();
    await page.keyboard.press('Enter');
    await tables.nth(3).waitFor();
    const last = MEGABYTES.sections.find(({ id }) => id === 'slices')?.blocks.at(-1);
    const row = last?.kind === 'table' ? `${last.id}/metric_7` : '';
    await report.send({ type: 'show', tab: row });
    await tables.nth(4).waitFor();
    expect(await focused(page)).toContain('metric_7');
  });

  test('that scroll can be scrolled by the keyboard, others are no stop', async () => {
    const page = await show({ width: 1400 });
    const scrolling = region(page, 'Recall by site');
    expect(await scrolling.getAttribute('tabindex')).toBe('0');
    expect(await page.locator('#at-verdict-table .scroller').getAttribute('tabindex')).toBeNull();
  });
});

describe('what it says to the extension', () => {
  test('that it is ready, once', async () => {
    const page = await open();
    await page.getByText('Reading metrics').waitFor();
    expect(await report.opened.posted()).toEqual([{ type: 'ready' }]);
  });

  test('which place to open', async () => {
    const page = await show();
    await page
      .locator('#at-verdict-table')
      .getByRole('button', { name: '0.9302, from reports/metrics.json, line 5' })
      .click();
    expect(await said()).toEqual({ type: 'open', place: VIEW.metrics[0]?.source?.place });
    await page.locator('#at-verdict-table').getByRole('button', { name: 'precision (test)' }).click();
    expect(await said()).toEqual({ type: 'open', place: VIEW.metrics[1]?.declared });
    await page.getByRole('button', { name: 'Open manifest' }).click();
    const start = { line: 0, column: 0 };
    expect(await said()).toEqual({
      type: 'open',
      place: { file: PROJECT, range: { start, end: start } },
    });
  });

  test('nothing that it was told is believed unread', async () => {
    const page = await open();
    await send({ type: 'report', view: { project: { name: 'half' } } });
    await send('report');
    await send({ type: 'gone', message: 'last' });
    await page.getByText('last').waitFor();
    expect(await page.getByText('half').count()).toBe(0);
  });
});

describe('a report of runs that no manifest selects', () => {
  test('offers to create a manifest, and shows no verdicts', async () => {
    const page = await report.show({
      view: { ...VIEW, metrics: [], sections: VIEW.sections.slice(-2), isUnmanaged: true },
    });
    expect(await page.getByRole('button', { name: 'Open manifest' }).count()).toBe(0);
    expect(await page.getByText('No metrics yet').count()).toBe(0);
    await page.getByRole('button', { name: 'Create manifest' }).click();
    expect(await report.said()).toEqual({ type: 'create' });
  });
});
