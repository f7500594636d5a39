import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CompareView, CurveLine } from '../../src/reports/compare/view';
import { axeFindings } from './open-page';
import { THEMES, type Theme } from './themes';
import { usePage } from './use-page';

const compare = usePage('compare');

const START = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
const NAMES = ['baseline', 'deeper', '<img src=x onerror=alert(1)>'];
const STEPS = Array.from({ length: 200 }, (_, at) => at + 1);

/** Three runs with what a comparison can hold. */
const VIEW: CompareView = {
  project: { name: 'Fraud', file: '/p/holdout.yaml' },
  runs: NAMES.map((name, at) => ({
    id: `r${at}`,
    name,
    path: `runs/${at}.csv`,
    place: { file: `/p/runs/${at}.csv`, range: START },
    time: '2026-05-04T12:00:00Z',
  })),
  missing: ['gone'],
  summary: '3 runs: 1 metric and 1 parameter differ.',
  sections: [
    {
      id: 'metrics',
      title: 'Metrics that differ',
      blocks: [
        {
          kind: 'table',
          id: 'metric-table',
          title: 'Metrics by run',
          columns: [
            { title: 'Metric' },
            ...NAMES.map(title => ({ title, isNumber: true as const })),
            { title: 'Best' },
          ],
          rows: [
            {
              cells: [
                'accuracy',
                {
                  kind: 'figure',
                  text: '0.9',
                  value: 0.9,
                  n: 100,
                  certainty: {
                    low: 0.826,
                    high: 0.945,
                    level: 0.95,
                    method: 'wilson',
                    text: '0.826 – 0.945',
                  },
                  source: {
                    kind: 'link',
                    text: 'runs/0.csv',
                    place: { file: '/p/runs/0.csv', range: START },
                  },
                },
                {
                  kind: 'figure',
                  text: '0.8',
                  value: 0.8,
                  certainty: { none: 'the source gives no counts' },
                },
                { kind: 'figure', text: '—', certainty: { none: 'the run does not report it' } },
                { kind: 'word', text: 'baseline', tone: 'good' },
              ],
            },
          ],
          note: 'No paired test: it takes predictions.',
        },
      ],
    },
    {
      id: 'parameters',
      title: 'Parameters that differ',
      missing: 'The runs tell no parameters.',
      blocks: [],
    },
    {
      id: 'equal',
      title: 'Equal in all runs',
      blocks: [{ kind: 'facts', facts: [{ name: 'seed', value: '`7`' }] }],
    },
  ],
  curves: [
    {
      id: 'curve-1',
      name: 'loss',
      lines: NAMES.map((_, run) => ({
        run,
        steps: STEPS,
        values: STEPS.map(step => (run + 1) / Math.sqrt(step)),
        points: 200,
        left: run,
      })),
    },
  ],
};

async function show(view: CompareView = VIEW, theme?: Theme): Promise<Page> {
  const page = await compare.open(theme ? { theme } : {});
  await compare.send({ type: 'compare', view });
  await page.locator('canvas').first().waitFor();
  return page;
}

const FOLDER = process.env['HOLDOUT_PICTURES'];

describe.each(THEMES)('in $name', theme => {
  test('axe finds nothing serious, and the policy nothing at all', async () => {
    const page = await show(VIEW, theme);
    expect(await axeFindings(page)).toEqual([]);
    if (FOLDER === undefined) return;
    mkdirSync(FOLDER, { recursive: true });
    await page.screenshot({ path: join(FOLDER, `compare-${theme.name}.png`), fullPage: true });
  });
});

describe('what it shows', () => {
  test('the runs, the tables, and curves with their words and table', async () => {
    const page = await show();
    expect(await page.getByRole('list', { name: 'Runs' }).getByRole('listitem').count()).toBe(3);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('#metrics tbody tr').innerText()).toContain('0.826 – 0.945 · n = 100');
    expect(await page.getByText('Not there any more: gone.').count()).toBe(1);
    expect(await page.locator('figure figcaption').innerText()).toContain('baseline: 0.07071 at step 200');
    await page.getByText('Table of loss').click();
    expect(await page.locator('figure tbody tr').nth(1).innerText()).toContain('200 (1 not finite)');
  });

  test('that there are no curves, and no page for what it does not understand', async () => {
    const page = await compare.open();
    await compare.send({ type: 'compare', view: { project: 'half' } });
    await compare.send({ type: 'compare', view: { ...VIEW, curves: [] } });
    await page.getByText('None of these runs logged').waitFor();
    await compare.send({ type: 'gone', message: 'last' });
    await page.getByRole('alert').waitFor();
  });
});

describe('keyboard', () => {
  test('arrows read the values, + zooms in, 0 shows all', async () => {
    const page = await show();
    const plot = page.getByRole('application', { name: /Chart of loss/ });
    await plot.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.readout').innerText()).toBe(
      'Step 2: baseline 0.7071, deeper 1.414, <img src=x onerror=alert(1)> 2.121',
    );
    await page.keyboard.press('+');
    await page.keyboard.press('End');
    expect(await page.locator('.readout').innerText()).toContain('Step 200:');
    await page.keyboard.press('0');
  });
});

