import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ranking } from '../../../src/statistics/ranking/retrieval';
import {
  averagePrecisionAt,
  firstRelevant,
  hitAt,
  ndcg,
  ranked,
  recallAt,
  reciprocalRank,
  untied,
} from '../../../src/statistics/ranking/retrieval';

function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, at) =>
    ordersOf(items.filter((_, other) => other !== at)).map(rest => [item, ...rest]),
  );
}

/** Every ranking that breaks the ties in one way. */
function broken(ranking: Ranking): readonly (readonly number[])[] {
  return ranking.reduce<readonly (readonly number[])[]>(
    (all, items) => all.flatMap(above => ordersOf(items).map(order => [...above, ...order])),
    [[]],
  );
}

const SCORES: Readonly<Record<string, (ranking: Ranking) => number>> = {
  ndcg: ranking => ndcg(ranking, 3),
  'average precision': ranking => averagePrecisionAt(ranking, 3),
  'reciprocal rank': reciprocalRank,
  recall: ranking => recallAt(ranking, 3),
  hit: ranking => hitAt(ranking, 3),
};

describe('items of one score count as the mean over all of their orders', () => {
  test.each(Object.entries(SCORES))('%s', (_, score) => {
    const group = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 });
    const rankings = fc
      .array(group, { minLength: 1, maxLength: 3 })
      .filter(ranking => ranking.flat().some(value => value > 0) && ranking.flat().length < 7);
    fc.assert(
      fc.property(rankings, ranking => {
        const all = broken(ranking).map(order => score(untied(order)));
        const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
        expect(score(ranking)).toBeCloseTo(mean, 12);
      }),
      { seed: 20261122 },
    );
  });

  test('the order of rows counts for nothing', () => {
    const relevance = [1, 0, 2, 0];
    const turned = [...relevance].reverse();
    const scores = relevance.map(() => 0.5);
    for (const score of Object.values(SCORES))
      expect(score(ranked(relevance, scores))).toBeCloseTo(score(ranked(turned, scores)), 12);
  });

  test('the first relevant one is as far down as it may be', () => {
    expect(firstRelevant([[0], [1, 0, 0]])).toBe(4);
    expect(firstRelevant([[0], [0]])).toBe(0);
  });

  test('without a relevant item there is no score', () => {
    expect([ndcg(untied([0, 0])), recallAt(untied([0, 0]), 1)]).toEqual([NaN, NaN]);
  });
});
