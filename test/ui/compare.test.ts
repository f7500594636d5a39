import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  problem,
  openProblems,
  openView,
  quickInput,
  quickRow,
  remembered,
  runCommand,
  tab,
  treeRow,
  webview,
} from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import type { Window } from './vscode';
import { useVsCode } from './vscode';

const vscode = useVsCode();

const MANIFEST =
  'version: 1\nname: Leaf size\nlifecycle: nine-stage\nmetrics:\n  accuracy: { min: 0.9, split: test }\nruns:\n  - runs/*.csv\n  - reports/metrics.json\n';
const log = (rate: number, steps: number): string =>
  [
    'step,loss',
    ...Array.from({ length: steps }, (_, at) => `${at + 1},${Math.exp(-rate * at).toFixed(4)}`),
  ].join('\n');

async function open(): Promise<Window> {
  const window = await vscode.open(
    writeWorkspace('project', {
      'holdout.yaml': MANIFEST,
      'runs/slow.csv': log(0.01, 100),
      'runs/fast.csv': log(0.1, 100),
      'reports/metrics.json': '{ "test": { "accuracy": 0.925, "n": 200 } }',
    }),
  );
  await openView(window.page, 'Holdout');
  await treeRow(window.page, 'Problem definition').waitFor();
  return window;
}

const write = (folder: string, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('comparing runs', () => {
  it('asks which, draws them, follows a run that goes on, and is there again after a restart', async () => {
    const { page, folder, violations, again } = await open();
    await runCommand(page, 'Holdout: Compare Runs');
    for (const name of ['fast.csv', 'slow.csv']) await quickRow(page, name).click();
    await quickInput(page).press('Enter');
    const frame = webview(page);
    await frame.getByRole('application', { name: /Chart of loss/ }).waitFor();
    expect(await frame.locator('#metrics tbody tr').first().innerText()).toMatch(/loss[\s\S]*fast\.csv/);
    write(folder, 'runs/fast.csv', log(0.1, 150));
    await frame.getByText(/at step 150/).waitFor();
    await remembered(page, /webview-holdout\.compare.*?runs\W+[^"]*fast\.csv/i);
    const restarted = await again();
    await tab(restarted, 'Compare Runs').waitFor();
    await webview(restarted)
      .getByText(/at step 150/)
      .waitFor();
    expect(violations).toEqual([]);
  });
});

describe('a model card', () => {
  it('is written, and its numbers are held against their sources', async () => {
    const { page, folder } = await open();
    await runCommand(page, 'Holdout: Create Model Card');
    await tab(page, 'MODEL_CARD.md').waitFor();
    await page.keyboard.press('Control+S');
    await expect.poll(() => existsSync(join(folder, 'MODEL_CARD.md'))).toBe(true);
    expect(readFileSync(join(folder, 'MODEL_CARD.md'), 'utf8')).toContain(
      'value: 0.925 # holdout: `accuracy`',
    );
    write(folder, 'reports/metrics.json', '{ "test": { "accuracy": 0.9, "n": 200 } }');
    await openProblems(page);
    await problem(page, /The card says that `?accuracy`? is 0\.925; it is 0\.9 now/).waitFor();
  });
});
