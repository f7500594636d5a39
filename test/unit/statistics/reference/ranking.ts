import { auc, gini, hanleyMcNeil } from '../../../../src/statistics/ranking/auc';
import * as curves from '../../../../src/statistics/ranking/curves';
import * as delong from '../../../../src/statistics/ranking/delong';
import * as retrieval from '../../../../src/statistics/ranking/retrieval';
import { bootstrap, percentileInterval } from '../../../../src/statistics/resampling/bootstrap';
import type { Checks, Input, Numbers } from './case';
import { inputOf, of } from './case';

const ofMarker = (name: string): delong.DeLong => {
  const input = inputOf('delong_single');
  return delong.delong(input.y_true, of(input, name));
};

function single(input: Input): Numbers {
  const one = (name: string, more: boolean): Numbers => {
    const { auc: area, variance, ...own } = delong.delong(input.y_true, of(input, name));
    const { low, high } = delong.delongInterval({ auc: area, variance, ...own });
    return { auc: area, ci: [low, high], ...(more && { var: variance }) };
  };
  return { s100b: one('s100b', true), wfns: one('wfns', false), ndka: one('ndka', false) };
}

function compared(first: string, second: string): Numbers {
  const { z, p, low, high } = delong.delongPaired(ofMarker(first), ofMarker(second));
  return { z, p, ci: [low, high] };
}

function bootstrapped(input: Input): Numbers {
  const { y_true, ...markers } = inputOf('delong_single');
  const area = (name: string, rows: Uint32Array): number => {
    const values = markers[name] as readonly number[];
    const picked = (column: readonly number[]): Float64Array =>
      Float64Array.from(rows, row => column[row] ?? NaN);
    return auc(picked(y_true), picked(values));
  };
  const plan = { replicates: of<number>(input, 'B'), seed: of<number>(input, 'seed') };
  const own = percentileInterval(bootstrap(y_true.length, rows => area('s100b', rows), plan));
  const gaps = bootstrap(y_true.length, rows => area('wfns', rows) - area('s100b', rows), plan);
  const gap = percentileInterval(gaps);
  return {
    auc_ci: [own.low, own.high],
    diff_ci: [gap.low, gap.high],
    share_diff_le_0: gaps.filter(value => value <= 0).length / gaps.length,
  };
}

export const ranking: Checks = {
  roc_pr_small: ({ y_true, y_score }) => {
    const roc = curves.rocCurve(y_true, y_score);
    const pr = curves.precisionRecallCurve(y_true, y_score);
    return {
      auc: auc(y_true, y_score),
      fpr: roc.falsePositiveRates,
      tpr: roc.truePositiveRates,
      roc_thresholds: roc.thresholds,
      ap: curves.averagePrecision(y_true, y_score),
      precision: pr.precisions,
      recall: pr.recalls,
      pr_thresholds: pr.thresholds,
      trapezoid_pr_auc: curves.trapezoid(pr.recalls, pr.precisions),
    };
  },
  auc_ties: ({ y_true, y_score }) => {
    const positives = y_true.filter(value => value === 1).length;
    const negatives = y_true.length - positives;
    const area = auc(y_true, y_score);
    return {
      auc: area,
      ap: curves.averagePrecision(y_true, y_score),
      mannwhitney_u: area * positives * negatives,
      n_pos: positives,
      n_neg: negatives,
      gini: gini(area),
      ks_stat: curves.kolmogorovSmirnov(curves.rocCurve(y_true, y_score)),
    };
  },
  auc_weighted: ({ y_true, y_score, w }) => {
    const right = y_true.map((value, row) => Number((y_score[row] ?? NaN) >= 0.5) === value);
    const sum = (rows: readonly number[]): number => rows.reduce((all, value) => all + value, 0);
    return {
      auc: auc(y_true, y_score, w),
      ap: curves.averagePrecision(y_true, y_score, w),
      accuracy_at_05: sum(w.filter((_, row) => right[row])) / sum(w),
    };
  },
  ndcg: input => {
    const [relevance = []] = of<readonly (readonly number[])[]>(input, 'true_relevance');
    const [values = []] = of<readonly (readonly number[])[]>(input, 'scores');
    const items = retrieval.ranked(relevance, values);
    return {
      ndcg: retrieval.ndcg(items),
      dcg: retrieval.dcg(items),
      ndcg_at4: retrieval.ndcg(items, 4),
    };
  },
  mrr_map: input => {
    const queries = of<readonly (readonly number[])[]>(input, 'rel_in_rank_order').map(retrieval.untied);
    const mean = (one: (ranking: retrieval.Ranking) => number): number =>
      queries.reduce((sum, relevance) => sum + one(relevance), 0) / queries.length;
    return {
      mrr: mean(retrieval.reciprocalRank),
      map5: mean(relevance => retrieval.averagePrecisionAt(relevance, 5)),
      hit5: mean(relevance => retrieval.hitAt(relevance, 5)),
      recall_at1: queries.map(relevance => retrieval.recallAt(relevance, 1)),
    };
  },
  delong_single: single,
  delong_paired: () => {
    const { t, df, p } = delong.delongUnpaired(ofMarker('s100b'), ofMarker('wfns'));
    return {
      cov_wfns_s100b: delong.covariance(ofMarker('wfns').placements, ofMarker('s100b').placements),
      wfns_vs_s100b: compared('wfns', 's100b'),
      s100b_vs_ndka: compared('s100b', 'ndka'),
      unpaired_s100b_vs_wfns: { D: t, df, p },
    };
  },
  hanley_mcneil: input => ({
    se: hanleyMcNeil(of(input, 'auc'), of(input, 'n_pos'), of(input, 'n_neg')),
  }),
  bootstrap_auc_asah: bootstrapped,
};
