import type { Program } from '../python/flow/program';
import type { Rows, Source } from '../python/flow/rows';
import { sourcesOf } from '../python/flow/rows';
import { assignmentOf, wholeText } from './edits';

/** How many rows a table has at most, and who says so. */
export interface TableSize {
  readonly rows: number;
  readonly how: string;
}

/** The number of rows, where it is known of every table that they come from. */
export function smallTable(program: Program, rows: Rows): TableSize | undefined {
  const sizes = [...new Set(sourcesOf(rows))].map(source => sizeOf(program, source));
  const known = sizes.filter(size => size !== undefined);
  const [first] = known;
  if (!first || known.length < sizes.length) return undefined;
  return { rows: known.reduce((sum, size) => sum + size.rows, 0), how: first.how };
}

function sizeOf(program: Program, source: Source): TableSize | undefined {
  if (source.pixels === true) return undefined;
  if (source.size !== undefined) return { rows: source.size, how: `\`${source.label}\`` };
  return source.kind === 'load' ? shownSize(program, source) : undefined;
}

/** `df.shape` as the last line of a cell, whose stored output is `(891, 12)`. */
function shownSize(program: Program, { site }: Source): TableSize | undefined {
  const table = assignmentOf(program, site)?.name;
  const cells = program.notebook()?.cells ?? [];
  if (table === undefined) return undefined;
  const shows = new RegExp(`(^|\\n)(${table}\\.shape|print\\(${table}\\.shape\\))\\s*$`);
  const text = wholeText(program);
  for (const { start, end, printed } of cells) {
    if (end <= site.start || printed === undefined || !shows.test(text.slice(start, end))) continue;
    const rows = /^\s*\((\d+), \d+\)\s*$/.exec(printed)?.[1];
    if (rows !== undefined)
      return { rows: Number(rows), how: `\`${table}.shape\` in ${program.whereIs({ start, end })}` };
  }
  return undefined;
}
