import { pandasName, POLARS_METHODS } from '../../../knowledge/polars';
import { constantOf, dataOf, derive, scalar, taintsIn, withTaints } from '../../data';
import { getItem } from '../../items';
import { setItem } from '../../setItem';
import type { CallInfo, Machine } from '../../machine';
import { binary } from '../../operators';
import type { Rows } from '../../rows/rows';
import { sourcesOf } from '../../rows/rows';
import { CLEAN, unite } from '../../taint';
import type { Data, Ref, Value } from '../../value';
import { constant } from '../../value';
import {
  evaluated,
  flattened,
  inTable,
  isPlainColumn,
  listOf,
  namesMade,
  NO_ARGUMENTS,
  statisticIn,
} from './expressions';
import { callDataMethod } from './frames';
import { stack } from './stacking';
import { aggregate } from '../models/statistics';

interface Call {
  readonly self: Ref;
  readonly data: Data;
  readonly info: CallInfo;
}

/** A method of a table of polars, in pandas' words; `undefined` where the table is none, or the two mean the same. */
export function callPolars(
  m: Machine,
  self: Ref,
  data: Data,
  name: string,
  info: CallInfo,
): Value | undefined {
  if (!isOfPolars(m, data, name, info)) return undefined;
  const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
  if (own && data.form !== 'groups') return own(m, { self, data, info });
  if (data.form === 'groups' && name === 'agg') return aggregated(m, data, info);
  const args = data.form === 'groups' ? NO_ARGUMENTS : inTable(m, info.args, self);
  return callDataMethod(m, self, data, pandasName(name), { ...info, args });
}

function isOfPolars(m: Machine, { rows }: Data, name: string, { args }: CallInfo): boolean {
  if (POLARS_METHODS.has(name)) return true;
  const given = flattened(m, [...args.positional, ...args.named.values()]);
  if (given.some(({ tag }) => tag === 'expression')) return true;
  return (name in OWN || pandasName(name) !== name) && comesFromPolars(rows);
}

function comesFromPolars(rows: Rows): boolean {
  return sourcesOf(rows).some(({ library }) => library === 'polars');
}

type Method = (m: Machine, call: Call) => Value;

const OWN: Readonly<Record<string, Method>> = {
  with_columns: (m, { self, data, info }) => withColumns(m, self, data, info),
  select: (m, { self, data, info }) => select(m, self, data, info),
  filter: (m, { self, info }) => {
    const tests = flattened(m, info.args.positional).map(value => evaluated(m, value, self));
    const [first, ...others] = tests;
    if (!first) return self;
    const both = { operator: '&', inPlace: false };
    return getItem(
      m,
      self,
      others.reduce((all, test) => binary(m, both, info.site, all, test), first),
      info.site,
    );
  },
  drop: (m, call) => inWords(m, call, 'drop', { columns: columnsGiven(m, call.info) }),
  sort: (m, call) => {
    const { named } = call.info.args;
    const descending = named.get('descending') ?? named.get('reverse');
    const turned = constantOf(descending) === true ? { ascending: constant(false) } : {};
    return inWords(m, call, 'sort_values', { by: columnsGiven(m, call.info), ...turned });
  },
  group_by: (m, call) => inWords(m, call, 'groupby', { by: columnsGiven(m, call.info) }),
  sample: (m, call) => {
    const { positional, named } = call.info.args;
    return inWords(m, call, 'sample', {
      n: positional[0] ?? named.get('n'),
      frac: named.get('fraction'),
      random_state: named.get('seed'),
      replace: named.get('with_replacement'),
    });
  },
  fill_null: (m, call) => {
    const { self, data, info } = call;
    const strategy = constantOf(info.args.named.get('strategy'));
    if (typeof strategy !== 'string') return filled(m, call, info.args.positional[0]);
    if (!/^(mean|min|max)$/.test(strategy)) return derive(m, data, { column: data.column });
    return filled(m, call, callDataMethod(m, self, data, strategy, { ...info, args: NO_ARGUMENTS }));
  },
  get_column: (m, { self, info }) => getItem(m, self, info.args.positional[0] ?? constant(null), info.site),
  hstack: (m, { self, info }) => stack(m, [self, ...flattened(m, info.args.positional)], 'columns', info),
};

