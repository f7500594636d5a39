import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openView, runCommand, treeRow } from '../harness/workbench';
import type { StubServer } from '../support/mlflowServer';
import { stubMlflow } from '../support/mlflowServer';
import { project } from './project';
import { useVsCode } from './vscode';

const vscode = useVsCode();

let server: StubServer;
beforeEach(async () => {
  server = await stubMlflow({ runs: [{ id: 'r', metrics: { recall: [0.9] } }] });
});
afterEach(() => server.close());

const LIFECYCLE = `id: own
title: Own
stages: [{ id: s, title: Good enough, criteria: [{ id: recall, ask: Good?, evidence: { metric: recall } }] }]
`;

it('a tracking server is asked once the user has agreed, and not before', async () => {
  const workspace = project();
  writeFileSync(join(workspace.folder, 'own.yaml'), LIFECYCLE);
  const runs = `runs: [{ mlflow: "${server.address}" }]`;
  writeFileSync(
    join(workspace.folder, 'holdout.yaml'),
    `version: 1\nname: Leaves\nlifecycle: ./own.yaml\nmetrics: { recall: { min: 0.8 } }\n${runs}\n`,
  );
  const { page } = await vscode.open(workspace);
  await openView(page, 'Holdout');
  await treeRow(page, server.address).waitFor();
  expect(server.asked).toEqual([]);
  await runCommand(page, 'Holdout: Allow Host');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText(`May Holdout ask ${server.address}?`).waitFor();
  await dialog.getByRole('button', { name: 'Allow' }).click();
  await treeRow(page, 'Good enough').and(page.locator('[aria-label*="1 of 1"]')).waitFor();
  expect(await treeRow(page, server.address).count()).toBe(0);
  expect(server.asked.length).toBeGreaterThan(0);
});
