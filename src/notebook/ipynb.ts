import type { ModuleSource, Segment } from '../base/source';
import { fail } from '../base/result';
import type { NotebookCell } from './cells';
import { cellsOf } from './cells';
import type { JsonObject } from './json';
import { isObject, parseJson } from './json';
import { foreignLanguage } from './language';

/**
 * A `Result` whose value is the notebook as one Python module: the code cells in document order, joined by line feeds.
 * The kernel would run them in any order; document order is what a reader, and "Run all", sees.
 */
export type NotebookRead =
  | {
      readonly ok: true;
      readonly value: ModuleSource;
      /** All cells, Markdown and raw ones included: `cells[i]` is what a segment's `cell: i` points to. */
      readonly cells: readonly NotebookCell[];
      /** What is odd about the file and did not keep it from being read: sentences for the user. */
      readonly problems: readonly string[];
    }
  | { readonly ok: false; readonly failure: NotebookFailure };

/** Why a notebook cannot be analysed; `message` is a sentence for the user, without the path. */
export interface NotebookFailure {
  readonly kind: 'not-json' | 'not-a-notebook' | 'old-format' | 'newer-format' | 'other-language';
  readonly message: string;
}

/** Reads a notebook's text. Never throws: what cannot be read is a failure, what is odd in a cell is a problem. */
export function readNotebook(file: string, text: string): NotebookRead {
  const json = parseJson(text);
  if (!json.ok) return fail({ kind: 'not-json', message: `This notebook is not JSON: ${json.failure}` });
  if (!isObject(json.value)) return fail(notANotebook('it holds no object'));
  const failure = unreadable(json.value);
  if (failure) return fail(failure);
  const { cells, problems } = cellsOf(json.value['cells']);
  return { ok: true, value: joined(file, cells), cells, problems };
}

function notANotebook(why: string): NotebookFailure {
  const message = `This file is no Jupyter notebook: ${why}. Open it in Jupyter to see what it says.`;
  return { kind: 'not-a-notebook', message };
}

function unreadable(notebook: JsonObject): NotebookFailure | undefined {
  const format = notebook['nbformat'];
  if (typeof format === 'number' && format < 4) return { kind: 'old-format', message: oldFormat(format) };
  if (typeof format === 'number' && format >= 5)
    return { kind: 'newer-format', message: newerFormat(format) };
  if (Array.isArray(notebook['worksheets'])) return { kind: 'old-format', message: oldFormat(3) };
  if (!Array.isArray(notebook['cells'])) return notANotebook("it has no list of 'cells'");
  const language = foreignLanguage(notebook['metadata']);
  if (language === undefined) return undefined;
  return {
    kind: 'other-language',
    message: `This notebook is written in ${language}: only Python notebooks are analysed.`,
  };
}

function oldFormat(format: number): string {
  return (
    `This notebook has the old format ${format}: open and save it in Jupyter, ` +
    'or run "jupyter nbconvert --to notebook --inplace" on it, to bring it to format 4.'
  );
}

function newerFormat(format: number): string {
  return `This notebook has format ${format}, which is newer than format 4, the last that is understood here.`;
}

/** The code cells as one text. A cell without text is a segment, too: every line feed but those of cells joins two. */
function joined(file: string, cells: readonly NotebookCell[]): ModuleSource {
  const texts: string[] = [];
  const segments: Segment[] = [];
  // Of a notebook without any output nobody can tell what it showed.
  const outputs = cells.some(({ shows, failed }) => shows ?? failed);
  let start = 0;
  cells.forEach((cell, index) => {
    if (cell.kind !== 'code') return;
    const end = start + cell.text.length;
    texts.push(cell.text);
    segments.push({
      start,
      end,
      cell: index,
      executionCount: cell.executionCount,
      ...(cell.tags && { tags: cell.tags }),
      ...(cell.failed && { failed: true }),
      ...(outputs && { shows: cell.shows ?? false }),
      ...(cell.printed !== undefined && { printed: cell.printed }),
    });
    start = end + 1;
  });
  return { file, kind: 'notebook', text: texts.join('\n'), segments };
}