describe('zoom', () => {
  /** A run of 100,000 steps, of which the page is given every hundredth. */
  const LONG = 100_000;
  const value = (step: number): number => Math.sin(step / 50) + (step === 50_001 ? 9 : 0);
  const lineOver = (steps: readonly number[], points: number): CurveLine => ({
    run: 0,
    steps,
    values: steps.map(value),
    points,
    left: 0,
  });
  const COARSE = Array.from({ length: LONG / 100 }, (_, at) => at * 100 + 1);
  const view: CompareView = { ...VIEW, curves: [{ id: 'c', name: 'loss', lines: [lineOver(COARSE, LONG)] }] };
  const asked = (): Promise<unknown> =>
    compare.opened.posted().then(all => all.filter(one => (one as { type: string }).type === 'zoom').at(-1));

  async function zoomIn(page: Page, times: number): Promise<{ readonly from: number; readonly to: number }> {
    await page.getByRole('application').focus();
    for (let at = 0; at < times; at++) await page.keyboard.press('+');
    await expect.poll(asked).toMatchObject({ curve: 'loss' });
    await page.waitForTimeout(200);
    return (await asked()) as { from: number; to: number };
  }

  test('asks for what is seen, and shows it in the chart, the readout and the table', async () => {
    const page = await show(view);
    await page.getByText('Table of loss').click();
    const rows = page.locator('figure tbody tr');
    expect(await rows.first().innerText()).toMatch(/100,000\s/);
    const { from, to } = await zoomIn(page, 6);
    expect(to - from).toBeCloseTo(99_900 / 64, 6);
    const steps = Array.from(
      { length: Math.floor(to) - Math.ceil(from) + 1 },
      (_, at) => Math.ceil(from) + at,
    );
    const detail = { name: 'loss', from, to, lines: [lineOver(steps, steps.length)] };
    await compare.send({ type: 'detail', detail });
    await expect.poll(() => rows.first().innerText()).toContain(steps.length.toLocaleString('en-US'));
    // The peak between two of the points that it had before.
    expect(await rows.first().innerText()).toMatch(/\s9\.\d+|\s8\.\d+/);
    expect(await page.locator('figure summary').innerText()).toMatch(
      /^Table of loss, steps 49,\d+ to 50,\d+$/,
    );
    await page.keyboard.press('0');
    await expect.poll(() => page.locator('figure summary').innerText()).toBe('Table of loss');
    expect(await page.locator('.readout').innerText()).toBe('All steps.');
  });

  test('what was read of one run is never drawn for another', async () => {
    const page = await show(view);
    const { from, to } = await zoomIn(page, 6);
    const steps = Array.from({ length: Math.floor(to - from) }, (_, at) => Math.ceil(from) + at);
    const detail = { name: 'loss', from, to, lines: [lineOver(steps, steps.length)] };
    await compare.send({ type: 'detail', detail });
    await page.keyboard.press('0');
    const flat = { ...lineOver(COARSE, LONG), values: COARSE.map(() => 0.5) };
    await compare.send({
      type: 'compare',
      view: {
        ...view,
        runs: view.runs.map(run => ({ ...run, id: `${run.id}-other`, name: `${run.name} again` })),
        curves: [{ id: 'c', name: 'loss', lines: [flat] }],
      },
    });
    await zoomIn(page, 6);
    await page.getByText(/^Table of loss, steps/).click();
    const row = await page.locator('figure tbody tr').first().innerText();
    expect(row).toContain('again');
    expect(row).toContain('0.5');
    expect(row).not.toMatch(/\s[89]\.\d+/);
  });

  test('what comes too late is passed over', async () => {
    const page = await show(view);
    const { from, to } = await zoomIn(page, 4);
    await page.keyboard.press('+');
    await compare.send({
      type: 'detail',
      detail: { name: 'loss', from, to, lines: [lineOver([from, to], 77)] },
    });
    await page.getByText(/^Table of loss, steps/).click();
    expect(await page.locator('figure tbody tr').first().innerText()).not.toContain('77');
  });

  test('moves on by Shift with an arrow, and stays within the steps', async () => {
    const page = await show(view);
    await zoomIn(page, 3);
    const text = (): Promise<string> => page.locator('.readout').innerText();
    const before = await text();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(text).not.toBe(before);
    for (let at = 0; at < 30; at++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(text).toMatch(/to 99,901\.$/);
  });

  test('a curve that is whole asks for nothing', async () => {
    const page = await show();
    await page.getByRole('application').focus();
    await page.keyboard.press('+');
    await page.getByText(/^Steps \d+ to \d+\.$/).waitFor();
    await page.waitForTimeout(300);
    expect(await asked()).toBeUndefined();
  });
});

describe('time', () => {
  test('what it is about is kept for a reload, runs that are gone included', async () => {
    await show();
    expect(await compare.opened.state()).toEqual({
      project: '/p/holdout.yaml',
      runs: ['r0', 'r1', 'r2', 'gone'],
    });
  });

  test('a run that goes on changes the curve, and takes neither focus nor canvas away', async () => {
    const page = await show();
    await page.getByRole('application').focus();
    await page.evaluate(() => document.querySelector('canvas')?.setAttribute('data-same', 'yes'));
    const [curve] = VIEW.curves;
    const lines = curve?.lines.map(line => ({
      ...line,
      steps: [...line.steps, 201],
      values: [...line.values, 9],
    }));
    await compare.send({ type: 'compare', view: { ...VIEW, curves: [{ ...curve, lines }] } });
    await page.getByText('baseline: 9 at step 201').waitFor();
    expect(await page.locator('canvas[data-same]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application');
  });

  test('says which runs to pick and which place to open', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Pick runs' }).click();
    await page.getByRole('list', { name: 'Runs' }).getByRole('button', { name: 'runs/0.csv' }).click();
    expect(await compare.opened.posted()).toEqual([
      { type: 'ready' },
      { type: 'pick' },
      { type: 'open', place: { file: '/p/runs/0.csv', range: START } },
    ]);
  });
});