/** `groups.agg(pl.col('price').mean())` */
function aggregated(m: Machine, groups: Data, info: CallInfo): Value {
  const given = flattened(m, [...info.args.positional, ...info.args.named.values()]);
  const statistics = given.map(value => {
    const { column, method, site = info.site } = statisticIn(value);
    return aggregate(m, { ...groups, column }, method, { ...info, args: NO_ARGUMENTS, site }, false);
  });
  return scalar(m, statistics.map(value => taintsIn(m, value)).reduce(unite, CLEAN));
}

function inWords(
  m: Machine,
  { self, data, info }: Call,
  name: string,
  words: Readonly<Record<string, Value | undefined>>,
): Value {
  const named = new Map(Object.entries(words).filter((one): one is [string, Value] => one[1] !== undefined));
  return callDataMethod(m, self, data, name, { ...info, args: { positional: [], named, others: [] } });
}

function filled(m: Machine, { self, data, info }: Call, value: Value | undefined): Value {
  const positional = value ? [evaluated(m, value, self)] : [];
  return callDataMethod(m, self, data, 'fillna', { ...info, args: { ...NO_ARGUMENTS, positional } });
}

/** `df.drop('a', 'b')`, `df.sort(['a'])`, `df.group_by(pl.col('a'))` */
function columnsGiven(m: Machine, { args }: CallInfo): Value {
  const given = flattened(m, [
    ...args.positional,
    ...[args.named.get('by')].filter(one => one !== undefined),
  ]);
  const names = given.map(value => namesMade(m, value));
  return names.every(one => one !== undefined) ? listOf(m, names.flat()) : scalar(m);
}

/** What each expression makes of the table as it was before, under its name. */
function made(m: Machine, self: Ref, { args }: CallInfo): readonly Made[] {
  const given = flattened(m, args.positional).map((value): Made => {
    const column = namesMade(m, value);
    const isName = value.tag === 'const' && column !== undefined;
    return {
      names: column,
      value: isName && column[0] !== undefined ? value : evaluated(m, value, self),
      isPlain: isName || isPlainColumn(value),
    };
  });
  const named = [...args.named].map(([name, value]): Made => ({
    names: [name],
    value: evaluated(m, value, self),
    isPlain: false,
  }));
  return [...given, ...named];
}

interface Made {
  readonly names: readonly string[] | undefined;
  readonly value: Value;
  readonly isPlain: boolean;
}

function withColumns(m: Machine, self: Ref, data: Data, info: CallInfo): Ref {
  const result = derive(m, data);
  for (const { names, value, isPlain } of made(m, self, info)) {
    if (isPlain) continue;
    if (names) setItem(m, result, listOf(m, names), value, info.site);
    else carry(m, result, value);
  }
  return result;
}

/** A column that is somewhere in the table: what it carries, the whole carries. */
function carry(m: Machine, table: Ref, value: Value): void {
  const data = dataOf(m, table);
  if (data) m.store.update(table.id, { ...data, ...withTaints(data, taintsIn(m, value)) });
}

function select(m: Machine, self: Ref, data: Data, info: CallInfo): Value {
  const columns = made(m, self, info);
  const names = columns.map(one => one.names);
  const known = names.every(one => one !== undefined) ? listOf(m, names.flat()) : undefined;
  if (known && columns.every(({ isPlain }) => isPlain)) return getItem(m, self, known, info.site);
  if (columns.every(({ value }) => value.tag === 'scalar'))
    return scalar(m, columns.map(({ value }) => taintsIn(m, value)).reduce(unite, CLEAN));
  const all = withColumns(m, self, data, info);
  return known ? getItem(m, all, known, info.site) : all;
}
