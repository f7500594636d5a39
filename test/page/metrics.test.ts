import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { ReportView } from '../../src/reports/view';
import { launchBrowser } from '../harness/browser';
import { axeFindings, openPage, servePage, type OpenPage, type PageServer } from './open-page';
import { THEMES, type Theme } from './themes';
import { VIEW } from './view';

let browser: Browser;
let server: PageServer;
let opened: OpenPage | undefined;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePage('metrics')]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => {
  const { page, faults = [] } = opened ?? {};
  await page?.context().close();
  opened = undefined;
  // In every test: no violation of the policy, no error on the console.
  expect(faults).toEqual([]);
});

const [LIGHT, DARK] = THEMES as [Theme, Theme, Theme];
const PROJECT = VIEW.project.file;

async function open(theme = DARK, tab?: string): Promise<Page> {
  opened = await openPage(browser, server, theme, tab === undefined ? undefined : { project: PROJECT, tab });
  return opened.page;
}

async function show(view: ReportView = VIEW, theme = DARK, tab?: string): Promise<Page> {
  const page = await open(theme, tab);
  await send({ type: 'report', view });
  await page.getByRole('heading', { level: 1, name: view.project.name }).waitFor();
  return page;
}

async function send(message: unknown): Promise<void> {
  await opened?.send(message);
}

const selected = (page: Page): Promise<string | null> =>
  page.getByRole('tab', { selected: true }).getAttribute('aria-label');

