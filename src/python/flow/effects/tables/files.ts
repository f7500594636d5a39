import { readerOf, writerOf, writtenBy } from '../../../knowledge/files';
import { constantOf, contentOf, derive, scalar } from '../../data';
import type { CallInfo, Machine, Written } from '../../machine';
import { freshSymbol } from '../../machine';
import { sourcesOf } from '../../rows/rows';
import { copyOf } from './copies';
import type { Data, Ref, Value } from '../../value';
import { constant } from '../../value';

/*
 * Values that the program itself writes to a file and reads again: `df.to_csv('clean.csv')`, `pd.read_csv('clean.csv')`;
 * `pickle.dump(tables, file)`, `pickle.load(file)`.
 */

/** `open(path)`: knows its path. */
export function opened(m: Machine, { args: { positional, named } }: CallInfo): Value {
  const inner = positional[0] ?? named.get('file') ?? scalar(m);
  const file = m.store.allocate({ tag: 'tool', api: 'open', entry: { kind: 'open' }, taints: [], inner });
  // What is added to a file comes after what stands there.
  if (/[a+]/.test(modeOf(positional, named))) m.journal.add(m.handles, file.id);
  return file;
}

function modeOf(positional: readonly Value[], named: ReadonlyMap<string, Value>): string {
  return String(constantOf(positional[1] ?? named.get('mode')) ?? 'r');
}

/** Symbols of paths that are there for one run begin with this. */
const TEMPORARY = 'temporary#';

/** `tempfile.mkdtemp()`, and whatever is told of it: `folder.name` */
export function temporary(m: Machine): Value {
  return scalar(m, [], `${TEMPORARY}${freshSymbol(m)}`);
}

/** A path below such a folder, or below what a test is given as `tmp_path`. */
export function isTemporary(m: Machine, path: Value): boolean {
  const content = contentOf(m, path);
  if (content?.tag === 'tool') return content.inner !== undefined && isTemporary(m, content.inner);
  if (content?.tag === 'data')
    return sourcesOf(content.rows).some(
      ({ kind, label }) => kind === 'unknown' && /^tmp_?(path|dir)$/.test(label),
    );
  if (path.tag === 'method') return isTemporary(m, path.self);
  return path.tag === 'scalar' && path.symbol.includes(TEMPORARY);
}

/** A table is shown or written; what it gives holds no rows. */
export function writtenOut(m: Machine, self: Ref, data: Data, method: string, { args }: CallInfo): Value {
  const kind = writtenBy(method);
  const path =
    args.positional[0] ??
    ['path_or_buf', 'path', 'excel_writer'].map(name => args.named.get(name)).find(Boolean);
  const whole =
    data.form === 'table' &&
    !args.named.has('columns') &&
    !args.named.has('mode') &&
    !args.named.has('sheet_name');
  const numbered = (kind === 'csv' || kind === 'excel') && constantOf(args.named.get('index')) !== false;
  if (kind) keep(m, kind, path, whole ? { value: self, numbered } : undefined);
  return scalar(m, [], data.symbol);
}

/** `pickle.dump(tables, file)`, `np.savez(path, X=X, y=y)` */
export function noteWritten(m: Machine, name: string, { args }: CallInfo): void {
  const writes = writerOf(name);
  if (!writes) return;
  const given = ([position, ...names]: readonly [number, ...string[]]): Value | undefined =>
    args.positional[position] ?? names.map(one => args.named.get(one)).find(Boolean);
  const value = writes.value === 'all' ? arraysIn(m, args) : given(writes.value);
  keep(
    m,
    writes.kind,
    withEnding(given(writes.file), writes.ending),
    value && args.others.length === 0 ? { value, numbered: false } : undefined,
  );
}

/** NumPy adds the ending of a path itself. */
function withEnding(path: Value | undefined, ending: string | undefined): Value | undefined {
  const text = constantOf(path);
  return ending === undefined || typeof text !== 'string' || text.endsWith(ending)
    ? path
    : constant(text + ending);
}

function arraysIn(m: Machine, { positional, named }: CallInfo['args']): Value {
  const unnamed = positional.slice(1).map((value, i): [string, Value] => [`arr_${i}`, value]);
  return m.store.allocate({ tag: 'dictionary', entries: new Map([...unnamed, ...named]), rest: undefined });
}

