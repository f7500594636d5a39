/*
 * How every figure and interval is computed, in words that a report can print beside it. Names of metrics are those of
 * scikit-learn where it has them.
 */

export interface MetricMethod {
  readonly title: string;
  readonly formula: string;
  readonly better: 'higher' | 'lower' | 'zero';
  /** In the unit of the target, not a share. */
  readonly inUnits?: true;
}

const share = (title: string, formula: string): MetricMethod => ({ title, formula, better: 'higher' });
const error = (title: string, formula: string): MetricMethod => ({
  title,
  formula,
  better: 'lower',
  inUnits: true,
});

export const METRIC_METHODS = {
  accuracy: share('Accuracy', 'rows predicted right / rows'),
  balanced_accuracy: share('Balanced accuracy', 'mean of the recalls of all classes that have rows'),
  precision: share('Precision', 'TP / (TP + FP)'),
  recall: share('Recall', 'TP / (TP + FN)'),
  specificity: share('Specificity', 'TN / (TN + FP)'),
  f1: share('F1', '2 TP / (2 TP + FP + FN)'),
  f1_macro: share('F1, macro', 'mean of the F1 of all classes'),
  f1_weighted: share('F1, weighted', 'mean of the F1 of all classes, each by its rows'),
  f1_micro: share('F1, micro', 'F1 of all rows and labels together'),
  f1_samples: share('F1, samples', 'mean of the F1 of single rows'),
  precision_macro: share('Precision, macro', 'mean of the precisions of all classes'),
  recall_macro: share('Recall, macro', 'mean of the recalls of all classes'),
  mcc: share('MCC', "Matthews' correlation coefficient; R_K of Gorodkin for more than two classes"),
  kappa: share('Kappa', "Cohen's kappa, unweighted"),
  roc_auc: share(
    'ROC AUC',
    'share of pairs of a positive and a negative row that are ordered right, ties half',
  ),
  roc_auc_ovr: share(
    'ROC AUC, one v rest',
    'mean over the classes of the ROC AUC of each against all others',
  ),
  average_precision: share('Average precision', 'sum of (R_n - R_(n-1)) P_n over falling thresholds'),
  ks: share('Kolmogorov-Smirnov', 'largest TPR - FPR over all thresholds'),
  log_loss: { title: 'Log loss', formula: 'mean of -ln p of the true class', better: 'lower' },
  brier: { title: 'Brier score', formula: 'mean of (p - y)²', better: 'lower' },
  top_k_accuracy: share('Top-3 accuracy', 'share of rows whose class is among the three most probable'),
  subset_accuracy: share('Subset accuracy', 'share of rows whose labels are all right'),
  hamming_loss: { title: 'Hamming loss', formula: 'share of single labels that are wrong', better: 'lower' },
  jaccard: share('Jaccard, samples', 'mean over rows of |true and predicted| / |true or predicted|'),
  lrap: share('LRAP', 'label ranking average precision'),
  mae: error('MAE', 'mean of |y - ŷ|'),
  rmse: error('RMSE', 'square root of the mean of (y - ŷ)²'),
  median_absolute_error: error('Median absolute error', 'median of |y - ŷ|'),
  max_error: error('Largest error', 'max |y - ŷ|'),
  bias: { title: 'Bias', formula: 'mean of ŷ - y', better: 'zero', inUnits: true },
  r2: share('R²', '1 - sum (y - ŷ)² / sum (y - mean y)²'),
  mape: { title: 'MAPE', formula: 'mean of |y - ŷ| / |y|, a fraction', better: 'lower' },
  wape: { title: 'WAPE', formula: 'sum |y - ŷ| / sum |y|, a fraction', better: 'lower' },
  smape: { title: 'sMAPE', formula: 'mean of 200 |y - ŷ| / (|y| + |ŷ|), percent', better: 'lower' },
  mase: {
    title: 'MASE, on these rows',
    formula: 'MAE / MAE of repeating the value of a season before, on rows that have one',
    better: 'lower',
  },
  coverage: {
    title: 'Coverage',
    formula: 'share of rows whose truth lies between the predicted bounds',
    better: 'zero',
  },
  adjusted_rand_score: share(
    'Adjusted Rand index',
    'pairs of rows that both partitions keep together, less those by chance, over the most there could be: 0 is chance, 1 the same partition',
  ),
  adjusted_mutual_info_score: share(
    'Adjusted mutual information',
    'information that both partitions share, less that by chance, over the mean of their entropies: 0 is chance, 1 the same partition',
  ),
  homogeneity_score: share(
    'Homogeneity',
    '1 - H(class | cluster) / H(class): 1 where every cluster holds one class',
  ),
  completeness_score: share(
    'Completeness',
    '1 - H(cluster | class) / H(cluster): 1 where every class lies in one cluster',
  ),
  v_measure_score: share('V-measure', 'harmonic mean of homogeneity and completeness'),
  fowlkes_mallows_score: share(
    'Fowlkes-Mallows',
    'geometric mean of the precision and recall of pairs of rows that are kept together',
  ),
  ndcg: share(
    'NDCG@10',
    'DCG@10 / best DCG@10, the gain being the relevance; mean over queries, and over the orders of items of one score',
  ),
  map: share(
    'MAP@10',
    'mean over queries of the average precision within the first 10, and over the orders of items of one score',
  ),
  mrr: share(
    'MRR',
    'mean over queries of 1 / rank of the first relevant item, and over the orders of items of one score',
  ),
  recall_at_k: share('Recall@10', 'mean over queries of the share of relevant items among the first 10'),
  hit_rate: share('Hit rate@10', 'share of queries with a relevant item among the first 10'),
} as const satisfies Readonly<Record<string, MetricMethod>>;

export type MetricId = keyof typeof METRIC_METHODS;

export const INTERVAL_METHODS = {
  wilson: 'Wilson’s score interval',
  newcombe: 'Newcombe’s hybrid score interval of a difference',
  'square-and-add':
    'square and add: of two independent figures, the distances to the ends of their intervals',
  'paired-newcombe': 'Newcombe’s score interval of a difference of paired proportions',
  delong: 'DeLong’s variance of the ROC AUC, on the logit scale',
  'delong-difference': 'DeLong’s variance of the difference of two ROC AUCs',
  bca: 'bias-corrected and accelerated bootstrap (BCa) of rows',
  'cluster-bca': 'bias-corrected and accelerated bootstrap (BCa) of whole groups of rows',
  'query-bca': 'bias-corrected and accelerated bootstrap (BCa) of queries',
  bootstrap: 'percentile bootstrap of rows',
  'query-bootstrap': 'percentile bootstrap of queries',
  'stratified-bootstrap': 'percentile bootstrap of rows within each class',
  'cluster-bootstrap': 'percentile bootstrap of whole groups of rows',
  'block-bootstrap': 'percentile bootstrap of blocks of consecutive rows in time',
  'binned-bootstrap':
    'percentile bootstrap of a table of counts, Poisson counts in each cell, turned to the exact value',
  'grouped-bootstrap': 'percentile bootstrap of rows dealt at random into groups of equal size',
  'diebold-mariano':
    'Student’s t interval of a mean difference of losses that depend on each other over the horizon, corrected for few forecasts',
  'student-t': 'Student’s t interval of a mean of independent values',
  'normal-mean': 'normal approximation of a mean of independent values',
  'wilson-dice': 'Wilson’s score interval of TP / (TP + FP + FN), put into F1 = 2 J / (1 + J)',
  'order-statistics': 'order statistics, by the binomial distribution',
} as const satisfies Readonly<Record<string, string>>;

export type IntervalMethod = keyof typeof INTERVAL_METHODS;
