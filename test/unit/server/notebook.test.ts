import { afterEach, describe, expect, it } from 'vitest';
import { DidChangeNotebookDocumentNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { METHODS } from '../../../src/protocol/messages';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient, toCell, uri } from './client';
import { LEAK_CELLS } from './code';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

/** As the editor names them: nothing in the address says where a cell stands. */
const CELLS = LEAK_CELLS.map((text, index) => ({
  uri: `vscode-notebook-cell:/w/n.ipynb#W${index * 7}`,
  text,
}));
const [LOAD, SCALE, FIT] = CELLS.map(cell => cell.uri) as [string, string, string];

/** The notebook on disk: Markdown stands before and between, so the cells that are linted are 1, 3 and 4. */
const SAVED = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'python3', language: 'python', display_name: 'Python 3' } },
  cells: [
    markdown('# Title'),
    code(LEAK_CELLS[0] ?? ''),
    markdown('Scale'),
    code(LEAK_CELLS[1] ?? ''),
    code(LEAK_CELLS[2] ?? ''),
  ],
});

function markdown(source: string): object {
  return { cell_type: 'markdown', id: source.length.toString(), metadata: {}, source };
}

function code(source: string): object {
  return {
    cell_type: 'code',
    id: source.length.toString(),
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  };
}

describe('a notebook that is open', () => {
  it('shows findings in the cell where they stand, with their path through other cells', async () => {
    client = await startClient(memoryFiles({ '/w/n.ipynb': SAVED }));
    await client.openNotebook('n.ipynb', CELLS);
    const [finding] = await client.until(
      () => client.diagnostics.get(SCALE)?.length === 1 && client.diagnostics.get(SCALE),
    );
    expect(finding?.range.start.line).toBe(0);
    expect(client.diagnostics.get(LOAD)).toEqual([]);
    await client.until(() => client.diagnostics.get(FIT)?.length === 0);
    const related = finding?.relatedInformation?.map(({ location }) => location.uri) ?? [];
    expect(new Set(related).size).toBeGreaterThan(1);
    expect(related.every(address => CELLS.some(cell => cell.uri === address))).toBe(true);
  });

  it('follows its cells as they move and go', async () => {
    client = await startClient(memoryFiles());
    await client.openNotebook('n.ipynb', CELLS);
    await client.until(() => client.diagnostics.get(SCALE)?.length === 1);
    const [load, scale, fit] = CELLS.map(toCell);
    await change({ structure: { array: { start: 0, deleteCount: 3, cells: [load, fit, scale] } } });
    await client.until(() => client.diagnostics.get(SCALE)?.length === 0);
    await change({ structure: { array: { start: 0, deleteCount: 3, cells: [load, scale, fit] } } });
    await client.until(() => client.diagnostics.get(SCALE)?.length === 1);
    await change({ structure: { array: { start: 1, deleteCount: 1 }, didClose: [{ uri: SCALE }] } });
    await client.until(() => client.diagnostics.get(SCALE)?.length === 0);
  });

  it('is mended in the cell', async () => {
    client = await startClient(memoryFiles());
    await client.openNotebook('n.ipynb', CELLS);
    const at = { line: 0, character: 6 };
    const ask = (cell: string): Promise<CodeAction[]> =>
      client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: cell },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
    const silence = (await ask(SCALE)).find(({ title }) => title.startsWith('Silence'));
    expect(silence?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: SCALE } }]);
    expect((await ask(LOAD)).filter(({ title }) => title.startsWith('Silence'))).toEqual([]);
  });

  it('takes the place of what was shown of it while it was closed, and gives it back', async () => {
    client = await startClient(memoryFiles({ '/w/n.ipynb': SAVED }));
    await client.request(METHODS.lintWorkspace, {});
    const [closed] = client.diagnostics.get(uri('n.ipynb')) ?? [];
    expect(closed?.message).toMatch(/^Cell 4, line 1: /);
    expect(closed?.range.start).toEqual({ line: 0, character: 0 });
    expect(closed?.relatedInformation?.[0]?.message).toMatch(/^Cell \d/);

    await client.openNotebook('n.ipynb', CELLS);
    await client.until(() => client.diagnostics.get(SCALE)?.length === 1);
    expect(client.diagnostics.get(uri('n.ipynb'))).toEqual([]);

    await client.closeNotebook('n.ipynb', CELLS);
    await client.until(() => client.diagnostics.get(uri('n.ipynb'))?.length === 1);
    expect(client.diagnostics.get(SCALE)).toEqual([]);
  });

  it('shows nothing any more once it was deleted', async () => {
    const files = memoryFiles({ '/w/n.ipynb': SAVED });
    client = await startClient(files);
    await client.request(METHODS.lintWorkspace, {});
    files.remove('/w/n.ipynb');
    await client.tellChanged(['n.ipynb', FileChangeType.Deleted]);
    await client.until(() => client.diagnostics.get(uri('n.ipynb'))?.length === 0);
  });

  function change(cells: object): Promise<void> {
    return client.connection.sendNotification(DidChangeNotebookDocumentNotification.method, {
      notebookDocument: { uri: uri('n.ipynb'), version: 2 },
      change: { cells },
    });
  }
});
