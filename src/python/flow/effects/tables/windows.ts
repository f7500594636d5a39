import { constantOf, dataOf, derive, scalar, symbolOf, unknownValue, withTaints } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { contextKey, fresh } from '../../machine';
import type { Site } from '../../site';
import type { DupTaint, Taints } from '../../taint';
import { CLEAN } from '../../taint';
import type { Data, SliceValue, Value } from '../../value';
import { NONE } from '../../value';
import { dupTaint } from '../splits/resampling';
import { shortText } from '../models/statistics';
import { asSlice } from '../../rows/rowsBy';

/** Symbols of loop counters begin with this and tell the counter's step. */
const COUNTER = /^count\((.*)\)#\d+$/;

/** `range(a, b)` */
export function ranged(m: Machine, info: CallInfo): Value {
  const [first, second, step] = info.args.positional;
  const end = second && constantOf(first) === 0 ? second : first;
  const counts =
    end?.tag === 'scalar' && (end === second || !second) && !step ? m.rows.counted(end.symbol) : undefined;
  const slice = { tag: 'slice', lower: second && first, upper: second ?? first, step } as const;
  const elements = { tag: 'sequence', form: 'list', items: [], rest: counted(m, info) } as const;
  const list = step ? elements : { ...elements, stretch: slice };
  return m.store.allocate(counts ? { ...list, counts } : list);
}

/** What `range(…)` counts through. */
function counted(m: Machine, info: CallInfo): Value {
  const [, , step] = info.args.positional;
  return scalar(m, CLEAN, counterSymbol(m, step ? symbolOf(m, step) : '1'));
}

export function counterSymbol(m: Machine, step: string): string {
  return `count(${step})#${fresh(m)}`;
}

/** The symbol of a counter in another round. */
export function nextCount(m: Machine, symbol: string): string | undefined {
  const step = COUNTER.exec(symbol)?.[1];
  return step === undefined ? undefined : counterSymbol(m, step);
}

/**
 * `s[i:i + w]` where `i` counts on by less than `w`: each row comes into several windows. What is taken so carries it.
 */
export function windowTaints(m: Machine, data: Data, given: Value | undefined, site: Site): Taints {
  const index = given && asSlice(m, given);
  if (index?.tag !== 'slice' || m.loops.length === 0 || !overlaps(m, index)) return CLEAN;
  return [windowTaint(m, data, site, shortText(m, site, 'a window'))];
}

function windowTaint(m: Machine, data: Data, site: Site, label: string): DupTaint {
  const out = m.rows.dup(data.rows, contextKey(m, site));
  return dupTaint(m, data.rows, out, { how: 'window', site, label });
}

function overlaps(m: Machine, slice: SliceValue): boolean {
  const [lower, upper] = [symbolOf(m, slice.lower), symbolOf(m, slice.upper)];
  const ahead = COUNTER.test(lower) ? [lower, added(upper, lower, '+')] : undefined;
  const behind = COUNTER.test(upper) ? [upper, added(lower, upper, '-')] : undefined;
  const [counter, width] = ahead?.[1] ? ahead : (behind ?? []);
  const step = COUNTER.exec(counter ?? '')?.[1];
  return step !== undefined && width !== undefined && isLess(step, width);
}

/** The `w` of `(i+w)`. */
function added(symbol: string, counter: string, operator: '+' | '-'): string | undefined {
  const start = `(${counter}${operator}`;
  return symbol.startsWith(start) ? symbol.slice(start.length, -1) : undefined;
}

function isLess(step: string, width: string): boolean {
  const [by, over] = [Number(step), Number(width)];
  if (!Number.isNaN(by) && !Number.isNaN(over)) return by < over;
  if (step === '1') return true;
  return [`(${width}//2)`, `(${width}//4)`].includes(step);
}

/** `sliding_window_view(s, w)`, `librosa.util.frame(s, …)`: windows that overlap unless they are told not to. */
export function windowsOf(m: Machine, name: string, info: CallInfo): Value {
  const { positional, named } = info.args;
  const input = dataOf(m, positional[0] ?? named.get('data') ?? named.get('x') ?? named.get('y'));
  if (!input || !overlapsByArguments(m, info)) return unknownValue(m, info.site, name);
  const label = name.split('.').pop() ?? name;
  const taint = windowTaint(m, input, info.site, label);
  return derive(m, input, { ...withTaints(input, [taint]), rows: taint.out, form: 'table' });
}

const STEPS = ['step', 'stride', 'sequence_stride', 'hop_length'];
const WIDTHS = ['length', 'sequence_length', 'frame_length', 'window_shape'];

/** Does one window begin before the one before it ends? A step that is not given is 1. */
function overlapsByArguments(m: Machine, { args: { positional, named } }: CallInfo): boolean {
  const step = STEPS.map(name => named.get(name)).find(value => value !== undefined);
  const width = WIDTHS.map(name => named.get(name)).find(value => value !== undefined);
  if (!step) return constantOf(width ?? positional[1] ?? NONE) !== 1;
  return width !== undefined && isLess(symbolOf(m, step), symbolOf(m, width));
}
