import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gain } from '../../../../src/statistics/baseline';
import * as cost from '../../../../src/statistics/decisions/cost';
import { groupGaps, ratesByGroup } from '../../../../src/statistics/decisions/groups';
import type { GroupRates } from '../../../../src/statistics/decisions/groups';
import { auc } from '../../../../src/statistics/ranking/auc';
import { wilson } from '../../../../src/statistics/intervals/wilson';
import { mcnemar } from '../../../../src/statistics/tests/mcnemar';
import { benjaminiHochberg, bonferroni, holm } from '../../../../src/statistics/tests/multiple';
import * as paired from '../../../../src/statistics/tests/paired';
import type { Checks, Input, Numbers } from './case';
import { of } from './case';

function byGroup(input: Input): Numbers {
  const rates = ratesByGroup(of(input, 'group'), input.y_true, input.y_pred);
  const gaps = groupGaps(rates.values());
  const each = (value: (own: GroupRates) => number): Numbers =>
    Object.fromEntries([...rates].map(([group, own]) => [group, value(own)]));
  return {
    selection: each(own => own.selection),
    tpr: each(own => own.truePositiveRate),
    fpr: each(own => own.falsePositiveRate),
    dp_diff: gaps.demographicParity,
    dp_ratio: gaps.demographicParityRatio,
    eo_diff: gaps.equalizedOdds,
  };
}

/** Rows with these counts, so that rates are computed from rows as anywhere else. */
function slicesByCounts(input: Input): Numbers {
  const rows = Object.entries(of<Record<string, GroupRates['counts']>>(input, 'counts')).flatMap(
    ([group, { tp, fp, fn, tn }]) =>
      [
        [tp, 1, 1],
        [fp, 0, 1],
        [fn, 1, 0],
        [tn, 0, 0],
      ].flatMap(([n, truth, predicted]) =>
        Array.from({ length: n ?? 0 }, () => ({ group, truth, predicted })),
      ),
  );
  const rates = ratesByGroup(
    rows.map(({ group }) => group),
    rows.map(({ truth }) => truth ?? NaN),
    rows.map(({ predicted }) => predicted ?? NaN),
  );
  return Object.fromEntries(
    [...rates].map(([group, own]) => {
      const { low, high } = wilson(own.counts.fp, own.counts.fp + own.counts.tn);
      return [
        group,
        {
          n: own.n,
          fpr: own.falsePositiveRate,
          fpr_wilson: [low, high],
          fnr: 1 - own.truePositiveRate,
          ppv: own.precision,
          accuracy: own.accuracy,
        },
      ];
    }),
  );
}

/** Two models on the same rows: what tells them apart is counted, not given. */
function twoModels(): Numbers {
  const [header = [], ...rows] = readFileSync(
    join(import.meta.dirname, '../../../fixtures/statistics/two-models.csv'),
    'utf8',
  )
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','));
  const column = (name: string): number[] => rows.map(row => Number(row[header.indexOf(name)]));
  const truth = column('y_true');
  const right = (name: string): boolean[] => column(name).map((value, row) => value === truth[row]);
  const [a, b] = [right('y_pred_a'), right('y_pred_b')];
  const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;
  return {
    exact_p: mcnemar(
      a.filter((hit, row) => hit && !b[row]).length,
      b.filter((hit, row) => hit && !a[row]).length,
    ).exact,
    acc_a: share(a),
    acc_b: share(b),
    auc_a: auc(truth, column('y_score_a')),
    auc_b: auc(truth, column('y_score_b')),
  };
}

export const decisions: Checks = {
  elkan_threshold: input => ({
    t: cost.bestThreshold({ falsePositive: of(input, 'c_fp'), falseNegative: of(input, 'c_fn') }),
  }),
  cost_curve: input =>
    cost
      .costCurve(
        input.y_true,
        of(input, 'score'),
        { falsePositive: of(input, 'c_fp'), falseNegative: of(input, 'c_fn') },
        [0, 0.1, 0.2, 0.3, 0.35, 0.5, 0.6, 0.65, 0.7, 0.9, 1],
      )
      .map(point => ({
        t: point.threshold,
        fp: point.falsePositives,
        fn: point.falseNegatives,
        cost: point.cost,
      })),
  net_benefit: input => cost.netBenefit(of(input, 'tp'), of(input, 'fp'), of(input, 'n'), of(input, 't')),
  prevalence_shift: input =>
    of<readonly number[]>(input, 'pi').map(prevalence =>
      cost.precisionAt(of(input, 'se'), of(input, 'sp'), prevalence),
    ),
  fairness: byGroup,
  slices_by_counts: slicesByCounts,
  deepchecks_gain: input => gain(of(input, 'model'), of(input, 'simple'), of(input, 'perfect')),
  mcnemar_agresti: ({ table: [[, b = NaN] = [], [c = NaN] = []] }) => {
    const { exact, chiSquared, corrected } = mcnemar(b, c);
    return {
      chi2_cc: [corrected.statistic, corrected.p],
      chi2: [chiSquared.statistic, chiSquared.p],
      exact_p: exact,
    };
  },
  mcnemar_small: input => {
    const { exact, midP } = mcnemar(of(input, 'b'), of(input, 'c'));
    return { exact_p: exact, mid_p: midP };
  },
  generated_paired_mcnemar: twoModels,
  holm_bh: ({ p }) => ({ holm: holm(p), bh: benjaminiHochberg(p), bonferroni: bonferroni(p) }),
  paired_tests: input => {
    const [a, b] = [of<readonly number[]>(input, 'a'), of<readonly number[]>(input, 'b')];
    const differences = a.map((value, at) => value - (b[at] ?? NaN));
    const { statistic, p } = paired.pairedT(differences);
    return {
      t: [statistic, p],
      wilcoxon_approx_p: paired.wilcoxonSignedRank(differences).p,
      mean_diff: differences.reduce((sum, value) => sum + value, 0) / differences.length,
    };
  },
  nadeau_bengio: input => {
    const differences = of<readonly number[]>(input, 'diffs');
    const { statistic, p } = paired.correctedResampledT(differences, of(input, 'test_over_train'));
    return { t: statistic, p, naive_p: paired.pairedT(differences).p };
  },
};
