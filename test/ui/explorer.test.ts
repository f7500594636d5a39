import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quickRow, tab, webview } from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import { useVsCode } from './vscode';

const vscode = useVsCode();

it('a file that no manifest selects has a report of its own from the Explorer, which follows it', async () => {
  const { page, folder, violations } = await vscode.open(
    writeWorkspace('plain', { 'metrics.json': '{ "test": { "accuracy": 0.925, "n": 200 } }' }),
  );
  await page.getByRole('treeitem', { name: 'metrics.json' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show Metrics in This File' }).click();
  await tab(page, 'Metrics: metrics.json').waitFor();
  const frame = webview(page);
  await frame.getByText('1 run, which no manifest selects').first().waitFor();
  await frame.getByText('0.925').first().waitFor();
  writeFileSync(join(folder, 'metrics.json'), '{ "test": { "accuracy": 0.975, "n": 200 } }');
  await frame.getByText('0.975').first().waitFor();
  await frame.getByRole('button', { name: 'Create manifest' }).click();
  await quickRow(page, 'Nine stages').waitFor();
  expect(violations).toEqual([]);
});
