import { taintsIn } from '../../data';
import type { ScoreFact } from '../../facts';
import type { Machine } from '../../machine';
import { taintsOf } from '../../taint';
import type { Value } from '../../value';

/** Scores of different models on the same rows: one for each model. */
export function rivalsAmong(m: Machine, scores: readonly ScoreFact[]): readonly ScoreFact[] {
  // A blend of models is scored as one.
  const [first, ...others] = scores.filter(({ varied }) => !varied.some(({ weighs }) => weighs));
  if (!first) return [];
  const designs = new Map<string, ScoreFact>();
  for (const score of [first, ...others]) {
    const same = m.rows.contains(first.rows, score.rows) && m.rows.contains(score.rows, first.rows);
    if (same && !designs.has(score.fit.design)) designs.set(score.fit.design, score);
  }
  return [...designs.values()];
}

/** `f1 > 0.9`, `i < len(cuts)`, where scores of several models come to the same place: none is held against another. */
export function holdsNoRivals(m: Machine, left: Value, right: Value): boolean {
  return [
    [left, right],
    [right, left],
  ].some(([scored, other]) => isNumber(other) && rivalsIn(m, scored).length > 1);
}

function rivalsIn(m: Machine, value: Value | undefined): readonly ScoreFact[] {
  return rivalsAmong(
    m,
    taintsOf(taintsIn(m, value, 1), 'scored').map(({ score }) => score),
  );
}

const LENGTH = /^len(\d+|\(.*\))$/;

/** Written in the program, or a length: no score, and none of a former round. */
function isNumber(value: Value | undefined): boolean {
  if (value?.tag === 'const') return taintsOf(value.taints ?? [], 'scored').length === 0;
  return value?.tag === 'scalar' && LENGTH.test(value.symbol);
}
