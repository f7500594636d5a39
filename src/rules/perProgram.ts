import type { Program } from '../python/flow/program';

/** What holds of a program as a whole: worked out when it is first asked for, however many matches ask. */
export function perProgram<T>(compute: (program: Program) => T): (program: Program) => T {
  const known = new WeakMap<Program, { readonly value: T }>();
  return program => {
    const found = known.get(program) ?? { value: compute(program) };
    known.set(program, found);
    return found.value;
  };
}
