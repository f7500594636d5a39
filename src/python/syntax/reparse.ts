import type { Span } from '../../base/place';
import { adopt } from './adopt';
import { startOf } from './edit';
import type { ParseResult, Stmt } from './ast';
import type { ParseOptions } from './parse';
import { parse } from './parse';

/** A text that was parsed, as one or in cells. */
export interface ParsedText {
  readonly text: string;
  readonly options: ParseOptions;
  readonly parsed: ParseResult;
}

/**
 * Parses another version of a text, from a little above the edit on. The statements above it are the objects that they
 * were before.
 *
 * @param before may lack statements below the last edit
 * @param edit where the two begin to differ: see `firstDifference`
 */
export function parseAgain(
  before: ParsedText,
  edit: number,
  text: string,
  options: ParseOptions,
): ParseResult {
  const start = before.options.notebook === options.notebook ? beginning(before, edit) : undefined;
  const part = start && parse(text, { ...options, from: start.offset });
  const parsed = part && !part.contextual ? joined(before.parsed, start, part) : parse(text, options);
  const body = adopt(before.parsed.module.body, parsed.module.body, edit);
  return { ...parsed, module: { ...parsed.module, start: 0, body } };
}

interface Beginning {
  /** Statements above it. */
  readonly statements: number;
  /** Start of a line. */
  readonly offset: number;
}

/**
 * The line of the last statement but one that begins above the edit: the last may become a part of it. Below an error
 * in its cell nothing is certain to begin where it began before.
 */
function beginning({ text, options, parsed }: ParsedText, edit: number): Beginning | undefined {
  const { body } = parsed.module;
  if (parsed.contextual) return undefined;
  for (let index = lastBefore(body, edit) - 1; index > 0; index--) {
    const [statement, above] = [body[index], body[index - 1]];
    if (!statement || !above) break;
    const start = startOf(statement);
    const cell = options.cells?.findLast(one => one.start <= start)?.start ?? 0;
    const offset = ownLine(text, cell, start, above.end);
    const isBelowError = parsed.problems.some(problem => problem.start >= cell && problem.start <= start);
    if (offset !== undefined && !isBelowError) return { statements: index, offset };
  }
  return undefined;
}

/** The last statement that begins at or before an offset; -1 where none does. */
export function lastBefore(body: readonly Stmt[], offset: number): number {
  let [low, high] = [-1, body.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const statement = body[middle];
    if (statement && startOf(statement) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The start of the line of a statement that begins at `start`, if the one above does not end on it. */
function ownLine(text: string, cell: number, start: number, above: number): number | undefined {
  let offset = start;
  while (offset > cell && /[ \t]/.test(text.charAt(offset - 1))) offset--;
  const isLine = offset === cell || text.charAt(offset - 1) === '\n';
  // A line that a backslash joins to the one above begins nothing.
  const isJoined = /\\\r?\n$/.test(text.slice(Math.max(cell, offset - 3), offset));
  return isLine && !isJoined && above <= offset ? offset : undefined;
}

function joined(before: ParseResult, { statements, offset }: Beginning, part: ParseResult): ParseResult {
  const comments = before.comments.slice(0, firstFrom(before.comments, offset));
  const problems = before.problems.slice(0, firstFrom(before.problems, offset));
  return {
    module: {
      ...part.module,
      body: [...before.module.body.slice(0, statements), ...part.module.body],
    },
    problems: [...problems, ...part.problems],
    comments: [...comments, ...part.comments],
    contextual: false,
  };
}

function firstFrom(spans: readonly Span[], offset: number): number {
  const index = spans.findIndex(({ start }) => start >= offset);
  return index < 0 ? spans.length : index;
}
