import { isModel } from './truth';
import type { Binary } from '../ir/model';
import { extended } from './containers';
import {
  constantOf,
  contentOf,
  dataOf,
  derive,
  newData,
  scalar,
  symbolOf,
  taintsIn,
  withTaints,
} from './data';
import { heldAgainst } from './effects/models/columnScores';
import { withBlocks } from './effects/tables/order';
import { thresholds } from './effects/tables/filtering';
import { noteInflation } from './effects/models/inflation';
import { holdsNoRivals } from './effects/scores/rivals';
import { comparedTaints, setApart } from './effects/scores/scoring';
import { asWeight } from './effects/splits/seeding';
import { afterMoving, shifting } from './effects/tables/shifting';
import { filledTogether } from './rows/filled';
import { noteBeside, noteHeldAgainst } from './effects/scores/using';
import { joinAll } from './join';
import type { Machine } from './machine';
import { freshSymbol } from './machine';
import type { Site } from './site';
import type { Taint, Taints } from './taint';
import { joinValues } from './join';
import { listWithout, negatedTest, testOfName } from './columns/names';
import { coded, originsOfAll } from './columns/provenance';
import { taintsOf, unite, without, withoutOrigins } from './taint';
import type { Constant, Data, Sequence, Value } from './value';
import { constant } from './value';

/** `a + b`, `a += b` of lists */
function listsAdded(
  m: Machine,
  { inPlace }: Pick<Binary, 'inPlace'>,
  site: Site,
  left: Value,
  y: Sequence,
): Value | undefined {
  const x = contentOf(m, left);
  if (x?.tag !== 'sequence') {
    const either = oneOfLists(m, left, y);
    return either && m.store.allocate(either);
  }
  const blocks = withBlocks(m, [elements(x), elements(y)], site);
  const filled = filledTogether(m, x, y);
  if (!inPlace && blocks)
    return m.store.allocate({ ...x, items: blocks, rest: undefined, last: undefined, filled });
  if (!inPlace) return m.store.allocate(together(m, x, y));
  extended(m, left, y);
  return left;
}

/** `best + [name]`, where `best` is one of several lists: some of their elements, and these. */
function oneOfLists(m: Machine, left: Value, right: Sequence): Sequence | undefined {
  if (left.tag !== 'choice') return undefined;
  const lists = left.options.map(option => contentOf(m, option)).filter(one => one?.tag === 'sequence');
  const [first] = lists;
  if (!first || lists.length < left.options.length) return undefined;
  const rest = joinAll(
    m,
    [...lists, right].flatMap(({ items, rest }) => [...items, ...(rest ? [rest] : [])]),
  );
  return { tag: 'sequence', form: first.form, items: [], rest };
}

/** `left op right` */
export function binary(
  m: Machine,
  node: Pick<Binary, 'operator' | 'inPlace'>,
  site: Site,
  left: Value,
  right: Value,
): Value {
  const [a, b] = [dataOf(m, left), dataOf(m, right)];
  if (a ?? b) {
    noteBeside(m, [left, right], site);
    return binaryData(m, node.operator, left, right);
  }
  notePredicted(m, left, right, site);
  noteInflation(m, node.operator, left, right, site);
  const [x, y] = [contentOf(m, left), contentOf(m, right)];
  const joined =
    y?.tag === 'sequence' && node.operator === '+' ? listsAdded(m, node, site, left, y) : undefined;
  if (joined) return joined;
  const less = x?.tag === 'sequence' && node.operator === '-' ? listWithout(m, x, right) : undefined;
  if (less) return m.store.allocate(less);
  if (x?.tag === 'sequence' && node.operator === '*')
    return m.store.allocate(repeated({ ...x, filled: undefined }, constantOf(right)));
  if (left.tag === 'const' && right.tag === 'const') return arithmetic(m, node.operator, left, right);
  const symbol = `(${symbolOf(m, left)}${node.operator}${symbolOf(m, right)})`;
  return scalar(m, unite(taintsIn(m, left), taintsIn(m, right)), symbol);
}

function together(m: Machine, x: Sequence, y: Sequence): Sequence {
  const rest = x.rest && y.rest ? joinValues(m, x.rest, y.rest) : (x.rest ?? y.rest);
  return { ...x, items: [...x.items, ...y.items], rest, filled: filledTogether(m, x, y) };
}

/** The elements of a list; of a list that a loop made, one that stands for them all, twice. */
function elements({ items, rest }: Sequence): readonly Value[] {
  return rest && items.length === 0 ? [rest, rest] : items;
}

function repeated<S extends { items: readonly Value[]; rest: Value | undefined }>(
  list: S,
  times: unknown,
): S {
  if (typeof times === 'number' && times > 1 && times * list.items.length <= 8) {
    return { ...list, items: Array.from({ length: times }, () => list.items).flat() };
  }
  const [first] = list.items;
  // `[df] * n` holds it more than once, however often that is.
  return first ? { ...list, items: [first, first] } : list;
}

