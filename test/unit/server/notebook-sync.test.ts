import { describe, expect, it } from 'vitest';
import { NotebookCellKind } from 'vscode-languageserver';
import type { OpenNotebook } from '../../../src/server/sync/notebook';
import {
  cellDocuments,
  changeNotebook,
  notebookModule,
  openNotebook,
} from '../../../src/server/sync/notebook';

const item = (name: string, text: string, languageId = 'python') => ({
  uri: `cell:${name}`,
  languageId,
  version: 1,
  text,
});
const cell = (name: string, executionOrder?: number) => ({
  kind: NotebookCellKind.Code,
  document: `cell:${name}`,
  ...(executionOrder === undefined ? {} : { executionSummary: { executionOrder } }),
});

function notebook(...texts: readonly [name: string, text: string][]): OpenNotebook {
  return openNotebook({
    notebookDocument: {
      uri: 'file:///n.ipynb',
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: texts.map(([name]) => cell(name)),
    },
    cellTextDocuments: texts.map(([name, text]) => item(name, text)),
  });
}

function describeNotebook(open: OpenNotebook): string[] {
  const source = notebookModule(open, '/n.ipynb');
  const parts = cellDocuments(open);
  return source.segments.map(
    ({ start, end, cell: index }) => `${parts[index ?? -1]?.uri}=${source.text.slice(start, end)}`,
  );
}

describe('an open notebook', () => {
  it('is one module of its cells, each found again by its address', () => {
    const open = notebook(['a', 'x = 1'], ['b', ''], ['c', 'print(x)']);
    expect(describeNotebook(open)).toEqual(['cell:a=x = 1', 'cell:b=', 'cell:c=print(x)']);
    expect(notebookModule(open, '/n.ipynb').text).toBe('x = 1\n\nprint(x)');
  });

  it('follows text, new cells, removed cells and cells that only move', () => {
    let open = notebook(['a', 'x = 1'], ['b', 'y = 2']);
    open = changeNotebook(open, {
      change: {
        cells: {
          textContent: [
            {
              document: { uri: 'cell:a', version: 2 },
              changes: [
                { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } }, text: '3' },
              ],
            },
          ],
        },
      },
    });
    expect(describeNotebook(open)).toEqual(['cell:a=x = 3', 'cell:b=y = 2']);
    open = changeNotebook(open, {
      change: {
        cells: {
          structure: {
            array: { start: 1, deleteCount: 0, cells: [cell('c')] },
            didOpen: [item('c', 'z = 1')],
          },
        },
      },
    });
    expect(describeNotebook(open)).toEqual(['cell:a=x = 3', 'cell:c=z = 1', 'cell:b=y = 2']);
    open = changeNotebook(open, {
      change: {
        cells: {
          structure: { array: { start: 0, deleteCount: 3, cells: [cell('b'), cell('a'), cell('c')] } },
        },
      },
    });
    expect(describeNotebook(open)).toEqual(['cell:b=y = 2', 'cell:a=x = 3', 'cell:c=z = 1']);
    open = changeNotebook(open, {
      change: {
        cells: { structure: { array: { start: 0, deleteCount: 1 }, didClose: [{ uri: 'cell:b' }] } },
      },
    });
    expect(describeNotebook(open)).toEqual(['cell:a=x = 3', 'cell:c=z = 1']);
  });

  it('knows which cells were executed, and survives news of a cell it does not know', () => {
    const open = changeNotebook(notebook(['a', 'x = 1'], ['b', 'y = 2']), {
      change: { cells: { data: [cell('b', 4), cell('unknown', 5)] } },
    });
    expect(notebookModule(open, '/n.ipynb').segments.map(({ executionCount }) => executionCount)).toEqual([
      null,
      4,
    ]);
  });

  it('leaves out cells that are not Python', () => {
    const open = openNotebook({
      notebookDocument: {
        uri: 'file:///n.ipynb',
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: [cell('r'), { kind: NotebookCellKind.Markup, document: 'cell:m' }, cell('a')],
      },
      cellTextDocuments: [item('r', 'x <- 1', 'r'), item('m', '# x', 'markdown'), item('a', 'x = 1')],
    });
    expect(describeNotebook(open)).toEqual(['cell:a=x = 1']);
  });
});
