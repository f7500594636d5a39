import type { Binary, Call, Node, Reg } from '../ir/model';
import { Op } from '../ir/model';
import type { Bases, Made } from './basis';
import { basisOf } from './basis';

/** A variable, or one item of it, as in `df['a']`. */
export interface Target {
  readonly name: string;
  readonly index: string | undefined;
}

/** What is known around an expression. */
export interface Setting {
  readonly made: Made;
  /** Imported names, by what they stand for. */
  readonly libraries: ReadonlyMap<string, string>;
  /** What made the value of each variable that was not made from itself. */
  readonly values: ReadonlyMap<string, Node>;
  readonly own: Bases;
  /** Names whose last value the cell reads and replaces: the next run finds others. */
  readonly carried: ReadonlySet<string>;
}

/**
 * What an expression does to the target's own last value that, done once more, changes it once more. Empty for one that
 * hands the value on, or gives the same when it is repeated; undefined for one of which neither is known.
 */
export function repeats(s: Setting, target: Target, reg: Reg): string | undefined {
  const node = s.made.get(reg);
  switch (node?.op) {
    case Op.Load:
      return target.index === undefined && node.name === target.name ? '' : undefined;
    case Op.GetItem:
      if (isItem(s, target, node.obj, node.index)) return '';
      return slices(s, target, node.obj, node.index);
    case Op.GetAttr:
      if (isItem(s, target, node.obj, undefined, node.attr)) return '';
      return KEEPING.test(node.attr) ? repeats(s, target, node.obj) : undefined;
    case Op.Call:
      return callRepeats(s, target, node);
    case Op.Binary:
      return arithmetic(s, target, node);
    case Op.Unary:
      return repeats(s, target, node.operand) === undefined ? undefined : `\`${node.operator}\``;
    default:
      return undefined;
  }
}

/** Attributes and methods that give the same values when they are used again. */
const KEEPING =
  /^(values|iloc|loc|array|astype|copy|reset_index|to_numpy|reshape|ravel|flatten|round|fillna|dropna|squeeze|sort_values|sort_index|str|dt|cat)$/;

function isItem(
  s: Setting,
  { name, index }: Target,
  obj: Reg,
  given: Reg | undefined,
  attr?: string,
): boolean {
  const table = s.made.get(obj);
  if (index === undefined || table?.op !== Op.Load || table.name !== name) return false;
  return index === (given === undefined ? JSON.stringify(attr) : indexOf(s, given));
}

/** An index that is written out, alone or in a list, or a variable: what two equal ones have in common. */
export function indexOf(s: Setting, reg: Reg): string | undefined {
  const node = s.made.get(reg);
  const [only, another] = node?.op === Op.Sequence ? node.items : [];
  if (only && !another) return indexOf(s, only.reg);
  if (node?.op === Op.Const) return JSON.stringify(node.value);
  return node?.op === Op.Load ? node.name : undefined;
}

/** `df[1:]` and `df[:-1]` take more each time, `df[:100]` and `df[mask]` do not. */
function slices(s: Setting, target: Target, obj: Reg, index: Reg): string | undefined {
  const before = repeats(s, target, obj);
  const slice = s.made.get(index);
  if (before === undefined || slice?.op !== Op.Slice) return before;
  const [lower, upper] = [slice.lower, slice.upper].map(bound =>
    bound === undefined ? 0 : numberOf(s, bound),
  );
  if (lower === undefined || upper === undefined) return before;
  return lower > 0 || upper < 0 ? 'the slice' : before;
}

function numberOf(s: Setting, reg: Reg): number | undefined {
  const node = s.made.get(reg);
  if (node?.op === Op.Const) return typeof node.value === 'number' ? node.value : undefined;
  if (node?.op !== Op.Unary || node.operator !== '-') return undefined;
  const value = numberOf(s, node.operand);
  return value === undefined ? undefined : -value;
}

const ARITHMETIC = new Set(['+', '-', '*', '/', '//', '**']);

/**
 * `y / 255`, but not `y - y.mean()`, which is nought the second time, nor `y - 1`: a number that is added to all rows alike
 * moves answers and predictions together. Texts that grow are paths that lead nowhere, which is seen.
 */
