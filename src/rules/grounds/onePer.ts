/**
 * One match for each key, in the order of their first ones: the first, or what `join` makes of those that came before and
 * the next.
 */
export function onePer<Match>(
  matches: Iterable<Match>,
  key: (match: Match) => string,
  join: (known: Match, next: Match) => Match = first,
): Iterable<Match> {
  const byKey = new Map<string, Match>();
  for (const match of matches) {
    const at = key(match);
    const known = byKey.get(at);
    byKey.set(at, known === undefined ? match : join(known, match));
  }
  return byKey.values();
}

const first = <Match>(known: Match): Match => known;

/** For `onePer`: the first match, with the numbers of all that say the same. */
export function withScoresOf<Match extends { readonly scores: readonly unknown[] }>(
  known: Match,
  next: Match,
): Match {
  return { ...known, scores: [...known.scores, ...next.scores] };
}
