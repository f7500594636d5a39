import { BUILTIN } from './generated/builtin';
import type { Lifecycle } from './model';

export const BUILTIN_IDS: readonly string[] = BUILTIN.map(lifecycle => lifecycle.id);

/** The built-in lifecycle of this id. */
export function builtinLifecycle(id: string): Lifecycle | undefined {
  return BUILTIN.find(lifecycle => lifecycle.id === id);
}
