import { pandasArgument, pandasName, rollingAggregate } from '../../../knowledge/polars';
import { getAttribute } from '../../attributes';
import { constantOf, contentOf, dataOf, derive, stringsIn } from '../../data';
import { getItem } from '../../items';
import type { Arguments, CallInfo, Machine } from '../../machine';
import { binary, compare, unary } from '../../operators';
import type { Site } from '../../site';
import type { Data, Expression, ExpressionStep, Ref, Value } from '../../value';
import { constant } from '../../value';
import { groupColumns, noteGroups } from './grouping';
import { broadcast } from '../models/statistics';
import { where } from './where';

/**
 * Expressions of polars, such as `pl.col('a') - pl.col('a').mean()`: they wait for their table, and are then computed as
 * pandas would compute them from it.
 */
export function expressionOf(
  m: Machine,
  name: string,
  of: 'columns' | 'function',
  info: CallInfo,
): Expression {
  const short = name.split('.').pop() ?? name;
  if (short === 'when') return waits({ kind: 'when', test: info.args.positional[0] });
  const names = /^(col|by_name|mean|median|std|var|min|max|sum|quantile)$/.test(short)
    ? namesGiven(m, info.args)
    : undefined;
  const columns = waits({ kind: 'columns', names, site: info.site });
  if (of === 'columns' || short === 'coalesce') return columns;
  const method = waits({ kind: 'attribute', of: columns, name: short, site: info.site });
  return waits({ kind: 'call', of: method, info: { ...info, args: NO_ARGUMENTS } });
}

function namesGiven(m: Machine, { positional }: Arguments): readonly string[] | undefined {
  const names = positional.map(value => stringsIn(m, value));
  return names.every(one => one !== undefined) ? names.flat() : undefined;
}

export const NO_ARGUMENTS: Arguments = { positional: [], named: new Map(), others: [] };

function waits(step: ExpressionStep): Expression {
  return { tag: 'expression', step };
}

/** What is done with an expression waits as it does; `undefined` where none of the operands is one. */
export function deferred(step: ExpressionStep, ...operands: readonly Value[]): Expression | undefined {
  return operands.some(({ tag }) => tag === 'expression') ? waits(step) : undefined;
}

/** The value of an expression of a table; of any other value, that value. */
export function evaluated(m: Machine, value: Value, table: Ref): Value {
  if (value.tag !== 'expression') return value;
  const of = (operand: Value): Value => evaluated(m, operand, table);
  const { step } = value;
  switch (step.kind) {
    case 'columns':
      return columnsOf(m, table, step.names, step.site);
    case 'attribute':
      return getAttribute(m, of(step.of), step.name, step.site);
    case 'call':
      return called(m, step.of, step.info, table);
    case 'when':
      return step.test ? of(step.test) : table;
    case 'binary':
      return binary(m, step, step.site, of(step.left), of(step.right));
    case 'compare':
      return compare(m, step.operator, of(step.left), of(step.right));
    case 'unary':
      return unary(m, step.operator, of(step.operand));
  }
}

function columnsOf(m: Machine, table: Ref, names: readonly string[] | undefined, site: Site): Value {
  const data = dataOf(m, table);
  if (!names || !data) return data ? derive(m, data) : table;
  const [name, ...others] = names;
  if (name !== undefined && others.length === 0) return getItem(m, table, constant(name), site);
  return getItem(m, table, listOf(m, names), site);
}

export function listOf(m: Machine, names: readonly string[]): Ref {
  return m.store.allocate({ tag: 'sequence', form: 'list', items: names.map(constant), rest: undefined });
}

function called(m: Machine, method: Expression, info: CallInfo, table: Ref): Value {
  const { step } = method;
  if (step.kind !== 'attribute') return evaluated(m, method, table);
  const { of, name, site } = step;
  if (name === 'over') return over(m, of, info, table);
  if (name === 'then' || name === 'otherwise') return branches(m, of, info, table);
  const self = evaluated(m, of, table);
  if (KEEPS.has(name)) return self;
  const rolling = rollingAggregate(name);
  const args = inPandas(name, inTable(m, info.args, table));
  if (rolling === undefined) return m.call(getAttribute(m, self, pandasName(name), site), { ...info, args });
  const view = m.call(getAttribute(m, self, 'rolling', site), { ...info, args });
  return m.call(getAttribute(m, view, rolling, site), { ...info, args: NO_ARGUMENTS });
}

/** Arguments under the names that pandas has for them. */
function inPandas(method: string, args: Arguments): Arguments {
  const named = new Map([...args.named].map(([name, value]) => [pandasArgument(method, name), value]));
  return { ...args, named };
}

/** Methods that say how a column is called or kept, not what is in it. */
const KEEPS: ReadonlySet<string> = new Set([
  'alias',
  'suffix',
  'prefix',
  'keep',
  'keep_name',
  'cast',
  'exclude',
  'implode',
]);

