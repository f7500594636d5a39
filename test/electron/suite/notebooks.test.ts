import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, ours } from './until';
import { closeEditors, openNotebook, replace } from './workspace';

/** Of all cells, Markdown included, the one that fits the scaler. */
const SCALES = 5;
const NOTEBOOK = 'notebooks/leaves.ipynb';

describe('a notebook', () => {
  afterEach(closeEditors);

  it('shows a finding on the cell that causes it, with Markdown between', async () => {
    const notebook = await openNotebook(NOTEBOOK);
    const cell = notebook.cellAt(SCALES).document;
    const [finding, ...others] = await diagnostics(cell.uri, 'a finding', found => found.length > 0);
    assert.ok(finding);
    assert.deepEqual(others, []);
    assert.equal(codeOf(finding), 'fit-before-split');
    assert.equal(finding.range.start.line, 1);
    const elsewhere = notebook.getCells().filter(({ index }) => index !== SCALES);
    assert.deepEqual(
      elsewhere.flatMap(({ document }) => ours(document.uri)),
      [],
    );
  });

  it('leads from the finding to the cells on its path', async () => {
    const notebook = await openNotebook(NOTEBOOK);
    const cell = notebook.cellAt(SCALES).document;
    const [finding] = await diagnostics(cell.uri, 'a finding', found => found.length > 0);
    const cells = (finding?.relatedInformation ?? []).map(({ location }) =>
      notebook.getCells().findIndex(({ document }) => document.uri.toString() === location.uri.toString()),
    );
    assert.ok(cells.includes(3), `the rows are read in cell 3; the path has ${cells.join(', ')}`);
    assert.ok(cells.includes(7), `they are split in cell 7; the path has ${cells.join(', ')}`);
  });

  it('is one module: an edit in one cell moves the finding of another', async () => {
    const notebook = await openNotebook(NOTEBOOK);
    const cell = notebook.cellAt(SCALES).document;
    await diagnostics(cell.uri, 'a finding', found => found.length === 1);
    const split = notebook.cellAt(7).document;
    await replace(split, 'train_test_split(X, y, random_state=0)', 'X, None, y, None');
    await diagnostics(cell.uri, 'no finding', found => found.length === 0);
    await replace(split, 'X, None, y, None', 'train_test_split(X, y, random_state=0)');
    await diagnostics(cell.uri, 'the finding again', found => found.length === 1);
  });

  it('keeps the finding on its cell when a Markdown cell comes before it', async () => {
    const notebook = await openNotebook(NOTEBOOK);
    const cell = notebook.cellAt(SCALES).document;
    await diagnostics(cell.uri, 'a finding', found => found.length === 1);
    const edit = new vscode.WorkspaceEdit();
    const text = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'A word before.', 'markdown');
    const code = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'print("between")', 'python');
    edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(0, [text, code])]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await replace(cell, 'scaler = StandardScaler()', '# moved\nscaler = StandardScaler()');
    await diagnostics(cell.uri, 'the finding a line lower', ([found]) => found?.range.start.line === 2);
    assert.deepEqual(ours(notebook.cellAt(SCALES).document.uri), []);
  });
});
