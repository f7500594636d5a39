import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, ours } from './until';
import { closeEditors, fileUri, open, replace } from './workspace';

const LEAK = 'StandardScaler().fit_transform(frame.drop(columns="size"))';

describe('a script', () => {
  afterEach(closeEditors);

  it('shows a finding with its path and a link to its rule', async () => {
    const { document } = await open('scripts/leak.py');
    const [finding, ...others] = await diagnostics(document.uri, 'a finding', found => found.length > 0);
    assert.ok(finding);
    assert.deepEqual(others, []);
    assert.equal(codeOf(finding), 'fit-before-split');
    assert.equal(finding.range.start.line, 7);
    assert.ok((finding.relatedInformation ?? []).length >= 2, 'the path has a beginning and an end');
    for (const { location } of finding.relatedInformation ?? []) {
      assert.equal(location.uri.toString(), document.uri.toString());
    }
    assert.ok(typeof finding.code === 'object');
    assert.match(finding.code.target.toString(), /fit-before-split/);
  });

  it('loses the finding when the cause goes, and has it again when it comes back', async () => {
    const { document } = await open('scripts/leak.py');
    await diagnostics(document.uri, 'a finding', found => found.length === 1);
    await replace(document, LEAK, 'frame.drop(columns="size")');
    await diagnostics(document.uri, 'no finding', found => found.length === 0);
    await vscode.commands.executeCommand('undo');
    await diagnostics(document.uri, 'the finding again', found => found.length === 1);
  });

  it('is mended by its quick fix', async () => {
    const { document } = await open('scripts/refit.py');
    const [finding] = await diagnostics(document.uri, 'a finding', found => found.length === 1);
    assert.ok(finding);
    assert.equal(codeOf(finding), 'refit-on-test');
    const actions = await actionsAt(document, finding.range);
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    assert.ok(fix?.edit, `no preferred fix among ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /X_test = scaler\.transform\(X_test\)/);
    await diagnostics(document.uri, 'no finding', found => found.length === 0);
  });

  it('is silenced by a comment that a quick fix writes', async () => {
    const { document } = await open('scripts/leak.py');
    const [finding] = await diagnostics(document.uri, 'a finding', found => found.length === 1);
    assert.ok(finding);
    const actions = await actionsAt(document, finding.range);
    const silence = actions.find(({ title }) => title.startsWith('Silence fit-before-split'));
    assert.ok(silence?.edit);
    assert.ok(await vscode.workspace.applyEdit(silence.edit));
    assert.match(document.lineAt(7).text, /# holdout: ignore\[fit-before-split\]/);
    await diagnostics(document.uri, 'no finding', found => found.length === 0);
  });

  it('explains the finding in its hover', async () => {
    const { document } = await open('scripts/leak.py');
    const [finding] = await diagnostics(document.uri, 'a finding', found => found.length === 1);
    assert.ok(finding);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      finding.range.start,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map(part => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /\*\*fit-before-split\*\*/);
    assert.match(text.join('\n'), /line 9/);
  });

  it('follows the severity that a setting gives', async () => {
    const settings = vscode.workspace.getConfiguration('holdout');
    const { document } = await open('scripts/leak.py');
    await diagnostics(document.uri, 'a finding', found => found.length === 1);
    try {
      await settings.update('rules', { 'fit-before-split': 'hint' }, vscode.ConfigurationTarget.Global);
      await diagnostics(
        document.uri,
        'a hint',
        ([found]) => found?.severity === vscode.DiagnosticSeverity.Hint,
      );
      await settings.update('rules', { 'fit-before-split': 'off' }, vscode.ConfigurationTarget.Global);
      await diagnostics(document.uri, 'nothing', found => found.length === 0);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await diagnostics(document.uri, 'the finding again', found => found.length === 1);
  });

  it('without a fault has no findings', async () => {
    await open('scripts/leak.py');
    const { document } = await open('scripts/clean.py');
    // Both were sent in this order, so once the first has its finding the second has been looked at, or soon is.
    await diagnostics(fileUri('scripts/leak.py'), 'a finding', found => found.length === 1);
    assert.deepEqual(ours(document.uri), []);
  });
});

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
  return found;
}
