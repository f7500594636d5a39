import { constantOf, contentOf } from './data';
import type { Machine } from './machine';
import type { Value } from './value';

/** What a condition is known to be: constants decide, and a model, which is true. Nothing else does. */
export function truthOf(m: Machine, test: Value): boolean | undefined {
  if (isModel(m, test)) return true;
  const value = constantOf(test);
  if (value === undefined || (test.tag === 'const' && test.taints)) return undefined;
  return Boolean(value);
}

/** `if not scaler: scaler = StandardScaler()`: what was made before is there. */
export function isModel(m: Machine, value: Value): boolean {
  return value.tag === 'ref' && contentOf(m, value)?.tag === 'estimator';
}
