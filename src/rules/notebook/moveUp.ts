import type { Program } from '../../python/flow/program';
import type { Move } from '../../python/names/move';
import type { SpanFix } from '../contract';

/** Moves a statement that has its lines to itself; undefined for one that shares them. */
export function moveUp(program: Program, { statement, before }: Move): SpanFix['edits'] | undefined {
  const cell = program
    .notebook()
    ?.cells.find(one => one.start <= statement.start && statement.end <= one.end);
  if (!cell || !startsLine(program, before.start) || !startsLine(program, statement.start)) return undefined;
  const rest = program.textOf({ start: statement.end, end: cell.end });
  const tail = /^[ \t]*(\n|$)/.exec(rest)?.[0];
  if (tail === undefined) return undefined;
  const isLast = statement.end + tail.length >= cell.end && !tail.includes('\n');
  const start = isLast ? Math.max(cell.start, statement.start - 1) : statement.start;
  return [
    { span: { start: before.start, end: before.start }, newText: `${program.textOf(statement)}\n` },
    { span: { start, end: statement.end + tail.length }, newText: '' },
  ];
}

/** Cells are joined by line feeds, so that each begins a line. */
function startsLine(program: Program, offset: number): boolean {
  return offset === 0 || program.textOf({ start: offset - 1, end: offset }) === '\n';
}
