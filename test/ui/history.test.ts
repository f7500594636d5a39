import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandRow, openView, quickInput, runCommand, treeRow, webview } from '../harness/workbench';
import { project } from './project';
import type { Window } from './vscode';
import { useVsCode } from './vscode';

const vscode = useVsCode();

describe('the history', () => {
  it('notes a tick beside the manifest, and shows it as it comes', async () => {
    const { page, folder, violations } = await openTracker();
    await runCommand(page, 'Holdout: Show History');
    await webview(page).getByRole('heading', { name: 'Nothing is noted yet' }).waitFor();
    await openView(page, 'Holdout');
    await expandRow(page, 'Problem definition');
    await treeRow(page, 'Agreed').locator('.custom-view-tree-node-item-checkbox').click();
    await expect.poll(() => logged(folder)).toContain('ticked');
    await webview(page).getByText('was ticked').waitFor();
    await webview(page)
      .getByText(/tester/)
      .first()
      .waitFor();
    expect(violations).toEqual([]);
  });

  it('seals targets under a name', async () => {
    const { page, folder } = await openTracker();
    await runCommand(page, 'Holdout: Seal Targets');
    await quickInput(page).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => readFileSync(join(folder, 'holdout.yaml'), 'utf8'))
      .toMatch(/sealed: \{ on: .*, by: tester/);
    await expect.poll(() => logged(folder)).toContain('sealed');
  });

  it('opens at the test-set ledger', async () => {
    const { page } = await openTracker();
    await runCommand(page, 'Holdout: Show Test-Set Ledger');
    await webview(page)
      .locator('p.count', { hasText: /at the test set/ })
      .waitFor();
  });
});

async function openTracker(): Promise<Window> {
  const window = await vscode.open(project());
  await openView(window.page, 'Holdout');
  await treeRow(window.page, 'Problem definition').waitFor();
  return window;
}

/** What was noted, in the order of the lines. */
function logged(folder: string): readonly string[] {
  const file = join(folder, '.holdout/history.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map(line => (JSON.parse(line) as { readonly what: string }).what);
}
