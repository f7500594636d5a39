import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { HistoryView } from '../../src/reports/history-view';
import { axeFindings } from './open-page';
import { THEMES, type Theme } from './themes';
import { usePage } from './use-page';

const history = usePage('history');

const FILE = '/project/holdout.yaml';
const place = { file: FILE, range: { start: { line: 3, column: 0 }, end: { line: 3, column: 4 } } };

const VIEW: HistoryView = {
  project: { name: 'Churn', file: FILE },
  summary: '3 entries, the last on 2026-10-05.',
  stages: [
    { id: 'data', title: 'Data' },
    { id: 'training', title: 'Training' },
  ],
  entries: [
    {
      id: '1',
      kind: 'failing',
      day: '2026-10-05',
      time: '08:00',
      text: 'Data, which is signed off, fails again.',
      details: ['`labels`: It is not filled in.', 'Work goes back to Data.', 'A third.'],
      stage: 'data',
    },
    {
      id: '2',
      kind: 'ticked',
      day: '2026-10-03',
      time: '14:02',
      who: 'r.ahn',
      text: '`converged` of Training was ticked.',
      details: ['<b>as it is</b>'],
      stage: 'training',
      commit: '01234567',
    },
    {
      id: '3',
      kind: 'look',
      day: '2026-10-03',
      time: '09:00',
      text: 'The test set was looked at: m.json, candidate.',
      details: [],
    },
  ],
  notices: [
    {
      severity: 'information',
      message: '`data` is not signed off here; the history has it otherwise.',
      place,
    },
  ],
  ledger: {
    summary: '2 of 3 looks at the test set.',
    looks: [
      {
        label: 'candidate',
        file: 'm.json',
        time: '2026-10-01',
        scores: 'recall 0.9',
        several: false,
        noted: true,
      },
      {
        label: 'cell 3 (score)',
        file: 'nb.ipynb',
        time: 'not stated',
        scores: '',
        several: true,
        noted: false,
        place,
      },
    ],
    possible: [{ text: 'train.py, line 5: score', place }],
    chance: ['For `recall`, up to 0.03.'],
    doubts: ['The code is still being analysed.'],
  },
};

const EMPTY: HistoryView = {
  ...VIEW,
  summary: 'Nothing has been noted yet.',
  stages: [],
  entries: [],
  notices: [],
  ledger: { summary: 'No look at the test set is known.', looks: [], possible: [], chance: [], doubts: [] },
};

async function show(view = VIEW, theme?: Theme, tab?: string): Promise<Page> {
  const page = await history.open({
    ...(theme && { theme }),
    ...(tab !== undefined && { state: { project: FILE, tab } }),
  });
  await history.send({ type: 'history', view });
  await page.getByRole('heading', { level: 1, name: 'Churn' }).waitFor();
  return page;
}

describe.each(THEMES)('in $name', theme => {
  test.each(['timeline', 'ledger'])('axe finds nothing serious on %s', async tab => {
    const page = await show(VIEW, theme, tab);
    expect(await axeFindings(page)).toEqual([]);
    await history.send({ type: 'history', view: EMPTY });
    await page.getByText(EMPTY.summary).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the timeline', () => {
  test('is by day, with who and when, and text as text', async () => {
    const page = await show();
    const days = page.getByRole('region', { name: /^2026/ });
    expect(await days.getByRole('heading').allInnerTexts()).toEqual(['2026-10-05', '2026-10-03']);
    expect(await page.getByText('14:02 · r.ahn · commit 01234567').count()).toBe(1);
    expect(await page.getByText('08:00 · noticed by Holdout').count()).toBe(1);
    expect(await page.getByText('<b>as it is</b>').count()).toBe(1);
  });

  test('is narrowed down to a stage by the keyboard, and stays so when it changes', async () => {
    const page = await show();
    await page.getByLabel('Stage').selectOption('Training');
    const items = page.locator('.entry');
    expect(await items.count()).toBe(1);
    await history.send({ type: 'history', view: { ...VIEW, summary: '4 entries.' } });
    await page.getByText('4 entries.').waitFor();
    expect(await items.count()).toBe(1);
    await page.getByLabel('Stage').selectOption('All stages');
    expect(await items.count()).toBe(3);
  });

  test('keeps many details behind a heading that opens', async () => {
    const page = await show();
    expect(await page.getByText('Work goes back to Data.').isVisible()).toBe(false);
    await page.getByText('3 details').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByText('Work goes back to Data.').isVisible()).toBe(true);
  });

  test('says what to do where nothing is noted', async () => {
    const page = await show(EMPTY);
    expect(await page.getByRole('heading', { name: 'Nothing is noted yet' }).isVisible()).toBe(true);
  });

  test('leads to where manifest and history differ', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await history.opened.posted()).toContainEqual({ type: 'open', place });
  });
});

describe('the ledger', () => {
  test('is open from the beginning where it was asked for', async () => {
    const page = await history.open({ state: { project: FILE, tab: 'timeline' } });
    await history.send({ type: 'show', tab: 'ledger' });
    await history.send({ type: 'history', view: VIEW });
    await page.getByText('2 of 3 looks at the test set.').waitFor({ state: 'visible' });
  });

  test('is shown when it is asked for, also while the page is open', async () => {
    const page = await show();
    await history.send({ type: 'show', tab: 'ledger' });
    await page.getByText('2 of 3 looks at the test set.').waitFor({ state: 'visible' });
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.map(row => row.trim().split(/\s*[\t\n]+\s*/))).toEqual([
      ['candidate', 'm.json (gone)', '2026-10-01', 'recall 0.9', 'yes'],
      ['cell 3 (score), several times', 'nb.ipynb', 'not stated', '—', 'not yet'],
    ]);
    await page.getByRole('button', { name: 'train.py, line 5: score' }).click();
    expect(await history.opened.posted()).toContainEqual({ type: 'open', place });
    expect(await history.opened.state()).toEqual({ project: FILE, tab: 'ledger' });
  });
});
