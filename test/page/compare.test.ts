import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { CompareView } from '../../src/reports/compare/view';
import { launchBrowser } from '../harness/browser';
import { axeFindings, openPage, servePage, type OpenPage, type PageServer } from './open-page';
import { THEMES, type Theme } from './themes';

let browser: Browser;
let server: PageServer;
let opened: OpenPage | undefined;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePage('compare')]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => {
  const { page, faults = [] } = opened ?? {};
  await page?.context().close();
  opened = undefined;
  expect(faults).toEqual([]);
});

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

async function show(view: CompareView = VIEW, theme: Theme | undefined = THEMES[1]): Promise<Page> {
  if (!theme) throw new Error('There is such a theme.');
  opened = await openPage(browser, server, theme);
  await opened.send({ type: 'compare', view });
  await opened.page.locator('canvas').first().waitFor();
  return opened.page;
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
    expect(await page.locator('#metrics tbody tr').innerText()).toContain('0.826 – 0.945 (95 %), n = 100');
    expect(await page.getByText('Not there any more: gone.').count()).toBe(1);
    expect(await page.locator('figure figcaption').innerText()).toContain('baseline: 0.07071 at step 200');
    await page.getByText('Table of loss').click();
    expect(await page.locator('figure tbody tr').nth(1).innerText()).toContain('200 (1 not finite)');
  });

  test('that there are no curves, and no page for what it does not understand', async () => {
    opened = await openPage(browser, server, THEMES[0] as Theme);
    await opened.send({ type: 'compare', view: { project: 'half' } });
    await opened.send({ type: 'compare', view: { ...VIEW, curves: [] } });
    await opened.page.getByText('None of these runs logged').waitFor();
    await opened.send({ type: 'gone', message: 'last' });
    await opened.page.getByRole('alert').waitFor();
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

describe('time', () => {
  test('what it is about is kept for a reload, runs that are gone included', async () => {
    await show();
    expect(await opened?.state()).toEqual({ project: '/p/holdout.yaml', runs: ['r0', 'r1', 'r2', 'gone'] });
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
    await opened?.send({ type: 'compare', view: { ...VIEW, curves: [{ ...curve, lines }] } });
    await page.getByText('baseline: 9 at step 201').waitFor();
    expect(await page.locator('canvas[data-same]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application');
  });

  test('says which runs to pick and which place to open', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Pick runs' }).click();
    await page.getByRole('button', { name: 'runs/0.csv' }).click();
    expect(await opened?.posted()).toEqual([
      { type: 'ready' },
      { type: 'pick' },
      { type: 'open', place: { file: '/p/runs/0.csv', range: START } },
    ]);
  });
});
