import { constantOf } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Value } from '../../value';
import { constant } from '../../value';
import { unresolved } from '../unresolved';

/** `pd.Timestamp('2018-01-01')`, `datetime(2018, 1, 1)`: a date compares as its text does, from the year on. */
export function dateOf(m: Machine, info: CallInfo): Value {
  const { positional, named, others } = info.args;
  const [first] = positional;
  const texts = named.size + others.length === 0 ? positional.map(constantOf) : [];
  if (first && isDate(texts[0]) && texts.slice(1).every(format => /^%Y-%m-%d\b/.test(String(format)))) return first;
  const [year, month, day, ...time] = texts;
  const whole = typeof year === 'number' && typeof month === 'number' && typeof day === 'number';
  if (!whole || time.some(part => part !== 0)) return unresolved(m, info);
  const padded = [month, day].map(part => String(part).padStart(2, '0'));
  return constant([year, ...padded].join('-'));
}

export function isDate(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}(-\d\d){0,2}$/.test(text);
}
