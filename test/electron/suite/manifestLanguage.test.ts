import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, fileUri, open, replace } from './workspace';

const MANIFEST = 'holdout.yaml';

describe('a manifest in the editor', () => {
  let original: string;

  before(async () => {
    original = (await open(MANIFEST)).document.getText();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
  });

  it('is completed with the metrics of the runs and the fields of the place', async () => {
    const { document } = await open(MANIFEST);
    await replace(
      document,
      '  recall: { min: 0.95, split: test }',
      '  other: { min: 0.95, split: test, un }\n  ',
    );
    const fields = await completionsAt(document, after(document, 'test, un'));
    assert.deepEqual(
      fields.map(labelOf).filter(label => label === 'unit' || label === 'min'),
      ['unit'],
    );
    const metrics = await completionsAt(document, after(document, 'un }\n  '));
    assert.ok(metrics.map(labelOf).includes('recall'), metrics.map(labelOf).join(', '));
  });

  it('explains a metric with its value', async () => {
    const { document } = await open(MANIFEST);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      after(document, '  acc'),
    );
    const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
    assert.match(text, /accuracy/);
    assert.match(text, /Target `>= 0\.9`/);
  });

  it('shows how stages and metrics stand', async () => {
    const { document } = await open(MANIFEST);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some(title => /(meets|misses) >= 0\.9/.test(title)),
      titles.join(' | '),
    );
    assert.ok(
      titles.some(title => /of \d+ criteria met/.test(title)),
      titles.join(' | '),
    );
  });

  it('has a metric renamed', async () => {
    const { document } = await open(MANIFEST);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      after(document, '  acc'),
      'share_right',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), original.replace('  accuracy:', '  share_right:'));
  });

  it('leads from a path to its file', async () => {
    const { document } = await open(MANIFEST);
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      after(document, '- reports/met'),
    );
    const targets = places.map(place => ('uri' in place ? place.uri : place.targetUri).path);
    assert.deepEqual(targets, [fileUri('reports/metrics.json').path]);
  });
});

function after(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${text} is not in ${document.uri.path}`);
  return document.positionAt(at + text.length);
}

async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

const labelOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? label : label.label;

const textOf = (content: vscode.MarkdownString | vscode.MarkedString): string =>
  typeof content === 'string' ? content : content.value;
