import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openView, quickInput, quickRow, runCommand, treeRow } from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import { useVsCode } from './vscode';

const vscode = useVsCode();

const SECRET = 'a-token-that-nobody-may-see';
const COMMAND = 'Holdout: Set MLflow Credentials';

it('credentials of a server are asked for, kept, and shown nowhere', async () => {
  const { page, folder } = await vscode.open(
    writeWorkspace('tracked', {
      'holdout.yaml':
        'version: 1\nname: Leaves\nlifecycle: nine-stage\nruns: [{ mlflow: "https://tracking.example.org" }]\n',
    }),
  );
  await openView(page, 'Holdout');
  await treeRow(page, 'Problem definition').waitFor();
  await runCommand(page, COMMAND);
  await quickRow(page, 'Token').click();
  const input = quickInput(page);
  await expect.poll(() => input.getAttribute('type')).toBe('password');
  await input.press('Enter');
  await page.getByText('It is empty.').waitFor();
  await input.fill(SECRET);
  await input.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await runCommand(page, COMMAND);
  await quickRow(page, 'Remove the Credentials').waitFor();
  expect(await page.content()).not.toContain(SECRET);
  expect([...filesIn(folder), ...filesIn(vscode.data())].filter(holdsSecret)).toEqual([]);
  await quickRow(page, 'Remove the Credentials').click();
  await runCommand(page, COMMAND);
  await quickRow(page, 'Token').waitFor();
  expect(await quickRow(page, 'Remove the Credentials').count()).toBe(0);
});

/** Logs and whatever else was written while it ran. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile());
}

const holdsSecret = (path: string): boolean => readFileSync(path).includes(SECRET);
