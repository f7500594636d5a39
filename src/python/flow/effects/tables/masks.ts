import {
  allTaints,
  columnSymbol,
  constantOf,
  contentOf,
  derive,
  newData,
  scalar,
  symbolOf,
  taintsIn,
} from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import { compare, maskTaints, NEGATIONS } from '../../operators';
import { unite, uniteAll } from '../../taint';
import type { Selector } from '../../rows/rows';
import type { Data, Ref, Value } from '../../value';
import { scoresAmong } from '../models/columnScores';
import { acrossColumns } from '../models/statistics';

const OPERATORS: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  gt: '>',
  lt: '<',
  ge: '>=',
  le: '<=',
};

/** `df['a'].gt(3)`, `df['a'].between(low, high)` */
export function compared(m: Machine, self: Ref, data: Data, name: string, info: CallInfo): Value {
  const operator = OPERATORS[name];
  const { positional, named } = info.args;
  const [first] = positional;
  if (operator && first) return compare(m, operator, self, first);
  const bounds = [...positional, ...named.values()];
  const taints = unite(allTaints(data), uniteAll(bounds.map(value => taintsIn(m, value))));
  const symbol = `between(${data.symbol},${positional.map(value => symbolOf(m, value)).join()})`;
  return newData(m, { form: 'mask', rows: data.rows, taints: maskTaints(m, taints), symbol });
}

/** `mask.any(axis=1)` says something of each row, `mask.any()` of all. */
export function quantified(m: Machine, data: Data, info: CallInfo): Value {
  if (!acrossColumns(info)) return scalar(m, scoresAmong(data), freshSymbol(m));
  return derive(m, data, { form: 'mask', taints: allTaints(data), columns: new Map(), closed: false });
}

/** Of a list that is written out: what it holds. */
export function listSymbol(m: Machine, value: Value | undefined): string {
  const list = contentOf(m, value);
  if (list?.tag !== 'sequence' || list.rest || list.items.some(item => item.tag !== 'const'))
    return symbolOf(m, value);
  return `[${list.items.map(item => symbolOf(m, item)).join()}]`;
}

/** `df.query('year < 2018 and city == "A"')`: the rows that a mask of the same comparisons picks. */
export function askedFor(data: Data, value: Value | undefined): Selector | undefined {
  const text = constantOf(value);
  const parts = typeof text === 'string' ? text.split(/\s+and\s+|\s*&\s*/) : [];
  const symbols = parts.map(part => comparison(data, part));
  if (symbols.length === 0 || symbols.includes(undefined)) return undefined;
  const [first = '', ...others] = symbols;
  if (others.length > 0)
    return { by: 'mask', symbol: symbols.reduce((a, b) => `(${a ?? ''}&${b ?? ''})`) ?? '', negated: false };
  return { by: 'mask', symbol: first.replace(/^~/, ''), negated: first.startsWith('~') };
}

function comparison(data: Data, text: string): string | undefined {
  const [, name, operator = '', constant = ''] =
    /^\s*\(?\s*([A-Za-z_]\w*)\s*(<=|>=|==|!=|<|>)\s*("[^"'\\]*"|'[^"'\\]*'|-?\d+(?:\.\d+)?)\s*\)?\s*$/.exec(
      text,
    ) ?? [];
  if (name === undefined) return undefined;
  const positive = NEGATIONS[operator];
  return `${positive ? '~' : ''}(${columnSymbol(data, name)}${positive ?? operator}${constant.replace(/'/g, '"')})`;
}
