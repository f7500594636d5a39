import { constantOf } from '../../data';
import type { CallInfo } from '../../machine';
import type { Value } from '../../value';
import { constant } from '../../value';

/** `pd.Timestamp('2018-01-01')`, `datetime(2018, 1, 1)`: a date compares as its text does, from the year on. */
export function dateOf({ args: { positional, named, others } }: CallInfo): Value | undefined {
  const [first] = positional;
  const parts = named.size + others.length === 0 ? positional.map(constantOf) : [];
  if (first && isDate(parts[0]) && parts.slice(1).every(format => /^%Y-%m-%d\b/.test(String(format))))
    return first;
  const [year, month, day, ...time] = parts;
  const whole = typeof year === 'number' && typeof month === 'number' && typeof day === 'number';
  if (!whole || time.some(part => part !== 0)) return undefined;
  const padded = [month, day].map(part => String(part).padStart(2, '0'));
  return constant([year, ...padded].join('-'));
}

function isDate(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}(-\d\d){0,2}$/.test(text);
}
