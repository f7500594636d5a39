import type { ReportFacts } from './facts';

/** What several sections ask of the same facts, worked out once; it goes with them. */
export function ofFacts<T>(make: (facts: ReportFacts) => T): (facts: ReportFacts) => T {
  const known = new WeakMap<ReportFacts, { readonly value: T }>();
  return facts => {
    const before = known.get(facts);
    if (before) return before.value;
    const value = make(facts);
    known.set(facts, { value });
    return value;
  };
}
