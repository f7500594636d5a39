import { constantOf, derive } from '../data';
import type { CallInfo, Machine } from '../machine';
import type { Data, Ref, Value } from '../value';

/* Tables that the program itself writes to a file and reads again: `df.to_csv('clean.csv')`, `pd.read_csv('clean.csv')`. */

const WRITERS = /^to_(csv|parquet|pickle|feather)$/;
const READERS = /^pandas\.read_(csv|parquet|pickle|feather)$/;

/** What stands in the file from now on, where every run comes by here once. */
export function noteWritten(m: Machine, data: Data, method: string, { args }: CallInfo): void {
  const [kind] = WRITERS.exec(method)?.slice(1) ?? [];
  const path = constantOf(args.positional[0] ?? args.named.get('path_or_buf') ?? args.named.get('path'));
  if (kind === undefined || typeof path !== 'string') return;
  const certain = m.conditions.length === 0 && m.loops.length === 0 && m.forks === 0;
  const whole = data.form === 'table' && !args.named.has('columns') && !args.named.has('mode');
  const numbered = kind === 'csv' && constantOf(args.named.get('index')) !== false;
  m.journal.set(m.written, `${kind} ${path}`, certain && whole ? { data, numbered } : undefined);
}

export interface Written {
  readonly data: Data;
  /** The numbers of the rows have become a column. */
  readonly numbered: boolean;
}

/** The table that the program wrote to this file, with what it carries: a file makes nothing unknown. */
export function readAgain(m: Machine, reader: string, { args }: CallInfo): Ref | undefined {
  const [kind] = READERS.exec(reader)?.slice(1) ?? [];
  const path = constantOf(
    args.positional[0] ?? args.named.get('filepath_or_buffer') ?? args.named.get('path'),
  );
  const written = typeof path === 'string' ? m.written.get(`${kind ?? ''} ${path}`) : undefined;
  if (!written || PARTLY.some(name => args.named.has(name))) return undefined;
  const { data, numbered } = written;
  const holding = numbered && !isIndex(args.named.get('index_col')) ? { holding: m.columns.open() } : {};
  return derive(m, data, { ...holding });
}

const PARTLY = ['nrows', 'skiprows', 'usecols', 'names', 'header', 'chunksize', 'columns'];

function isIndex(value: Value | undefined): boolean {
  return constantOf(value) === 0;
}
