import type { Span } from '../../base/place';
import { adopt } from './adopt';
import type { Edit } from './edit';
import { moveSpans, startOf } from './edit';
import type { ParseResult, Stmt } from './ast';
import { moveStatements } from './moved';
import type { ParseOptions } from './parse';
import { parse } from './parse';

/** A text that was parsed, as one or in cells. */
export interface ParsedText {
  readonly text: string;
  readonly options: ParseOptions;
  readonly parsed: ParseResult;
}

/**
 * Parses another version of a text, from a little above the edit to a little below it. The statements above it and below
 * it are the objects that they were before.
 *
 * @param before used up by this; may lack statements below the last edit
 */
export function parseAgain(before: ParsedText, edit: Edit, text: string, options: ParseOptions): ParseResult {
  const parsed = parsedAround(before, edit, text, options) ?? parse(text, options);
  const body = adopt(before.parsed.module.body, parsed.module.body, edit.start);
  return { ...parsed, module: { ...parsed.module, start: 0, end: text.length, body } };
}

function parsedAround(
  before: ParsedText,
  edit: Edit,
  text: string,
  options: ParseOptions,
): ParseResult | undefined {
  const start = before.options.notebook === options.notebook ? beginning(before, edit.start) : undefined;
  if (!start) return undefined;
  const from = start.offset;
  const end = ending(before, edit);
  const piece = end && parse(text, { ...options, from, to: end.offset + edit.by });
  if (piece && !piece.open && !piece.contextual && isReached(end, piece, edit))
    return joined(before.parsed, start, piece, below(before.parsed, end, edit));
  const rest = parse(text, { ...options, from });
  return rest.contextual ? undefined : joined(before.parsed, start, rest);
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

/** Where what is below an edit is read as it was before. */
interface Ending {
  /** Statements above it, in the version before. */
  readonly statements: number;
  /** Start of a line or of a cell, in the version before. */
  readonly offset: number;
  /** A whole statement between it and the edit, if only the way in which that is read makes it certain. */
  readonly proof: Stmt | undefined;
}

/** A cell stands alone. Within one, a statement that is read as before has nothing open above it and leaves nothing open. */
function ending({ text, options, parsed }: ParsedText, { oldEnd }: Edit): Ending | undefined {
  const { body } = parsed.module;
  if (options.notebook || (options.cells && options.cells.length > 1)) {
    const offset = options.cells?.find(cell => cell.start > oldEnd)?.start;
    // What the cell above lacks at its end is reported there.
    if (offset === undefined || parsed.problems.some(({ start }) => start === offset)) return undefined;
    return { statements: lastBefore(body, offset - 1) + 1, offset, proof: undefined };
  }
  const index = lastBefore(body, oldEnd) + 1;
  const [above, proof, next] = [body[index - 1], body[index], body[index + 1]];
  if (!proof || !next) return undefined;
  const own = ownLine(text, 0, startOf(proof), Math.max(oldEnd + 1, above?.end ?? 0));
  const offset = ownLine(text, 0, startOf(next), proof.end);
  if (own === undefined || offset === undefined) return undefined;
  const hasProblem = parsed.problems.some(problem => problem.end >= own && problem.start <= offset);
  return hasProblem ? undefined : { statements: index + 1, offset, proof };
}

function isReached({ proof }: Ending, { module: { body }, problems }: ParseResult, { by }: Edit): boolean {
  const last = body.at(-1);
  if (!proof) return true;
  if (last?.kind !== proof.kind) return false;
  const start = startOf(last);
  return (
    start === startOf(proof) + by &&
    last.end === proof.end + by &&
    !problems.some(problem => problem.end >= start)
  );
}

type Below = Pick<ParseResult, 'problems' | 'comments'> & { readonly body: readonly Stmt[] };

/** What was read below, moved with the text. */
function below(
  { module, problems, comments }: ParseResult,
  { statements, offset }: Ending,
  edit: Edit,
): Below {
  const kept = {
    body: module.body.slice(statements),
    problems: problems.slice(firstFrom(problems, offset)),
    comments: comments.slice(firstFrom(comments, offset)),
  };
  moveStatements(kept.body, edit);
  moveSpans(kept.problems, edit);
  moveSpans(kept.comments, edit);
  return kept;
}

const NOTHING: Below = { body: [], problems: [], comments: [] };

function joined(
  before: ParseResult,
  { statements, offset }: Beginning,
  part: ParseResult,
  rest: Below = NOTHING,
): ParseResult {
  const comments = before.comments.slice(0, firstFrom(before.comments, offset));
  const problems = before.problems.slice(0, firstFrom(before.problems, offset));
  return {
    module: {
      ...part.module,
      body: [...before.module.body.slice(0, statements), ...part.module.body, ...rest.body],
    },
    problems: [...problems, ...part.problems, ...rest.problems],
    comments: [...comments, ...part.comments, ...rest.comments],
    contextual: false,
    open: false,
  };
}

function firstFrom(spans: readonly Span[], offset: number): number {
  const index = spans.findIndex(({ start }) => start >= offset);
  return index < 0 ? spans.length : index;
}
