import type { Cell, TableBlock } from './document';

/** Names that tools draw at random: nobody reads more of them than their beginning. */
const RANDOM = /(?<![0-9a-f])([0-9a-f]{8})[0-9a-f]{16,}(?![0-9a-f])/gi;

/** `mlruns/1/5c0f2a9be1…/meta.yaml` as `mlruns/1/5c0f2a9b…/meta.yaml`. */
export function shortIds(text: string): string {
  return text.replace(RANDOM, '$1…');
}

/** Is it a day, or a day and its time? That stays on one line. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d( \d\d:\d\d UTC)?$/.test(text);
}

/** A cell of which nothing is known. */
export const UNKNOWN = '—';

/** The table without columns that say nothing in any of its rows; the first, which names them, stays. */
export function statedColumns(table: TableBlock): TableBlock {
  const { columns, rows } = table;
  const says = columns.map((_, at) => at === 0 || rows.some(({ cells }) => !isSilent(cells[at])));
  return {
    ...table,
    columns: columns.filter((_, at) => says[at]),
    rows: rows.map(row => ({ ...row, cells: row.cells.filter((_, at) => says[at]) })),
  };
}

function isSilent(cell: Cell | undefined): boolean {
  return cell === undefined || cell === '' || cell === UNKNOWN;
}
