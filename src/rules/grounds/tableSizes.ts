import type { Program } from '../../python/flow/program';
import type { Rows, Source } from '../../python/flow/rows/rows';
import { sourcesOf } from '../../python/flow/rows/rows';
import { assignmentOf, wholeText } from '../fixes/edits';

/** How many rows a table has at most, and who says so. */
export interface TableSize {
  readonly rows: number;
  /** How many columns, where that is known too. */
  readonly columns?: number | undefined;
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

/** With at least one column for ten rows, some of those that mean nothing go with the answers by chance. */
export function hasManyColumns(program: Program, rows: Rows): boolean {
  return [...new Set(sourcesOf(rows))].some(source => {
    const size = sizeOf(program, source) ?? askedSize(program, source);
    return size?.columns !== undefined && size.columns * 10 >= size.rows;
  });
}

function sizeOf(program: Program, source: Source): TableSize | undefined {
  if (source.pixels === true) return undefined;
  if (source.size !== undefined)
    return { rows: source.size, columns: askedColumns(program, source), how: `\`${source.label}\`` };
  return source.kind === 'load' ? shownSize(program, source) : undefined;
}

/** Of rows that are drawn: as many as the program asks for. */
function askedSize(program: Program, source: Source): Pick<TableSize, 'rows' | 'columns'> | undefined {
  if (source.kind !== 'generate') return undefined;
  const text = program.textOf(source.site);
  const asked = /\bn_samples\s*=\s*(\d+)/.exec(text) ?? /\(\s*(\d+)\s*,\s*\d+\s*\)/.exec(text);
  return asked?.[1] === undefined
    ? undefined
    : { rows: Number(asked[1]), columns: askedColumns(program, source) };
}

/** `make_classification(n_samples=200, n_features=2000)`, `rng.normal(size=(200, 2000))` */
function askedColumns(program: Program, { site }: Source): number | undefined {
  const text = program.textOf(site);
  const asked = /\bn_features\s*=\s*(\d+)/.exec(text) ?? /\(\s*\d+\s*,\s*(\d+)\s*\)/.exec(text);
  return asked?.[1] === undefined ? undefined : Number(asked[1]);
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
    const [, rows, columns] = /^\s*\((\d+), (\d+)\)\s*$/.exec(printed) ?? [];
    if (rows !== undefined)
      return {
        rows: Number(rows),
        columns: Number(columns),
        how: `\`${table}.shape\` in ${program.whereIs({ start, end })}`,
      };
  }
  return undefined;
}
