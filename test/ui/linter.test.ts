import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  goToProblem,
  notebookCell,
  openFile,
  openProblems,
  problem,
  runCommand,
  tab,
} from '../harness/workbench';
import { project } from './project';
import { useVsCode } from './vscode';

const vscode = useVsCode();
const SQUIGGLE = '[class*="squiggly-"]';

describe('the linter', () => {
  it('underlines a finding, lists it, and explains it on hover', async () => {
    const { page } = await vscode.open(project());
    await openFile(page, 'scripts/leak.py');
    const squiggle = page.locator('.monaco-editor').locator(SQUIGGLE).first();
    await squiggle.waitFor();
    await openProblems(page);
    await problem(page, 'fit-before-split').waitFor();
    // The text lies above its underline.
    await squiggle.hover({ force: true });
    const hover = page.locator('.monaco-hover:visible').first();
    await hover.getByText('fit-before-split').first().waitFor();
    await hover.getByText('Why, and what to write instead').waitFor();
  });

  it('opens the rule’s page from the palette', async () => {
    const { page } = await vscode.open(project());
    await openFile(page, 'scripts/leak.py');
    await openProblems(page);
    await goToProblem(page, 'fit-before-split');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await runCommand(page, 'Holdout: Explain Rule');
    await tab(page, /fit-before-split/).waitFor();
  });

  it('mends a script by its quick fix', async () => {
    const { page, folder } = await vscode.open(project());
    await openFile(page, 'scripts/refit.py');
    await openProblems(page);
    await goToProblem(page, 'refit-on-test');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.locator('[class*="codicon-gutter-lightbulb"]').waitFor();
    await page.keyboard.press('Control+.');
    const menu = page.locator('.action-widget');
    await menu.locator('.monaco-list-row.action.focused').filter({ hasText: 'transform' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor').locator(SQUIGGLE).first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+S');
    await tab(page, 'refit.py').and(page.locator(':not(.dirty)')).waitFor();
    expect(readFileSync(join(folder, 'scripts/refit.py'), 'utf8')).toContain(
      'X_test = scaler.transform(X_test)',
    );
  });

  it('underlines the cell of a notebook that is at fault, and no other', async () => {
    const { page } = await vscode.open(project());
    await openFile(page, 'notebooks/leaves.ipynb');
    const cell = notebookCell(page, 'code', 2);
    await cell.locator(SQUIGGLE).first().waitFor();
    for (const index of [0, 1])
      expect(await notebookCell(page, 'code', index).locator(SQUIGGLE).count()).toBe(0);
  });
});