describe.each(THEMES)('in $name', theme => {
  test.each(['overview', 'chart', 'sources'])('axe finds nothing serious on %s', async tab => {
    const page = await show(VIEW, theme, tab);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('nor on the pages without a report', async () => {
    const page = await open(theme);
    await send({ type: 'gone', message: 'The project is not there any more.' });
    await page.getByRole('alert').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await send({ type: 'report', view: { ...VIEW, metrics: [], notices: [] } });
    await page.getByRole('heading', { name: 'No metrics yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('what it shows', () => {
  test('each metric with its numbers, verdict and reason', async () => {
    const page = await show();
    const rows = await page.locator('table.metrics tbody').allInnerTexts();
    expect(rows.map(row => row.trim().split(/\s*[\t\n]+\s*/))).toEqual([
      [
        'recall',
        'test',
        'undecided',
        '0.9302',
        '≥ 0.9',
        '0.62 (beaten)',
        '0.814 – 0.976',
        '40 of 43, Wilson 95 %',
        'metrics.json:5',
        VIEW.metrics[0]?.reason,
      ],
      [
        'precision',
        'test',
        'met',
        '0.9756',
        '≥ 0.85',
        '—',
        '0.874 – 0.996',
        '40 of 41, Wilson 95 %',
        'metrics.json:6',
        VIEW.metrics[1]?.reason,
      ],
      [
        'specificity',
        'test',
        'not met',
        '0.7183',
        '≥ 0.9',
        '0.8 (not beaten)',
        '0.604 – 0.810',
        '51 of 71, Wilson 95 %',
        'metrics.json:7',
        VIEW.metrics[2]?.reason,
      ],
      [
        'latency_p95',
        'operational',
        'met',
        '84 ms',
        '≤ 100 ms',
        '—',
        '—',
        'metrics.json:10',
        VIEW.metrics[3]?.reason,
      ],
      [
        '<img src=x onerror=alert(1)>',
        'business',
        'unknown',
        '—',
        '—',
        '—',
        '—',
        '—',
        VIEW.metrics[4]?.reason.replaceAll('`', ''),
      ],
    ]);
  });

  test('the counts of verdicts, the summary and the notices', async () => {
    const page = await show();
    const cards = await page.getByRole('list', { name: 'Verdicts' }).getByRole('listitem').allInnerTexts();
    expect(cards.map(card => card.replace(/\s+/g, ' '))).toEqual([
      '2 met',
      '1 not met',
      '1 undecided',
      '1 unknown',
    ]);
    expect(await page.getByRole('status').innerText()).toBe(VIEW.summary.text);
    const notices = page
      .getByRole('region', { name: 'Before you trust these numbers' })
      .getByRole('listitem');
    expect(await notices.first().innerText()).toContain('auc is NaN in metrics.json');
    expect(await notices.count()).toBe(3);
  });

  test('names from files as text, never as markup', async () => {
    const page = await show();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.getByText('<img src=x onerror=alert(1)>').count()).toBeGreaterThan(0);
  });

  test('icons by their font', async () => {
    const page = await show();
    const loaded = await page.evaluate(async () => (await document.fonts.load('16px codicon')).length);
    expect(loaded).toBe(1);
    const content = await page
      .locator('.codicon-pass-filled')
      .first()
      .evaluate(icon => getComputedStyle(icon, '::before').content);
    expect(content).not.toBe('none');
  });

  test('a chart as wide as its panel, with what is not on it named', async () => {
    const page = await show(VIEW, DARK, 'chart');
    const chart = page.getByRole('img', { name: 'Metrics with their intervals' });
    await chart.waitFor();
    const panel = (await page.locator('figure').boundingBox())?.width ?? 0;
    expect((await chart.boundingBox())?.width).toBeGreaterThan(panel * 0.9);
    expect(await page.locator('figure').innerText()).toContain('Not on this axis: latency_p95 (84 ms)');
    await page.setViewportSize({ width: 500, height: 700 });
    await page.waitForFunction(() => (document.querySelector('figure svg')?.clientWidth ?? 900) < 480);
  });

  test('where the numbers came from', async () => {
    const page = await show(VIEW, DARK, 'sources');
    const rows = await page.locator('.panel:visible tbody tr').allInnerTexts();
    expect(rows.map(row => row.split(/\s*\t\s*/))).toEqual([
      ['metrics.json', 'reports/metrics.json', '2026-05-04T12:00:00Z', '9'],
      ['old.json', 'reports/old.json', 'not stated', '3'],
    ]);
    expect(await page.getByRole('tab', { name: 'Sources 2' }).count()).toBe(1);
  });
});

describe('what it says to the extension', () => {
  test('that it is ready, once', async () => {
    const page = await open();
    await page.getByText('Reading metrics').waitFor();
    expect(await opened?.posted()).toEqual([{ type: 'ready' }]);
  });

  test('which place to open', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'metrics.json:5' }).click();
    await page.getByRole('button', { name: 'precision', exact: true }).click();
    await page.getByRole('button', { name: 'Open manifest' }).click();
    const start = { line: 0, column: 0 };
    expect(await opened?.posted()).toEqual([
      { type: 'ready' },
      { type: 'open', place: VIEW.metrics[0]?.source?.place },
      { type: 'open', place: VIEW.metrics[1]?.declared },
      { type: 'open', place: { file: PROJECT, range: { start, end: start } } },
    ]);
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

describe('keyboard', () => {
  test('arrows, Home and End move between tabs', async () => {
    const page = await show();
    await page.getByRole('tab', { name: 'Overview' }).focus();
    const seen: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'Home', 'ArrowLeft']) {
      await page.keyboard.press(key);
      seen.push(await selected(page));
    }
    expect(seen).toEqual(['Chart', 'Sources 2', 'Overview', 'Sources 2', 'Overview', 'Sources 2']);
  });

  test('Tab goes from the tab into its panel, and Enter opens', async () => {
    const page = await show();
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('recall');
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(ring).toBe('solid');
    await page.keyboard.press('Enter');
    expect((await opened?.posted())?.at(-1)).toEqual({ type: 'open', place: VIEW.metrics[0]?.declared });
  });
});

describe('time', () => {
  test('the open tab is kept, and restored after a reload', async () => {
    const page = await show();
    await page.getByRole('tab', { name: 'Chart' }).click();
    expect(await opened?.state()).toEqual({ project: PROJECT, tab: 'chart' });
    await page.context().close();
    const again = await show(VIEW, LIGHT, 'chart');
    expect(await selected(again)).toBe('Chart');
    expect(await opened?.state()).toEqual({ project: PROJECT, tab: 'chart' });
  });

  test('a state that is not ours opens the first tab', async () => {
    const page = await show(VIEW, LIGHT, 'nonsense');
    expect(await selected(page)).toBe('Overview');
  });

  test('a new report leaves tab, focus and place on the page', async () => {
    const many = { ...VIEW, metrics: Array.from({ length: 20 }, (_, i) => row(`metric ${i}`, '0.5')) };
    const page = await show(many);
    await page.getByRole('button', { name: 'metric 15' }).focus();
    await page.evaluate(() => window.scrollTo(0, 500));
    await send({
      type: 'report',
      view: { ...many, metrics: many.metrics.map(one => ({ ...one, text: '0.75' })) },
    });
    await page.getByRole('cell', { name: '0.75' }).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('metric 15');
    expect(await page.evaluate(() => window.scrollY)).toBe(500);
    await page.getByRole('tab', { name: 'Chart' }).click();
    await send({ type: 'report', view: VIEW });
    await page.getByText('2 of 5 metrics met').waitFor();
    expect(await selected(page)).toBe('Chart');
  });

  test('a report that goes and comes back', async () => {
    const page = await show(VIEW, DARK, 'sources');
    await send({ type: 'gone', message: 'The manifest cannot be read.' });
    await page.getByRole('heading', { name: 'No report' }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    await send({ type: 'report', view: VIEW });
    await page.getByRole('tab').first().waitFor();
    expect(await selected(page)).toBe('Sources 2');
  });
});

function row(name: string, text: string): ReportView['metrics'][number] {
  const [first] = VIEW.metrics;
  if (!first) throw new Error('The view has metrics.');
  return { ...first, name, text };
}
