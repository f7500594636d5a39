import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openView, quickInput, quickRow, statusItem, tab, treeRow } from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import { useVsCode } from './vscode';

const vscode = useVsCode();

it('offers a manifest where there is none, and follows the one that it writes', async () => {
  const { page, folder } = await vscode.open(writeWorkspace('churn', { 'train.py': 'print("hello")\n' }));
  await openView(page, 'Holdout');
  await page
    .locator('.welcome-view-content')
    .getByText('Where does your machine learning project stand')
    .waitFor();
  expect(await statusItem(page, 'Holdout').count()).toBe(0);

  await page.locator('.welcome-view-content').getByRole('button', { name: 'Create Manifest' }).click();
  await quickRow(page, 'Nine stages').click();
  await page.locator('.quick-input-widget:visible').getByText('What is the project called?').waitFor();
  expect(await quickInput(page).inputValue()).toBe('churn');
  await page.keyboard.press('Enter');

  await tab(page, 'holdout.yaml').waitFor();
  await treeRow(page, 'Problem definition').waitFor();
  await statusItem(page, 'Problem definition').waitFor();
  const text = readFileSync(join(folder, 'holdout.yaml'), 'utf8');
  expect(text).toMatch(/^name: churn$/m);
  expect(text).toMatch(/^lifecycle: nine-stage\b/m);
});
