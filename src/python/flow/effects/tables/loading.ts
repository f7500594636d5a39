import { holdsPixels } from '../../../knowledge/images';
import { holdingOf } from '../../columns/columns';
import { constantOf, newData, stringsIn, taintsIn } from '../../data';
import type { Holding } from '../../columns/holding';
import type { CallInfo, Machine } from '../../machine';
import { readAgain, writtenPath } from './files';
import { contextKey, freshSymbol, record } from '../../machine';
import type { Source } from '../../rows/rows';
import type { Value } from '../../value';

/** `pd.read_csv('data.csv')`: the same literal path is the same rows. */
export function load(m: Machine, name: string, form: 'table' | 'bunch', info: CallInfo): Value {
  const source = sourceOf(m, name, info, form === 'bunch');
  record<'load'>(m, { kind: 'load', site: info.site, source });
  const again = source.role === undefined ? readAgain(m, name, info) : undefined;
  if (again) return again;
  const rows = m.rows.all(source);
  const pair = form === 'bunch' && constantOf(info.args.named.get('return_X_y')) === true;
  if (!pair) {
    const holding = form === 'table' ? columnsOf(m, source, info) : m.columns.open();
    if (COUNTS_ROWS.test(name) && !info.args.named.has('index_col')) m.columns.count(holding);
    return newData(m, { form, rows, holding, symbol: `${source.key} ${freshSymbol(m)}` });
  }
  const items = [newData(m, { rows }), newData(m, { form: 'column', rows, column: 'target' })];
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
}

/** Readers that give the rows numbers unless they are told which column names them. */
const COUNTS_ROWS = /^pandas\.read_(csv|table|excel)$/;

/** `make_classification()` gives `(X, y)`; `mnist.load_data()` gives two such pairs, of which the second is held out. */
export function loadPairs(m: Machine, name: string, depth: 1 | 2, info: CallInfo): Value {
  const source = sourceOf(m, name, info, true);
  record<'load'>(m, { kind: 'load', site: info.site, source });
  const whole = m.rows.all(source);
  const tuple = (items: Value[]): Value =>
    m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
  const pair = (rows: typeof whole): Value =>
    tuple([newData(m, { rows }), newData(m, { form: 'column', rows, column: 'target' })]);
  if (depth === 1) return pair(whole);
  const split = {
    id: m.counter++,
    form: 'holdout' as const,
    site: info.site,
    label: name.split('.').slice(-2).join('.'),
    assigns: 'as-given' as const,
  };
  return tuple([pair(m.rows.part(split, 0, whole)), pair(m.rows.part(split, 1, whole))]);
}

/** The columns of a file, named in their order where the program names them. */
function columnsOf(m: Machine, source: Source, { args, site }: CallInfo): Holding {
  const names = stringsIn(m, args.named.get('names'));
  const written = m.options.textOf(site);
  if (!names || args.named.has('usecols') || args.named.has('index_col'))
    return written ? m.columns.openFor(`${source.key} ${written}`) : m.columns.open();
  return holdingOf(
    undefined,
    new Map(names.map(name => [name, m.columns.computed(name, undefined, [], true)])),
  );
}

function sourceOf(m: Machine, name: string, info: CallInfo, builtIn: boolean): Source {
  const short = name.split('.').pop() ?? name;
  const from =
    info.args.positional[0] ??
    info.args.named.get('filepath_or_buffer') ??
    info.args.named.get('path') ??
    info.args.named.get('source') ??
    info.args.named.get('name');
  const path = constantOf(from);
  if (typeof path === 'string' && !builtIn) {
    const role = roleOf(m, path);
    const partial =
      info.args.named.has('skiprows') || info.args.named.has('nrows') || info.args.named.has('sheet_name');
    const key = partial ? `load ${path} ${contextKey(m, info.site)}` : `load ${path}`;
    return {
      key,
      kind: 'load',
      site: info.site,
      label: fileName(path),
      path,
      ...(role ? { role } : {}),
      ...libraryOf(name),
    };
  }
  const pixels = holdsPixels(`${name} ${typeof path === 'string' ? path : ''}`);
  const symbol = taintsIn(m, info.args.positional[0]).length;
  // The same data set each time; what is drawn by chance is drawn anew.
  const key =
    builtIn && info.args.positional.length === 0 && !short.startsWith('make_')
      ? `load ${name}${subsetOf(info)}`
      : `load ${contextKey(m, info.site)} ${symbol} ${freshSymbol(m)}`;
  return {
    key,
    kind: builtIn ? 'generate' : 'load',
    site: info.site,
    label: `${short}()`,
    ...writtenAs(builtIn ? undefined : writtenPath(from)),
    ...(pixels ? { pixels } : {}),
    ...libraryOf(name),
    ...sizeOf(name),
  };
}

function writtenAs(path: string | undefined): Pick<Source, 'path'> {
  return path === undefined ? {} : { path };
}

function libraryOf(name: string): Pick<Source, 'library'> {
  return name.startsWith('polars.') ? { library: 'polars' } : {};
}

/** Tables that come with libraries, and how many rows they have. */
const SIZES: Readonly<Record<string, number>> = {
  load_iris: 150,
  load_wine: 178,
  load_breast_cancer: 569,
  load_diabetes: 442,
  load_boston: 506,
  load_linnerud: 20,
};

function sizeOf(name: string): Pick<Source, 'size'> {
  const size = SIZES[name.split('.').pop() ?? name];
  return size === undefined ? {} : { size };
}

/** `fetch_20newsgroups(subset='test')`: other rows than those of another subset. */
function subsetOf({ args }: CallInfo): string {
  const subset = constantOf(args.named.get('subset') ?? args.named.get('split') ?? args.named.get('train'));
  return subset === undefined ? '' : ` ${String(subset)}`;
}

/** The role that the project declares for a file: declared paths are relative to the manifest, written ones to who knows. */
function roleOf(m: Machine, path: string): Source['role'] {
  const written = path.replace(/\\/g, '/').replace(/^(\.\.?\/)+/, '');
  const declared = m.options.declarations.splits.find(split => {
    const name = split.path.replace(/\\/g, '/').replace(/^(\.\.?\/)+/, '');
    return (
      name === written ||
      written.endsWith(`/${name}`) ||
      (written.includes('/') && name.endsWith(`/${written}`))
    );
  });
  return declared?.role;
}

/** `https://there/data.csv?token=…`: what comes after the question mark may be a secret. */
function fileName(path: string): string {
  const [bare = path] = /^\w+:\/\//.test(path) ? path.split(/[?#]/) : [path];
  return bare.split('/').pop() ?? bare;
}
