import type { TextBasis } from '../../python/flow/incremental/askedText';
import type { Program } from '../../python/flow/program';

/** What holds of a program as a whole: worked out when it is first asked for, however many matches ask. */
export function perProgram<T>(compute: (program: Program) => T): (program: Program) => T {
  const known = new WeakMap<Program, { readonly value: T; readonly basis: TextBasis }>();
  return program => {
    const found = known.get(program);
    if (found) {
      program.asked.noteAll(found.basis);
      return found.value;
    }
    const made = program.asked.during(() => compute(program));
    known.set(program, made);
    return made.value;
  };
}
