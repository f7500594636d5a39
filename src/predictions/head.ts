import type { Result } from '../base/result';
import { ok } from '../base/result';
import { valueOf } from '../data/summary/value';
import type { Cell } from '../data/table/batch';
import type { Label } from '../statistics/classification/confusion';
import type { ColumnReading, UnreadFile } from './read';
import { eachBatch } from './read';

/** What the first rows of a file tell of a column. */
export interface HeadColumn {
  readonly name: string;
  /** Different values; no more than {@link MOST_DISTINCT} are kept. */
  readonly distinct: ReadonlySet<Label>;
  /** All values that are there are numbers, or whole ones. */
  readonly isNumeric: boolean;
  readonly isInteger: boolean;
  /** All numbers lie in [0, 1], and one strictly between. */
  readonly isProbability: boolean;
  /** Cells are lists, as JSON has them. */
  readonly isList: boolean;
  readonly present: number;
}

export type Head = ReadonlyMap<string, HeadColumn>;

/** Rows that are looked at. */
const HEAD_ROWS = 5_000;
export const MOST_DISTINCT = 200;

/** Looks at the beginning of a file. */
export async function readHead(file: string, reading: ColumnReading): Promise<Result<Head, UnreadFile>> {
  const cells = new Map<string, Cell[]>();
  let rows = 0;
  const read = await eachBatch(file, { ...reading, onBytes: () => undefined }, batch => {
    for (const [index, name] of batch.columns.entries()) {
      const own = cells.get(name) ?? [];
      cells.set(name, own);
      own.push(...(batch.cells[index] ?? []).slice(0, HEAD_ROWS - rows));
    }
    rows += Math.min(batch.rows, HEAD_ROWS - rows);
    return rows < HEAD_ROWS ? 'go on' : 'stop';
  });
  return read.ok ? ok(new Map([...cells].map(([name, own]) => [name, look(name, own)]))) : read;
}

function look(name: string, cells: readonly Cell[]): HeadColumn {
  const distinct = new Set<Label>();
  let [present, numbers, integers, inside, between, lists] = [0, 0, 0, 0, 0, 0];
  for (const cell of cells) {
    const value = valueOf(typeof cell === 'string' ? cell.trim() : cell);
    if (value === null) continue;
    present += 1;
    if (distinct.size < MOST_DISTINCT) distinct.add(value);
    if (typeof value === 'string' && /^\[.*\]$/.test(value)) lists += 1;
    if (typeof value !== 'number') continue;
    numbers += 1;
    if (Number.isInteger(value)) integers += 1;
    if (value >= 0 && value <= 1) inside += 1;
    if (value > 0 && value < 1) between += 1;
  }
  return {
    name,
    distinct,
    isNumeric: present > 0 && numbers === present,
    isInteger: present > 0 && integers === present,
    isProbability: present > 0 && inside === present && between > 0,
    isList: present > 0 && lists === present,
    present,
  };
}
