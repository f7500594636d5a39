import { cellTags } from '../base/tags';
import type { JsonObject } from './json';
import { isObject } from './json';

/** One cell; line ends are line feeds. */
export interface NotebookCell {
  readonly kind: 'code' | 'markdown' | 'raw' | 'unknown';
  readonly text: string;
  /** Of a code cell that was executed; else `null`. */
  readonly executionCount: number | null;
  readonly tags?: readonly string[];
  /** One of its stored outputs is an error. */
  readonly failed?: true;
  /** One of its stored outputs is something to look at: text that was printed, a value, a picture. */
  readonly shows?: true;
  /** The text among its stored outputs, shortened; absent where there is none. */
  readonly printed?: string;
  /** nbformat 4.5 gives every cell one. */
  readonly id?: string;
}

/** The cells in document order. What is no cell keeps its place, so that the others keep their numbers. */
export function cellsOf(value: unknown): {
  readonly cells: readonly NotebookCell[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const cells = (Array.isArray(value) ? value : []).map((cell, index) => readCell(cell, index, problems));
  return { cells, problems };
}

function readCell(cell: unknown, index: number, problems: string[]): NotebookCell {
  if (!isObject(cell)) {
    problems.push(`Cell ${index} is not an object and was left out.`);
    return { kind: 'unknown', text: '', executionCount: null };
  }
  const kind = kindOf(cell['cell_type']);
  if (kind === 'unknown') {
    problems.push(
      `Cell ${index} has the unknown type ${JSON.stringify(cell['cell_type'])} and was left out.`,
    );
  }
  const text = textOf(cell['source']);
  if (text === undefined)
    problems.push(`The source of cell ${index} is neither text nor a list of lines and was left out.`);
  const count = cell['execution_count'];
  const id = cell['id'];
  return {
    kind,
    text: text ?? '',
    // Counts begin at 1: some tools write 0 for a cell that was not run.
    executionCount: typeof count === 'number' && count > 0 ? count : null,
    ...(typeof id === 'string' && { id }),
    ...withTags(cell['metadata']),
    ...(has(cell['outputs'], isError) && { failed: true }),
    ...(has(cell['outputs'], isShown) && { shows: true }),
    ...withPrinted(cell['outputs']),
  };
}

/** Enough to tell two runs apart by their numbers; a table or a log goes on for long. */
const MOST_PRINTED = 4000;

function withPrinted(outputs: unknown): Pick<NotebookCell, 'printed'> {
  const texts = (Array.isArray(outputs) ? outputs : []).flatMap(output => {
    if (!isObject(output)) return [];
    const plain = isObject(output['data']) ? output['data']['text/plain'] : undefined;
    return textOf(output['text']) || textOf(plain) || [];
  });
  return texts.length === 0 ? {} : { printed: texts.join('\n').slice(0, MOST_PRINTED) };
}

function withTags(metadata: unknown): Pick<NotebookCell, 'tags'> {
  const tags = cellTags(metadata);
  return tags.length > 0 ? { tags } : {};
}

function has(outputs: unknown, what: (output: JsonObject) => boolean): boolean {
  return Array.isArray(outputs) && outputs.some(output => isObject(output) && what(output));
}

function isError(output: JsonObject): boolean {
  return output['output_type'] === 'error';
}

/** Warnings on `stderr` say nothing of the data. */
function isShown(output: JsonObject): boolean {
  return !isError(output) && output['name'] !== 'stderr';
}

function kindOf(type: unknown): NotebookCell['kind'] {
  return type === 'code' || type === 'markdown' || type === 'raw' ? type : 'unknown';
}

/** Text, or a list of lines that bring their line ends along. A missing source is an empty one. */
function textOf(source: unknown): string | undefined {
  if (source === undefined || source === null) return '';
  if (typeof source === 'string') return lineFeeds(source);
  if (!Array.isArray(source) || !source.every(line => typeof line === 'string')) return undefined;
  return lineFeeds(source.join(''));
}

function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