/** Arguments as they are for a table. */
export function inTable(m: Machine, { positional, named, others }: Arguments, table: Ref): Arguments {
  return {
    positional: positional.map(value => evaluated(m, value, table)),
    named: new Map([...named].map(([name, value]) => [name, evaluated(m, value, table)])),
    others,
  };
}

/** `pl.col('x').mean().over('id')`: each group's statistic beside its rows; of anything else, what is made within each group. */
function over(m: Machine, of: Value, info: CallInfo, table: Ref): Value {
  const by = info.args.positional.flatMap(value => groupColumns(m, namesAsList(m, value)));
  const step = of.tag === 'expression' && of.step.kind === 'call' ? of.step : undefined;
  const method = step?.of.step;
  if (step && method?.kind === 'attribute' && AGGREGATES.test(method.name)) {
    const column = dataOf(m, evaluated(m, method.of, table));
    if (!column) return evaluated(m, of, table);
    noteGroups(m, 'statistic', { rows: column.rows, columns: by }, info);
    const grouped: Data = { ...column, form: 'groups', by };
    return broadcast(m, grouped, method.name, { ...info, site: step.info.site });
  }
  const rows = dataOf(m, table)?.rows;
  if (rows) noteGroups(m, 'sequence', { rows, columns: by }, info);
  m.withinGroup++;
  const made = evaluated(m, of, table);
  m.withinGroup--;
  return made;
}

/** `over(pl.col('id'))` groups by the column of that name. */
function namesAsList(m: Machine, value: Value): Value {
  const names = value.tag === 'expression' ? namesMade(m, value) : undefined;
  return names ? listOf(m, names) : value;
}

const AGGREGATES = /^(mean|median|std|var|min|max|sum|quantile|mode|skew|kurtosis)$/;

/** `pl.when(test).then(a).otherwise(b)` */
function branches(m: Machine, of: Value, info: CallInfo, table: Ref): Value {
  const values = [...info.args.positional];
  let before: Value = of;
  let test: Value | undefined;
  while (before.tag === 'expression' && !test) {
    const { step }: Expression = before;
    if (step.kind === 'when') test = step.test;
    else if (step.kind === 'call') {
      values.push(...step.info.args.positional);
      before = step.of;
    } else if (step.kind === 'attribute') before = step.of;
    else break;
  }
  if (!test) return evaluated(m, of, table);
  const positional = [test, ...values].map(value => evaluated(m, value, table));
  return where(m, { ...info, args: { ...NO_ARGUMENTS, positional } });
}

/** What the columns are called that an expression makes; `undefined` where that cannot be told. */
export function namesMade(m: Machine, value: Value): readonly string[] | undefined {
  if (value.tag !== 'expression') return stringsIn(m, value);
  const { step } = value;
  switch (step.kind) {
    case 'columns':
      return step.names;
    case 'call': {
      const method = step.of.step;
      if (method.kind !== 'attribute') return undefined;
      const name = constantOf(step.info.args.positional[0]);
      if (method.name === 'alias') return typeof name === 'string' ? [name] : undefined;
      return RENAMES.has(method.name) ? undefined : namesMade(m, method.of);
    }
    case 'attribute':
      return namesMade(m, step.of);
    case 'binary':
    case 'compare':
      return namesMade(m, step.left);
    case 'unary':
      return namesMade(m, step.operand);
    case 'when':
      return undefined;
  }
}

const RENAMES: ReadonlySet<string> = new Set(['suffix', 'prefix', 'map', 'exclude']);

/** Is it a column as it stands in the table? */
export function isPlainColumn(value: Value): boolean {
  return value.tag === 'expression' && value.step.kind === 'columns';
}

/** Values that are given one by one or as lists. */
export function flattened(m: Machine, values: readonly Value[]): readonly Value[] {
  return values.flatMap(value => {
    const content = contentOf(m, value);
    return content?.tag === 'sequence' && !content.rest ? content.items : [value];
  });
}

/** Of `pl.col('price').mean().alias('p')`: the column, the method that is called on it first, and that call. */
export function statisticIn(value: Value): {
  readonly column: string | undefined;
  readonly method: string;
  readonly site?: Site;
} {
  let inner: Value = value;
  let first: { readonly method: string; readonly site: Site } | undefined;
  while (inner.tag === 'expression') {
    const { step }: Expression = inner;
    if (step.kind === 'columns') {
      const [name, ...others] = step.names ?? [];
      return { column: others.length === 0 ? name : undefined, method: 'agg', ...first };
    }
    if (step.kind === 'call' && step.of.step.kind === 'attribute') {
      first = { method: step.of.step.name, site: step.info.site };
      inner = step.of.step.of;
    } else if (step.kind === 'attribute') inner = step.of;
    else break;
  }
  return { column: undefined, method: 'agg' };
}
