import { averageOf, ratio, scoresOf } from './scores';

/*
 * Scores of rows that may have several labels at once, as scikit-learn defines them: `truth[row][label]` and
 * `predicted[row][label]` are 0 or 1. A row or label without any is scored 0 where the score would divide by zero.
 */

type Rows = readonly (readonly number[])[];

export interface MultilabelScores {
  /** The share of single labels that are wrong. */
  readonly hamming: number;
  /** The share of rows whose labels are all right. */
  readonly subsetAccuracy: number;
  readonly f1Micro: number;
  readonly f1Macro: number;
  /** The mean over rows. */
  readonly f1Samples: number;
  readonly jaccardSamples: number;
}

export function multilabelScores(truth: Rows, predicted: Rows): MultilabelScores {
  const rows = truth.map((line, at) => tally(line, predicted[at] ?? []));
  const labels = (truth[0] ?? []).map((_, label) =>
    tally(
      truth.map(line => line[label] ?? 0),
      predicted.map(line => line[label] ?? 0),
    ),
  );
  const sum = (tallies: readonly Tally[], of: (one: Tally) => number): number =>
    tallies.reduce((all, one) => all + of(one), 0);
  const all = {
    right: sum(labels, one => one.both),
    predicted: sum(labels, one => one.said),
    rows: sum(labels, one => one.actual),
  };
  const classes = labels.map(({ both, said, actual }) => scoresOf(both, said, actual));
  return {
    hamming: ratio(
      sum(rows, one => one.wrong),
      truth.length * labels.length,
    ),
    subsetAccuracy: ratio(rows.filter(({ wrong }) => wrong === 0).length, rows.length),
    f1Micro: averageOf(classes, 'micro', all).f1,
    f1Macro: averageOf(classes, 'macro', all).f1,
    f1Samples: ratio(
      sum(rows, one => ratio(2 * one.both, one.said + one.actual)),
      rows.length,
    ),
    jaccardSamples: ratio(
      sum(rows, one => ratio(one.both, one.said + one.actual - one.both)),
      rows.length,
    ),
  };
}

interface Tally {
  readonly both: number;
  readonly said: number;
  readonly actual: number;
  readonly wrong: number;
}

function tally(truth: readonly number[], predicted: readonly number[]): Tally {
  let [both, said, actual, wrong] = [0, 0, 0, 0];
  truth.forEach((value, at) => {
    const answer = predicted[at] ?? 0;
    both += value * answer;
    said += answer;
    actual += value;
    wrong += Number(value !== answer);
  });
  return { both, said, actual, wrong };
}

export interface LabelRankingScores {
  /** Label ranking average precision: of each true label, the share of true ones among those ranked as high. */
  readonly averagePrecision: number;
  /** How far down the ranking all true labels lie, on average. */
  readonly coverage: number;
  /** The share of pairs of a true and a false label that are ordered wrongly. */
  readonly rankingLoss: number;
}

/** How well scores rank the true labels of each row (G. Tsoumakas and others, Mining Multi-label Data, 2010). */
export function labelRanking(truth: Rows, scores: Rows): LabelRankingScores {
  const rows = truth.map((line, at) => rankingOf(line, scores[at] ?? []));
  const mean = (of: (one: LabelRankingScores) => number): number =>
    ratio(
      rows.reduce((sum, one) => sum + of(one), 0),
      rows.length,
    );
  return {
    averagePrecision: mean(one => one.averagePrecision),
    coverage: mean(one => one.coverage),
    rankingLoss: mean(one => one.rankingLoss),
  };
}

function rankingOf(truth: readonly number[], scores: readonly number[]): LabelRankingScores {
  const own = scores.filter((_, label) => truth[label] === 1);
  const others = scores.filter((_, label) => truth[label] !== 1);
  const rank = (score: number): number => scores.filter(other => other >= score).length;
  const precisions = own.map(score => own.filter(other => other >= score).length / rank(score));
  const wrong = own.flatMap(score => others.filter(other => other >= score)).length;
  const trivial = own.length === 0 || others.length === 0;
  return {
    averagePrecision: trivial
      ? 1
      : ratio(
          precisions.reduce((sum, p) => sum + p, 0),
          own.length,
        ),
    coverage: Math.max(0, ...own.map(rank)),
    rankingLoss: trivial ? 0 : wrong / (own.length * others.length),
  };
}
