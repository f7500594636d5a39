import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandName } from '../../../src/contributes/commands';
import { diagnostics, until } from './until';
import { closeEditors, fileUri, open, replace, textOnDisk } from './workspace';

const MANIFEST = 'holdout.yaml';
const STAGE = 'problem-definition';

describe('the manifest', () => {
  let original: string;

  before(async () => {
    original = await textOnDisk(MANIFEST);
    const settings = vscode.workspace.getConfiguration('holdout');
    await settings.update('name', 'tester', vscode.ConfigurationTarget.Global);
  });

  afterEach(async () => {
    await restore(original);
    await closeEditors();
  });

  it('shows a mistake where it stands, with the nearest known name', async () => {
    const { document } = await open(MANIFEST);
    await diagnostics(document.uri, 'no problem', found => found.length === 0);
    await replace(document, 'baseline: every tenth leaf', 'basline: every tenth leaf');
    const [problem] = await diagnostics(document.uri, 'a problem', found => found.length === 1);
    assert.ok(problem);
    assert.match(problem.message, /did you mean `baseline`/i);
    assert.equal(document.getText(problem.range), 'basline');
    await replace(document, 'basline', 'baseline');
    await diagnostics(document.uri, 'no problem', found => found.length === 0);
  });

  it('is ticked with comments and order kept', async () => {
    const target = { project: fileUri(MANIFEST).fsPath, stage: STAGE, criterion: 'agreed' };
    const text = await afterSaving(() => vscode.commands.executeCommand(commandName('tick'), target));
    assert.match(text, /by: tester/);
    for (const comment of commentsOf(original)) assert.ok(text.includes(comment), `${comment} is gone`);
    assert.deepEqual(
      linesOf(text).filter(line => linesOf(original).includes(line)),
      linesOf(original),
    );
  });

  it('is unticked again', async () => {
    const target = { project: fileUri(MANIFEST).fsPath, stage: STAGE, criterion: 'interviewed' };
    const text = await afterSaving(() => vscode.commands.executeCommand(commandName('untick'), target));
    assert.doesNotMatch(text, /2026-10-02/);
    assert.match(text, /# An interview is planned\./);
  });

  it('has a signed stage reopened', async () => {
    const target = { project: fileUri(MANIFEST).fsPath, stage: 'exploration' };
    const text = await afterSaving(() => vscode.commands.executeCommand(commandName('reopen'), target));
    assert.doesNotMatch(text, /signed_off/);
    for (const comment of commentsOf(original)) assert.ok(text.includes(comment), `${comment} is gone`);
  });

  it('is created only where there is none', async () => {
    await vscode.commands.executeCommand(commandName('createManifest'));
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, fileUri(MANIFEST).fsPath);
    assert.equal(await textOnDisk(MANIFEST), original);
  });
});

/** Runs something that writes the manifest; returns its text once it is saved. */
async function afterSaving(run: () => Thenable<unknown>): Promise<string> {
  const saved = until('the manifest to be saved', vscode.workspace.onDidSaveTextDocument, once());
  await run();
  await saved;
  return textOnDisk(MANIFEST);
}

/** False for the question at the start, true for the event. */
function once(): () => boolean {
  let asked = false;
  return () => {
    const answer = asked;
    asked = true;
    return answer;
  };
}

function commentsOf(text: string): string[] {
  return text.match(/# .+$/gm) ?? [];
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line.trim() !== '');
}

/** By an edit, so that the server hears of it before whatever is asked next. */
async function restore(text: string): Promise<void> {
  const { document } = await open(MANIFEST);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