function arithmetic(s: Setting, target: Target, { operator, left, right }: Binary): string | undefined {
  const [a, b] = [repeats(s, target, left), repeats(s, target, right)];
  if ((a === undefined) === (b === undefined) || !ARITHMETIC.has(operator)) return undefined;
  const other = a === undefined ? left : right;
  if (moves(s, target, other) || isCounter(s, target) || isText(s, left) || isText(s, right))
    return undefined;
  if (/[+-]/.test(operator) && numberOf(s, other) !== undefined) return undefined;
  return `\`${operator}\``;
}

function isText(s: Setting, reg: Reg): boolean {
  const node = s.made.get(reg);
  if (node?.op === Op.Binary) return isText(s, node.left) || isText(s, node.right);
  return node?.op === Op.Format || (node?.op === Op.Const && node.type === 'str');
}

/** A number or a text of the program's own, as a counter or a path, is no data. */
function isCounter({ values }: Setting, { name }: Target): boolean {
  const value = values.get(name);
  return value === undefined || OWN.has(value.op);
}

const OWN: ReadonlySet<Op> = new Set([Op.Const, Op.Format, Op.Sequence, Op.Dict]);

/**
 * Is a value computed from what the cell itself replaces? Then another run computes another one, and may undo nothing and
 * do nothing: a table that was scaled by its own deviation has the deviation 1.
 */
function moves({ made, own, carried }: Setting, { name }: Target, reg: Reg): boolean {
  const { names, open } = basisOf(made, own, reg);
  return open || names.has(name) || [...names].some(one => carried.has(one));
}

const FUNCTIONS =
  /^numpy\.(log|log1p|log2|log10|exp|expm1|sqrt|square|cbrt|power|reciprocal|add|subtract|multiply|divide|diff|cumsum)$/;
/** Of rows: the same columns twice are for a learner hardly more than once. */
const JOINS = /^(pandas\.concat|numpy\.(concatenate|vstack|append|r_))$/;
const METHODS =
  /^(shift|diff|pct_change|cumsum|cumprod|append|add|sub|mul|div|pow|multiply|divide|subtract)$/;

function callRepeats(s: Setting, target: Target, call: Call): string | undefined {
  const func = s.made.get(call.func);
  const [first] = call.args;
  const path = pathOf(s, call.func);
  if (path !== undefined) return functionRepeats(s, target, path, call);
  if (func?.op !== Op.GetAttr) return undefined;
  const before = repeats(s, target, func.obj);
  if (before === undefined) return undefined;
  if (KEEPING.test(func.attr)) return before;
  if (METHODS.test(func.attr) && !isCounter(s, target)) {
    const isOwn = func.attr !== 'append' && call.args.some(({ reg }) => moves(s, target, reg));
    return isOwn ? undefined : `\`.${func.attr}\``;
  }
  const given = first && pathOf(s, first.reg);
  return func.attr === 'apply' && given !== undefined && FUNCTIONS.test(given) ? `\`${given}\`` : undefined;
}

function functionRepeats(s: Setting, target: Target, path: string, { args }: Call): string | undefined {
  const [first, ...others] = args;
  const before = first && repeats(s, target, first.reg);
  if (FUNCTIONS.test(path)) {
    return before === undefined || others.some(({ reg }) => moves(s, target, reg))
      ? undefined
      : `\`${path}\``;
  }
  const joined = first && s.made.get(first.reg);
  const axis = args.find(({ name }) => name === 'axis');
  if (axis && numberOf(s, axis.reg) !== 0) return undefined;
  if (!JOINS.test(path) || joined?.op !== Op.Sequence || joined.items.length < 2) return undefined;
  const holds = joined.items.some(({ reg, spread }) => !spread && repeats(s, target, reg) !== undefined);
  return holds ? `\`${path}\`` : undefined;
}

/** The dotted path of what was imported. */
function pathOf(s: Setting, reg: Reg): string | undefined {
  const node = s.made.get(reg);
  if (node?.op === Op.Load) return s.libraries.get(node.name);
  if (node?.op !== Op.GetAttr) return undefined;
  const parent = pathOf(s, node.obj);
  return parent === undefined ? undefined : `${parent}.${node.attr}`;
}
