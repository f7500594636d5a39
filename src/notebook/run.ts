import type { Result } from '../base/result';
import { ok } from '../base/result';
import { readNotebook } from './ipynb';
import type { NotebookFailure } from './ipynb';
import { isObject, parseJson } from './json';

/** How a notebook was run, as far as its counts and outputs tell. Cells are numbered from 0 over all of them. */
export interface NotebookRun {
  /** Code cells that hold something to run. */
  readonly code: number;
  /** The first of them that was not run. */
  readonly notRun: number | undefined;
  /** The first that was run before one that stands above it. */
  readonly outOfOrder: number | undefined;
  /** The first whose output is an error. */
  readonly failed: { readonly cell: number; readonly error: string } | undefined;
  /** Does any cell show an output? */
  readonly outputs: boolean;
}

/** Reads how a notebook was run. Fails as `readNotebook` does. */
export function readRun(file: string, text: string): Result<NotebookRun, NotebookFailure> {
  const read = readNotebook(file, text);
  if (!read.ok) return read;
  const code = read.cells.flatMap(({ kind, text: source, executionCount }, cell) =>
    kind === 'code' && source.trim() !== '' ? [{ cell, count: executionCount }] : [],
  );
  const outputs = outputsOf(text);
  const failed = outputs.flatMap((output, cell) => errorIn(output, cell)).at(0);
  return ok({
    code: code.length,
    notRun: code.find(({ count }) => count === null)?.cell,
    outOfOrder: firstInversion(code),
    failed,
    outputs: outputs.some(output => output.length > 0),
  });
}

function firstInversion(
  cells: readonly { readonly cell: number; readonly count: number | null }[],
): number | undefined {
  let highest = 0;
  for (const { cell, count } of cells) {
    if (count === null) continue;
    if (count <= highest) return cell;
    highest = count;
  }
  return undefined;
}

function outputsOf(text: string): readonly (readonly unknown[])[] {
  const json = parseJson(text);
  const cells = json.ok && isObject(json.value) ? json.value['cells'] : undefined;
  return (Array.isArray(cells) ? cells : []).map((cell: unknown) => {
    const outputs = isObject(cell) ? cell['outputs'] : undefined;
    return Array.isArray(outputs) ? outputs : [];
  });
}

function errorIn(outputs: readonly unknown[], cell: number): NonNullable<NotebookRun['failed']>[] {
  return outputs.flatMap(output => {
    if (!isObject(output) || output['output_type'] !== 'error') return [];
    return [{ cell, error: typeof output['ename'] === 'string' ? output['ename'] : 'an error' }];
  });
}
