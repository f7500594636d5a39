import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandName } from '../../../src/contributes/commands';
import type { LintWorkspaceResult } from '../../../src/protocol/messages';
import { codeOf, diagnostics } from './until';
import { closeEditors, fileUri, openNotebook, writeToDisk } from './workspace';

describe('linting the workspace', () => {
  afterEach(closeEditors);

  it('finds what is wrong in files that are not open', async () => {
    const result = await vscode.commands.executeCommand<LintWorkspaceResult>(commandName('lintWorkspace'));
    assert.ok(result.files >= 4);
    assert.ok(result.findings >= 3);
    assert.deepEqual(result.skipped, []);
    const [leak] = await diagnostics(fileUri('scripts/leak.py'), 'a finding', found => found.length === 1);
    assert.equal(leak && codeOf(leak), 'fit-before-split');
    await diagnostics(fileUri('notebooks/leaves.ipynb'), 'a finding', found => found.length === 1);
    assert.equal(vscode.window.visibleTextEditors.length, 0);
  });

  it('says which cell a finding in a closed notebook is about, and hands it over to the cell once it is open', async () => {
    await vscode.commands.executeCommand(commandName('lintWorkspace'));
    const closed = fileUri('notebooks/leaves.ipynb');
    const [finding] = await diagnostics(closed, 'a finding', found => found.length === 1);
    assert.match(finding?.message ?? '', /^Cell 6, line 2:/);
    const notebook = await openNotebook('notebooks/leaves.ipynb');
    await diagnostics(notebook.cellAt(5).document.uri, 'a finding', found => found.length === 1);
    await diagnostics(closed, 'no finding twice', found => found.length === 0);
  });

  it('names what cannot be read', async () => {
    const broken = fileUri('notebooks/broken.ipynb');
    await writeToDisk('notebooks/broken.ipynb', '{ "cells": [');
    try {
      const { skipped } = await vscode.commands.executeCommand<LintWorkspaceResult>(
        commandName('lintWorkspace'),
      );
      assert.deepEqual(
        skipped.map(({ file }) => file),
        [broken.fsPath],
      );
      assert.notEqual(skipped[0]?.reason, '');
    } finally {
      await vscode.workspace.fs.delete(broken);
    }
  });
});