/** What stands in the file from now on, where every run comes by here once. */
function keep(m: Machine, kind: string, path: Value | undefined, written: Written | undefined): void {
  const name = nameOf(m, path);
  if (name === undefined) return;
  const key = `${kind} ${name}`;
  const certain = m.conditions.length === 0 && m.loops.length === 0 && m.forks === 0;
  const handle = contentOf(m, path)?.tag === 'tool' && path?.tag === 'ref' ? path.id : undefined;
  // One file may be given several values, one after the other.
  const again = handle !== undefined && m.handles.has(handle);
  if (handle !== undefined) m.journal.add(m.handles, handle);
  const value = written && certain && !again ? copyOf(m, written.value) : undefined;
  m.journal.set(m.written, key, written && value && { ...written, value });
}

/** A file by its path, as a constant or as it is put together. */
function nameOf(m: Machine, path: Value | undefined): string | undefined {
  const content = contentOf(m, path);
  if (content?.tag === 'tool') return content.entry.kind === 'open' ? nameOf(m, content.inner) : undefined;
  if (path?.tag === 'scalar') return path.symbol;
  const text = constantOf(path);
  return typeof text === 'string' ? JSON.stringify(text) : undefined;
}

/** Something else is told of the file by its name, and may write it: nothing is known of what stands there then. */
export function noteOthersWriting(m: Machine, callee: Value, { args }: CallInfo): void {
  if (m.written.size === 0 || callee.tag === 'function' || isOnlyReader(callee, args)) return;
  const given = [...args.positional, ...args.named.values(), ...args.others].map(value =>
    value.tag === 'ref' ? undefined : nameOf(m, value),
  );
  const commands =
    callee.tag === 'library' && COMMANDS.test(callee.name) ? textsIn(m, args.positional[0]) : '';
  const elsewhere = callee.tag === 'library' && callee.name === 'os.chdir';
  for (const [key, written] of m.written) {
    const name = key.slice(key.indexOf(' ') + 1);
    if (written && (elsewhere || given.includes(name) || commands.includes(name.replace(/"/g, ''))))
      m.journal.set(m.written, key, undefined);
  }
}

/** What another program is told: `subprocess.run(['python', 'clean.py', 'data.csv'])` */
const COMMANDS = /^(subprocess\.|os\.(system|popen|spawn|exec))/;

function textsIn(m: Machine, value: Value | undefined): string {
  const content = contentOf(m, value);
  const parts = content?.tag === 'sequence' ? content.items : value ? [value] : [];
  return parts.map(part => String(constantOf(part) ?? '')).join(' ');
}

function isOnlyReader(callee: Value, { positional, named }: CallInfo['args']): boolean {
  if (callee.tag !== 'library') return callee.tag === 'method' && writtenBy(callee.name) !== undefined;
  if (/(^|\.)open$/.test(callee.name)) return /^[rbt]*$/.test(modeOf(positional, named));
  return READS.test(callee.name);
}

const READS =
  /^pandas\.read_|\.path\.|(^|\.)(print|len|str|display|Path|load|loadtxt|genfromtxt|read_\w+|getsize|exists|stat)$/;

/** What the program wrote to this file, with what it carries: a file makes nothing unknown. */
export function readAgain(m: Machine, reader: string, { args }: CallInfo): Value | undefined {
  const kind = readerOf(reader);
  if (kind === undefined || PARTLY.some(name => args.named.has(name))) return undefined;
  const path = args.positional[0] ?? PATHS.map(name => args.named.get(name)).find(Boolean);
  const written = m.written.get(`${kind} ${nameOf(m, path) ?? ''}`);
  const value = written && copyOf(m, written.value);
  const data = contentOf(m, value);
  if (!written?.numbered || data?.tag !== 'data' || isIndex(args.named.get('index_col'))) return value;
  return derive(m, data, { holding: m.columns.open() });
}

const PATHS = ['filepath_or_buffer', 'path', 'io', 'file', 'filename', 'fname'];

/** What is written of a path: of `os.path.join(root, 'val', name)` it is `val`. */
export function writtenPath(value: Value | undefined): string | undefined {
  const text = constantOf(value);
  if (typeof text === 'string') return text;
  if (value?.tag !== 'scalar' || !/^(\(*"|join\()/.test(value.symbol)) return undefined;
  const texts = [...value.symbol.matchAll(/"([^"]*)"/g)].map(([, part]) => part ?? '');
  return texts.length > 0 ? texts.join('/') : undefined;
}

const PARTLY = [
  'nrows',
  'skiprows',
  'usecols',
  'names',
  'header',
  'chunksize',
  'columns',
  'sheet_name',
  'max_rows',
  'unpack',
];

function isIndex(value: Value | undefined): boolean {
  return constantOf(value) === 0;
}
