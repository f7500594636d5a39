import { constantOf, derive, scalar } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { sourcesOf } from '../../rows/rows';
import type { Data, Ref, Value } from '../../value';

/* Tables that the program itself writes to a file and reads again: `df.to_csv('clean.csv')`, `pd.read_csv('clean.csv')`. */

const WRITERS = /^to_(csv|parquet|pickle|feather)$/;
const READERS = /^pandas\.read_(csv|parquet|pickle|feather)$/;

/** A table is shown or written; what it gives holds no rows. */
export function writtenOut(m: Machine, data: Data, method: string, info: CallInfo): Value {
  noteWritten(m, data, method, info);
  return scalar(m, [], data.symbol);
}

/** What stands in the file from now on, where every run comes by here once. */
function noteWritten(m: Machine, data: Data, method: string, { args }: CallInfo): void {
  const [kind] = WRITERS.exec(method)?.slice(1) ?? [];
  const path = constantOf(args.positional[0] ?? args.named.get('path_or_buf') ?? args.named.get('path'));
  if (kind === undefined || typeof path !== 'string') return;
  const certain = m.conditions.length === 0 && m.loops.length === 0 && m.forks === 0;
  // Of a table that is made up in the program there is nothing to follow.
  const loaded = sourcesOf(data.rows).some(source => source.kind === 'load');
  const whole = loaded && data.form === 'table' && !args.named.has('columns') && !args.named.has('mode');
  const numbered = kind === 'csv' && constantOf(args.named.get('index')) !== false;
  m.journal.set(m.written, `${kind} ${path}`, certain && whole ? { data, numbered } : undefined);
}

/** Something else is told of the file by its name, and may write it: nothing is known of what stands there then. */
export function noteOthersWriting(m: Machine, callee: Value, { args }: CallInfo): void {
  if (m.written.size === 0 || callee.tag === 'function' || isOnlyReader(callee, args)) return;
  const given = [...args.positional, ...args.named.values(), ...args.others].map(constantOf);
  for (const [key, written] of m.written) {
    const path = key.slice(key.indexOf(' ') + 1);
    if (written && given.includes(path)) m.journal.set(m.written, key, undefined);
  }
}

function isOnlyReader(callee: Value, { positional, named }: CallInfo['args']): boolean {
  if (callee.tag !== 'library') return callee.tag === 'method' && WRITERS.test(callee.name);
  if (/(^|\.)open$/.test(callee.name))
    return /^[rbt]*$/.test(String(constantOf(positional[1] ?? named.get('mode')) ?? 'r'));
  return READS.test(callee.name);
}

const READS =
  /^pandas\.read_|\.path\.|(^|\.)(print|len|str|display|Path|load|loadtxt|genfromtxt|read_\w+|getsize|exists|stat)$/;

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

/** What is written of a path: of `os.path.join(root, 'val', name)` it is `val`. */
export function writtenPath(value: Value | undefined): string | undefined {
  const text = constantOf(value);
  if (typeof text === 'string') return text;
  if (value?.tag !== 'scalar' || !/^(\(*"|join\()/.test(value.symbol)) return undefined;
  const texts = [...value.symbol.matchAll(/"([^"]*)"/g)].map(([, part]) => part ?? '');
  return texts.length > 0 ? texts.join('/') : undefined;
}

const PARTLY = ['nrows', 'skiprows', 'usecols', 'names', 'header', 'chunksize', 'columns'];

function isIndex(value: Value | undefined): boolean {
  return constantOf(value) === 0;
}
