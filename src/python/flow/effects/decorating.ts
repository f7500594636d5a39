import { contentOf } from '../data';
import type { CallInfo, Machine } from '../machine';
import type { Value } from '../value';

const BINDINGS: Readonly<Record<string, 'static' | 'class' | 'property'>> = {
  'builtins.staticmethod': 'static',
  'builtins.classmethod': 'class',
  'builtins.property': 'property',
};

/** A decorator that leaves the function what it is: `@property`, `@functools.lru_cache(…)`. */
export function decorated(m: Machine, name: string, info: CallInfo): Value {
  const [first] = info.args.positional;
  if (first?.tag === 'function') return { ...first, binding: BINDINGS[name] };
  return first?.tag === 'ref' && contentOf(m, first)?.tag === 'class'
    ? first
    : { tag: 'library', name: 'functools.wraps' };
}
