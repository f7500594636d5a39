import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pickFromMenu, quickRow, tab, webview } from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import { useVsCode } from './vscode';

const vscode = useVsCode();

it('a file that no manifest selects has a report of its own from the Explorer, which follows it', async () => {
  // As copies are called, and what means a choice of characters in patterns.
  const name = 'metrics [2].json';
  const { page, folder, violations } = await vscode.open(
    writeWorkspace('plain', { [name]: '{ "test": { "accuracy": 0.925, "n": 200 } }' }),
  );
  await pickFromMenu(page, page.getByRole('treeitem', { name }), 'Show Metrics in This File');
  await tab(page, `Metrics: ${name}`).waitFor();
  const frame = webview(page);
  await frame.getByText('1 run, which no manifest selects').first().waitFor();
  await frame.getByText('0.925').first().waitFor();
  // VS Code does not say from when on it watches a file: it is written until that is seen, as runs do that go on.
  const follows = async (): Promise<boolean> => {
    writeFileSync(join(folder, name), '{ "test": { "accuracy": 0.975, "n": 200 } }');
    return frame.getByText('0.975').first().isVisible();
  };
  await expect.poll(follows, { timeout: 30_000, interval: 500 }).toBe(true);
  await frame.getByRole('button', { name: 'Create manifest' }).click();
  await quickRow(page, 'Nine stages').waitFor();
  expect(violations).toEqual([]);
});