function arithmetic(m: Machine, operator: string, left: Constant, right: Constant): Value {
  const taints = unite(left.taints ?? [], right.taints ?? []);
  const [a, b] = [left.value, right.value];
  if (
    taints.length === 0 &&
    typeof a === 'string' &&
    typeof b === 'string' &&
    operator === '+' &&
    a.length + b.length < 1000
  ) {
    return constant(a + b);
  }
  // `Path('data') / 'clean.csv'`
  if (operator === '/' && taints.length === 0 && typeof a === 'string' && typeof b === 'string')
    return constant(`${a}/${b}`);
  if (typeof a !== 'number' || typeof b !== 'number') return scalar(m, taints);
  const value = calculate(operator, a, b);
  if (value === undefined || !Number.isFinite(value)) return scalar(m, taints);
  return taints.length > 0 ? { ...constant(value), taints } : constant(value);
}

function calculate(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '**':
      return a ** b;
    default:
      return undefined;
  }
}

function binaryData(m: Machine, operator: string, left: Value, right: Value): Value {
  const [a, b] = [dataOf(m, left), dataOf(m, right)];
  const base = pick(a, b);
  if (!base) return scalar(m);
  const other = base === a ? right : left;
  const origins = originsOfAll(m, [left, right]);
  const apart = setApart(m, left, right);
  const own = unite(
    unite(
      withoutOrigins(shifting(m, operator, [left, right], weighing(m, operator, base, other))),
      base.form === 'mask' ? coded(m, origins) : origins,
    ),
    comparedTaints(m, left, right),
  );
  const taints = apart ? without(own, 'compared') : own;
  const symbol = `(${symbolOf(m, left)}${operator}${symbolOf(m, right)})`;
  const moved = afterMoving(m, operator, [left, right], base);
  const masks = (operator === '&' || operator === '|' || operator === '^') && base.form === 'mask';
  return derive(m, base, {
    ...withTaints(apart ? { ...moved, taints: without(moved.taints, 'compared') } : moved, taints),
    ...unnamed(a, b),
    // Each column of a table takes part of the other operand into it.
    ...(base.form === 'table' && dataOf(m, other) ? { holding: m.columns.open() } : {}),
    // A symbol that was cut off would equal others that begin alike.
    symbol: symbol.length > 400 ? freshSymbol(m) : symbol,
    form: masks
      ? 'mask'
      : base.form === 'mask' || base.form === 'index' || base.form === 'unknown'
        ? 'table'
        : base.form,
    ...(base.form === 'index' && !masks ? { form: 'index' as const, names: base.names } : {}),
  });
}

/** As in pandas: two columns of other names make one without a name. */
function unnamed(a: Data | undefined, b: Data | undefined): Pick<Partial<Data>, 'column'> {
  return a?.column !== undefined && b?.column !== undefined && a.column !== b.column
    ? { column: undefined }
    : {};
}

/** What comes in from the other operand: a factor of predictions is a weight. */
function weighing(m: Machine, operator: string, base: Data, other: Value): Taints {
  const taints = taintsIn(m, other);
  const isFactor = operator === '*' && !dataOf(m, other) && taintsOf(base.taints, 'pred').length > 0;
  return isFactor ? asWeight(m, taints) : taints;
}

/** The operand whose rows the result has: a table rather than a mask, a known one rather than an unknown one. */
function pick(a: Data | undefined, b: Data | undefined): Data | undefined {
  if (!a || !b) return a ?? b;
  return a.form === 'unknown' && b.form !== 'unknown' ? b : a;
}

export function unary(m: Machine, operator: string, operand: Value): Value {
  const data = dataOf(m, operand);
  if (data) {
    if (operator !== '~' && !(operator === '-' && data.form === 'mask'))
      return derive(m, data, { symbol: `-${data.symbol}` });
    const names = data.names && { rows: data.names.rows, negated: !data.names.negated };
    return derive(m, data, { form: 'mask', symbol: data.symbol, negated: !data.negated, names });
  }
  if (operator === 'not' && isModel(m, operand)) return constant(false);
  const value = constantOf(operand);
  const test = operator === 'not' || operator === '~' ? negatedTest(m, operand) : undefined;
  if (test) return test;
  if (operator === 'not' && value !== undefined && operand.tag === 'const' && !operand.taints)
    return constant(!value);
  if (operator === '-' && typeof value === 'number')
    return operand.tag === 'const' ? { ...operand, value: -value } : constant(-value);
  return scalar(m, taintsIn(m, operand), `${operator}${symbolOf(m, operand)}`);
}

