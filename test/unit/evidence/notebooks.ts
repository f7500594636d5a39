/** One code cell of a notebook: its execution count, and what it shows. */
export interface Cell {
  readonly count: number | null;
  readonly source?: string;
  /** The name of the error that it ended in. */
  readonly error?: string;
  /** Shows nothing. */
  readonly silent?: boolean;
}

/** A notebook of these code cells, below a title. */
export function notebook(cells: readonly Cell[]): string {
  const title = { cell_type: 'markdown', metadata: {}, source: '# A look at the data' };
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'python3', language: 'python' } },
    cells: [title, ...cells.map(codeCell)],
  });
}

function codeCell({ count, source = 'df.describe()', error, silent }: Cell): object {
  const shown = { output_type: 'execute_result', data: { 'text/plain': '1' }, metadata: {} };
  const failed = { output_type: 'error', ename: error, evalue: '', traceback: [] };
  const outputs = error !== undefined ? [failed] : silent ? [] : [shown];
  return { cell_type: 'code', metadata: {}, execution_count: count, source, outputs };
}
