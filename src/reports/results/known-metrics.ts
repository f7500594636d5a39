import { canonicalName, lastPart } from '../../metrics/names';

/** What everybody means by a metric's name: what it is, where it can lie, and what no skill at all would score. */
export interface KnownMetric {
  /** A clause. */
  readonly is: string;
  readonly least?: number;
  readonly most?: number;
  /** What no skill would score, and what that is: `chance`, `always the mean`. */
  readonly naive?: { readonly value: number; readonly what: string };
}

const share = (is: string, chance?: number): KnownMetric => ({
  is,
  least: 0,
  most: 1,
  ...(chance !== undefined && { naive: { value: chance, what: 'chance' } }),
});
const size = (is: string): KnownMetric => ({ is, least: 0 });
const partition = (is: string, least = 0): KnownMetric => ({
  is,
  least,
  most: 1,
  naive: { value: 0, what: 'chance' },
});

const KNOWN: Readonly<Record<string, KnownMetric>> = {
  accuracy: share('share of rows predicted right'),
  balanced_accuracy: share('mean recall of the classes'),
  recall: share('share of positive rows that were found'),
  precision: share('share of positive calls that are right'),
  specificity: share('share of negative rows that were left alone'),
  f1: share('harmonic mean of precision and recall'),
  roc_auc: share('share of pairs that are ordered right', 0.5),
  average_precision: share('area under precision over recall; the share of positive rows is chance'),
  log_loss: size('mean of −ln p of the true class'),
  brier: share('mean squared distance of probability and truth'),
  mcc: { is: 'correlation of prediction and truth', least: -1, most: 1, naive: { value: 0, what: 'chance' } },
  mae: size('mean absolute error, in the unit of the target'),
  mse: size('mean squared error, in the squared unit of the target'),
  rmse: size('root of the mean squared error, in the unit of the target'),
  r2: {
    is: 'share of the variance that is explained',
    most: 1,
    naive: { value: 0, what: 'always the mean' },
  },
  explained_variance: { is: 'share of the variance that is explained, but for a bias', most: 1 },
  mape: size('mean relative error: a fraction in scikit-learn, percent in others; large near zero'),
  smape: { is: 'mean error relative to truth and forecast, in percent', least: 0, most: 200 },
  wape: size('sum of absolute errors over the sum of the truth'),
  mase: {
    is: 'absolute error over that of repeating the last season',
    least: 0,
    naive: { value: 1, what: 'repeating the last season' },
  },
  rmsse: {
    is: 'squared error over that of repeating the last season, its root',
    least: 0,
    naive: { value: 1, what: 'repeating the last season' },
  },
  interval_coverage: share('share of the truth that lies in the predicted interval'),
  ndcg: share('gain of the ranking over that of the best one'),
  map: share('mean of the average precisions of queries or classes'),
  mrr: share('mean over queries of 1 / rank of the first relevant item'),
  hit_rate: share('share of queries with a relevant item on top'),
  silhouette: {
    is: 'how much closer points are to their own cluster than to the next',
    least: -1,
    most: 1,
    naive: { value: 0, what: 'clusters that overlap' },
  },
  calinski_harabasz: size(
    'spread between clusters over that within; compares numbers of clusters on the same data',
  ),
  davies_bouldin: size('likeness of each cluster and its nearest; 0 is best'),
  adjusted_rand: partition('pairs of rows that both partitions keep together', -0.5),
  adjusted_mutual_info: partition('information that both partitions share', -1),
  normalized_mutual_info: share('information that both partitions share; many clusters raise it by chance'),
  homogeneity_score: share('1 where every cluster holds one class'),
  completeness_score: share('1 where every class lies in one cluster'),
  v_measure: share('harmonic mean of homogeneity and completeness'),
  fowlkes_mallows: share('precision and recall of pairs that are kept together'),
  exact_match: share('share of answers that match to the letter'),
  win_rate: {
    is: 'share of pairs in which its answer is preferred',
    least: 0,
    most: 1,
    naive: { value: 0.5, what: 'two that are alike' },
  },
  refusal_rate: share('share of questions that it does not answer'),
  toxicity_rate: share('share of answers that are called toxic'),
  hallucination_rate: share('share of answers that are called made up'),
  judge_agreement: share('share of answers that the judge rates as people do'),
  perplexity: { is: 'as many tokens seem equally likely to come next', least: 1 },
  bleu: size('n-grams that are in a reference: 0 to 1, or 0 to 100'),
  chrf: size('character n-grams that are in a reference: 0 to 1, or 0 to 100'),
  wer: size('wrong, missing and added words over those of the reference; may be above 1'),
};

const SYNONYMS: Readonly<Record<string, string>> = {
  silhouette_score: 'silhouette',
  calinski_harabasz_score: 'calinski_harabasz',
  davies_bouldin_score: 'davies_bouldin',
  ari: 'adjusted_rand',
  adjusted_rand_score: 'adjusted_rand',
  adjusted_rand_index: 'adjusted_rand',
  ami: 'adjusted_mutual_info',
  adjusted_mutual_info_score: 'adjusted_mutual_info',
  nmi: 'normalized_mutual_info',
  normalized_mutual_info_score: 'normalized_mutual_info',
  homogeneity: 'homogeneity_score',
  v_measure_score: 'v_measure',
  fowlkes_mallows_score: 'fowlkes_mallows',
  prediction_interval_coverage: 'interval_coverage',
  picp: 'interval_coverage',
  hit_ratio: 'hit_rate',
  ndcg_score: 'ndcg',
};

/** `clusters.silhouette_score` → `silhouette`, `NDCG@10` → `ndcg`. */
export function knownName(name: string): string {
  const bare = canonicalName(lastPart(name)).replace(/_(?:at_)?\d+$/, '');
  return SYNONYMS[bare] ?? bare;
}

export function knownMetric(name: string): KnownMetric | undefined {
  const own = knownName(name);
  return Object.hasOwn(KNOWN, own) ? KNOWN[own] : undefined;
}