/** Operators that are the negation of another: one symbol serves both. */
export const NEGATIONS: Readonly<Record<string, string>> = {
  '>=': '<',
  '<=': '>',
  '!=': '==',
  'not in': 'in',
  'is not': 'is',
};

export function compare(m: Machine, operator: string, left: Value, right: Value, site = NOWHERE): Value {
  const test = testOfName(m, operator, left, right);
  if (test) return test;
  const positive = NEGATIONS[operator];
  const symbol = `(${symbolOf(m, left)}${positive ?? operator}${symbolOf(m, right)})`;
  const [a, b] = [dataOf(m, left), dataOf(m, right)];
  const base = pick(a, b);
  if (a && b) noteBeside(m, [left, right], site);
  else notePredicted(m, left, right, site);
  const taints = unite(taintsIn(m, left, 1), taintsIn(m, right, 1));
  if (base && operator !== 'is' && operator !== 'is not' && operator !== 'in' && operator !== 'not in') {
    const flipped = flip(operator, base, right);
    if (flipped) return derive(m, base, { ...flipped });
    return newData(m, {
      form: 'mask',
      rows: base.rows,
      taints: unite(
        unite(maskTaints(m, withoutOrigins(taints)), coded(m, originsOfAll(m, [left, right]))),
        comparedTaints(m, left, right),
      ),
      symbol: symbol.length > 400 ? freshSymbol(m) : symbol,
      negated: positive !== undefined,
    });
  }
  // Whether something is there at all is no comparison of scores.
  const isOfScores = !/^(in|not in|is|is not)$/.test(operator) && !holdsNoRivals(m, left, right);
  const told = isOfScores ? taints : without(taints, 'scored');
  const held = heldAgainst(m, operator, [left, right], coded(m, told));
  return comparePlain(operator, left, right) ?? scalar(m, held, positive ? `not${symbol}` : symbol);
}

const NOWHERE: Site = { start: 0, end: 0 };

/** One value out of a prediction is held against one that is not written in the program. */
function notePredicted(m: Machine, left: Value, right: Value, site: Site): void {
  if (left.tag === 'const' || right.tag === 'const') return;
  noteHeldAgainst(m, [...taintsIn(m, left, 0), ...taintsIn(m, right, 0)], site);
}

/** What a mask keeps of what its operands carry. */
export function maskTaints(m: Machine, taints: Taints): Taints {
  return unite(taints.filter(isMoreThanThreshold), thresholds(m, taints));
}

/** Above or below an average tells one bit of it: such labels and flags are no prepared features. */
function isMoreThanThreshold(taint: Taint): boolean {
  return (taint.kind !== 'stat' || taint.transformer !== undefined) && taint.kind !== 'filtered';
}

/** `mask == False` is `~mask`. */
function flip(operator: string, base: Data, right: Value): Partial<Data> | undefined {
  const truth = constantOf(right);
  if (base.form !== 'mask' || typeof truth !== 'boolean' || (operator !== '==' && operator !== '!='))
    return undefined;
  const negate = truth === (operator === '!=');
  const names = base.names && { rows: base.names.rows, negated: base.names.negated !== negate };
  return { symbol: base.symbol, negated: base.negated !== negate, names };
}

function comparePlain(operator: string, left: Value, right: Value): Value | undefined {
  if (left.tag !== 'const' || right.tag !== 'const') {
    const known =
      left.tag !== 'scalar' && left.tag !== 'choice' && left.tag !== 'ref' && left.tag !== 'const';
    const isNone = right.tag === 'const' && right.value === null;
    if (known && isNone && (operator === 'is' || operator === 'is not'))
      return constant(operator === 'is not');
    return undefined;
  }
  if (!areExact(left, right)) return undefined;
  const [a, b] = [left.value, right.value];
  switch (operator) {
    case '==':
    case 'is':
      return constant(a === b);
    case '!=':
    case 'is not':
      return constant(a !== b);
    default:
      return typeof a === 'number' && typeof b === 'number' ? ordered(operator, a, b) : undefined;
  }
}

/** A text out of a list that a loop runs through is exactly this one; other constants with taints stand for several. */
function areExact(left: Constant, right: Constant): boolean {
  const taints = unite(left.taints ?? [], right.taints ?? []);
  if (taints.length === 0) return true;
  return typeof left.value === 'string' && typeof right.value === 'string' && taints.every(isOfLoop);
}

function isOfLoop({ kind }: Taint): boolean {
  return kind === 'vary';
}

function ordered(operator: string, a: number, b: number): Value | undefined {
  if (operator === '<') return constant(a < b);
  if (operator === '>') return constant(a > b);
  if (operator === '<=') return constant(a <= b);
  return operator === '>=' ? constant(a >= b) : undefined;
}
