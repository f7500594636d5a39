import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openView, quickRow, statusItem, tab, treeRow } from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import { useVsCode } from './vscode';

const vscode = useVsCode();

it('offers a manifest where there is none, and follows the one that it writes', async () => {
  const { page, folder } = await vscode.open(
    writeWorkspace('churn', {
      'train.py': 'print("hello")\n',
      'data/train.csv': 'age,churned\n1,0\n',
      'data/test.csv': 'age\n1\n',
    }),
  );
  await openView(page, 'Holdout');
  await page
    .locator('.welcome-view-content')
    .getByText('Where does your machine learning project stand')
    .waitFor();
  expect(await statusItem(page, 'Holdout').count()).toBe(0);

  await page.locator('.welcome-view-content').getByRole('button', { name: 'Create Manifest' }).click();
  await quickRow(page, 'Nine stages').click();
  await tab(page, 'holdout.yaml').waitFor();
  const toast = page.locator('.notification-toast');
  await toast.getByText('3 values were found in the folder').waitFor();
  expect(existsSync(join(folder, 'holdout.yaml'))).toBe(false);
  await toast.getByRole('button', { name: 'Save Manifest' }).click();
  await treeRow(page, 'Problem definition').waitFor();
  await statusItem(page, 'Problem definition').waitFor();
  const text = readFileSync(join(folder, 'holdout.yaml'), 'utf8');
  expect(text).toMatch(/^name: churn # the name of the folder$/m);
  expect(text).toMatch(/^ {4}train: data\/train\.csv # by its name$/m);
  expect(text).toMatch(/^lifecycle: nine-stage\b/m);
});
