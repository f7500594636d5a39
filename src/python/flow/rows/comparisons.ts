/**
 * What the symbol of a mask says of each row, where it compares values with constants: `(data.csv.year<2018)`,
 * `(~(…)&(…))`, `in(data.csv.city,["A","B"])`. Two masks that no row can satisfy both take different rows.
 */
interface Comparison {
  /** The symbol of what is compared. */
  readonly of: string;
  readonly operator: Operator;
  readonly with: string | number;
}

type Operator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** All of them hold. */
type Conjunction = readonly Comparison[];

export interface Mask {
  readonly symbol: string;
  readonly negated: boolean;
}

/** More ways than this to satisfy a mask are not looked at. */
const MAX_WAYS = 12;
const MAX_DEPTH = 8;

/** Is there no row for which both hold? `false` means: not known. */
export function excludeEachOther(a: Mask, b: Mask): boolean {
  const [x, y] = [waysOf(a.symbol, a.negated), waysOf(b.symbol, b.negated)];
  return x.every(one => y.every(other => isImpossible([...one, ...other])));
}

/** Must a row that the one label is the last of stand before one that the other is the first of? */
export function endsBefore(upper: string, lower: string): boolean {
  const [last, first] = [constantIn(upper), constantIn(lower)];
  if (typeof last !== 'string' || typeof first !== 'string') return false;
  // `'2018'` is the whole year.
  return isDate(last) && isDate(first) && isBelow(last, first) && !first.startsWith(last);
}

/** The ways in which it can hold; of what is not understood, one that asks for nothing. */
function waysOf(symbol: string, negated: boolean, depth = 0): readonly Conjunction[] {
  if (depth > MAX_DEPTH) return [[]];
  if (symbol.startsWith('~')) return waysOf(symbol.slice(1), !negated, depth + 1);
  const called = /^(between|in)\((.*)\)$/s.exec(symbol);
  if (called) return waysOfCall(called[1] ?? '', argumentsIn(called[2] ?? ''), negated);
  const parts = operandsIn(symbol);
  if (!parts) return [[]];
  const [left, operator, right] = parts;
  if (operator !== '&' && operator !== '|') return compared(left, operator, right, negated);
  const [x, y] = [waysOf(left, negated, depth + 1), waysOf(right, negated, depth + 1)];
  const ways =
    (operator === '&') === !negated ? x.flatMap(one => y.map(two => [...one, ...two])) : [...x, ...y];
  return ways.length > MAX_WAYS ? [[]] : ways;
}

function compared(left: string, operator: Operator, right: string, negated: boolean): readonly Conjunction[] {
  const value = constantIn(right);
  return value === undefined
    ? [[]]
    : [[{ of: left, operator: negated ? OPPOSITE[operator] : operator, with: value }]];
}

const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};

/** `between(x,1,5)`, `in(x,[1,2])` */
function waysOfCall(name: string, given: readonly string[], negated: boolean): readonly Conjunction[] {
  const [of = '', ...others] = given;
  const values = (name === 'in' ? listIn(others.join()) : others.slice(0, 2)).map(constantIn);
  if (values.length === 0 || values.length > MAX_WAYS || values.includes(undefined)) return [[]];
  const known = values.filter(value => value !== undefined);
  if (name === 'in') {
    const each = known.map(value => ({ of, operator: negated ? '!=' : '==', with: value }) as const);
    return negated ? [each] : each.map(one => [one]);
  }
  const [low, high] = known;
  if (negated || low === undefined || high === undefined) return [[]];
  return [
    [
      { of, operator: '>=', with: low },
      { of, operator: '<=', with: high },
    ],
  ];
}

function listIn(text: string): readonly string[] {
  return text.startsWith('[') && text.endsWith(']') ? argumentsIn(text.slice(1, -1)) : [];
}

function isImpossible(all: Conjunction): boolean {
  return all.some((one, i) => all.slice(i + 1).some(other => one.of === other.of && contradict(one, other)));
}

function contradict(a: Comparison, b: Comparison): boolean {
  if (typeof a.with !== typeof b.with) return false;
  if (a.operator === '==') return !satisfies(a.with, b);
  if (b.operator === '==') return !satisfies(b.with, a);
  return ends(a, b) || ends(b, a);
}

/** Does the one leave nothing above where the other begins? */
function ends(upper: Comparison, lower: Comparison): boolean {
  if (!upper.operator.startsWith('<') || !lower.operator.startsWith('>')) return false;
  if (isBelow(upper.with, lower.with)) return true;
  const touch = upper.with === lower.with && isOrdered(upper.with);
  return touch && (upper.operator === '<' || lower.operator === '>');
}

/** May a value be this one? */
function satisfies(value: string | number, { operator, with: bound }: Comparison): boolean {
  switch (operator) {
    case '==':
      return value === bound || (isDate(value) && isDate(bound) && padded(value) === padded(bound));
    case '!=':
      return value !== bound;
    case '<':
      return !isOrdered(value) || !(isBelow(bound, value) || bound === value);
    case '>':
      return !isOrdered(value) || !(isBelow(value, bound) || bound === value);
    case '<=':
      return !isBelow(bound, value);
    default:
      return !isBelow(value, bound);
  }
}

/** Is the one certainly less than the other? Texts are compared where they are dates from the year on. */
function isBelow(a: string | number, b: string | number): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  // `'2018-01-01'` and `'2018-01-01 00:00'` are the same moment.
  return isDate(a) && isDate(b) && padded(a) < padded(b) && !b.startsWith(padded(a));
}

function isOrdered(value: string | number): boolean {
  return typeof value === 'number' || isDate(value);
}

function isDate(value: string | number): value is string {
  return typeof value === 'string' && /^\d{4}(-\d\d(-\d\d([ T].*)?)?)?$/.test(value);
}

/** `'2018'` compares as its first day. */
function padded(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

function constantIn(symbol: string): string | number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(symbol)) return Number(symbol);
  if (symbol === 'true' || symbol === 'false') return symbol;
  return /^"[^"\\]*"$/.test(symbol) ? symbol.slice(1, -1) : undefined;
}

/** The two sides of `(a<b)`. */
function operandsIn(symbol: string): readonly [string, Operator | '&' | '|', string] | undefined {
  if (!symbol.startsWith('(') || !symbol.endsWith(')')) return undefined;
  const inner = symbol.slice(1, -1);
  for (const at of topLevel(inner)) {
    const operator = /^(?:<=|>=|==|!=|[<>&|])/.exec(inner.slice(at, at + 2))?.[0];
    if (operator && at > 0)
      return [inner.slice(0, at), operator as Operator, inner.slice(at + operator.length)];
  }
  return undefined;
}

function argumentsIn(text: string): readonly string[] {
  const commas = [...topLevel(text)].filter(at => text.charAt(at) === ',');
  return [...commas, text.length].map((at, i) => text.slice((commas[i - 1] ?? -1) + 1, at));
}

/** Places that lie in no parentheses and in no text. */
function* topLevel(text: string): Iterable<number> {
  let [open, quoted] = [0, false];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"' && text.charAt(i - 1) !== '\\') quoted = !quoted;
    if (quoted) continue;
    if (char === ')' || char === ']') open--;
    if (open === 0) yield i;
    if (char === '(' || char === '[') open++;
  }
}
