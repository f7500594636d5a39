import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFile, openView, remembered, runCommand, statusItem, treeRow } from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import { project } from './project';
import { useVsCode } from './vscode';

const vscode = useVsCode();

it('shows the tree again after a reload', async () => {
  const { page } = await vscode.open(project());
  await openView(page, 'Holdout');
  await treeRow(page, 'Problem definition').waitFor();
  await remembered(page, /activeviewletid","workbench\.view\.extension\.holdout"/);
  await page.reload();
  await treeRow(page, 'Problem definition').waitFor();
  const shown = Date.now();
  const { started, activated } = hostTimes(vscode.data());
  console.log(`the extension host activates Holdout ${String(activated - started)} ms after its start`);
  console.log(`the tree is visible ${String(shown - activated)} ms later`);
  await statusItem(page, 'Problem definition').waitFor();
});

it('stays asleep where there is neither a manifest nor Python', async () => {
  const { page } = await vscode.open(writeWorkspace('notes', { 'a.txt': 'a\n', 'b.py': 'print(1)\n' }));
  await runCommand(page, 'Developer: Show Running Extensions');
  const editor = page.locator('.runtime-extensions-editor');
  await editor.locator('.extension').first().waitFor();
  const row = editor.locator('.extension').filter({ hasText: 'Holdout' });
  expect(await row.count()).toBe(0);
  await openFile(page, 'b.py');
  await runCommand(page, 'Developer: Show Running Extensions');
  await row.waitFor();
  console.log(`without a manifest: ${(await row.locator('.activation-time').innerText()).trim()}`);
});

/** What the log of the youngest extension host says of when it was started, and began to activate Holdout. */
function hostTimes(data: string): { started: number; activated: number } {
  const logs = join(data, 'data/logs');
  const hosts = readdirSync(logs, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('remoteexthost.log'))
    .map(file => readFileSync(join(logs, file), 'utf8').split('\n'))
    .map(lines => ({
      started: timeOf(lines[0]),
      activated: timeOf(lines.find(line => line.includes('_doActivateExtension holdout.holdout'))),
    }));
  return hosts.reduce((youngest, host) => (host.started > youngest.started ? host : youngest));
}

function timeOf(line = ''): number {
  return Date.parse(line.split(' ', 1)[0] ?? '');
}
