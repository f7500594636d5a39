import { remembered } from '../base/remembered';

/**
 * The words of metric names. A name in a file may carry its split (`test_accuracy`, `val/loss`, `f1-train`); the rest
 * names the metric in one of several spellings (`ROC-AUC`, `roc_auc`, `auc_roc`).
 */

const SPLITS: Readonly<Record<string, string>> = {
  train: 'train',
  training: 'train',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
  holdout: 'test',
  heldout: 'test',
};

/** Splits whose names are common words: they count only where they stand alone, not in `production_cost`. */
const SPLITS_ALONE: Readonly<Record<string, string>> = { production: 'production' };

/** The split that a word stands for: `val` is `validation`, `holdout` is `test`. */
export const splitWord = remembered((word): string | undefined => {
  const key = word.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(SPLITS, key) ? SPLITS[key] : undefined;
});

/** The split that a whole key or text stands for. */
export function splitAlone(text: string): string | undefined {
  const key = text.toLowerCase();
  return splitWord(text) ?? (Object.hasOwn(SPLITS_ALONE, key) ? SPLITS_ALONE[key] : undefined);
}

export interface SplitName {
  readonly name: string;
  readonly split?: string;
}

/** Takes a split word off the front or the end of a name: `val/loss` → `loss` on `validation`. */
export const takeSplit = remembered((name): SplitName => {
  const [, first = '', rest = ''] = /^([A-Za-z]+)[\s_./-]+(.+)$/.exec(name) ?? [];
  const front = splitWord(first);
  if (front !== undefined) return { name: rest, split: front };
  const [, head = '', last = ''] = /^(.+?)[\s_./-]+([A-Za-z]+)$/.exec(name) ?? [];
  const back = splitWord(last);
  return back === undefined ? { name } : { name: head, split: back };
});

/** Lower case, with one `_` for each run of punctuation: `ROC-AUC` → `roc_auc`. */
export const normalName = remembered(name =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, ''),
);

const SYNONYMS: readonly (readonly [string, readonly string[]])[] = [
  ['accuracy', ['acc', 'accuracy_score']],
  ['balanced_accuracy', ['balanced_acc', 'bal_acc', 'balanced_accuracy_score']],
  ['recall', ['recall_score', 'sensitivity', 'tpr', 'true_positive_rate']],
  ['specificity', ['tnr', 'true_negative_rate']],
  ['precision', ['precision_score', 'ppv', 'positive_predictive_value']],
  ['f1', ['f1_score']],
  ['roc_auc', ['auc_roc', 'auroc', 'rocauc', 'roc_auc_score', 'auc']],
  ['average_precision', ['ap', 'auprc', 'pr_auc', 'auc_pr', 'average_precision_score']],
  ['log_loss', ['logloss', 'cross_entropy']],
  ['brier', ['brier_score', 'brier_score_loss']],
  ['mae', ['mean_absolute_error']],
  ['mse', ['mean_squared_error']],
  ['rmse', ['root_mean_squared_error']],
  ['r2', ['r2_score', 'r_squared', 'r_2']],
  ['mcc', ['matthews_corrcoef', 'matthews_correlation_coefficient']],
  ['error_rate', ['error']],
];

const CANONICAL: ReadonlyMap<string, string> = new Map(
  SYNONYMS.flatMap(([canonical, others]) => others.map(other => [other, canonical] as const)),
);

/** One spelling for each well-known metric; other names come back normalised. */
export const canonicalName = remembered((name): string => {
  const normal = normalName(name);
  return CANONICAL.get(normal) ?? averageName(normal) ?? normal;
});

/** `macro_f1`, `macro_avg_f1` and `f1_score_macro` are `f1_macro`, as scikit-learn names its scorers. */
function averageName(normal: string): string | undefined {
  const [, front, named = ''] = /^(macro|micro|weighted)_(?:avg_|average_)?(.+)$/.exec(normal) ?? [];
  const [, plain = '', back] = /^(.+)_(macro|micro|weighted)(?:_avg|_average)?$/.exec(normal) ?? [];
  const [metric, by] = front === undefined ? [plain, back] : [named, front];
  const canonical = CANONICAL.get(metric) ?? metric;
  return AVERAGED.has(canonical) && by !== undefined ? `${canonical}_${by}` : undefined;
}

/** What is computed for each class and averaged. */
const AVERAGED: ReadonlySet<string> = new Set(['precision', 'recall', 'f1', 'roc_auc', 'average_precision']);

const WELL_KNOWN = new Set(SYNONYMS.map(([canonical]) => canonical));

/** Is it one of the metrics that everybody reports, in any of its spellings? */
export function isKnownMetric(name: string): boolean {
  return WELL_KNOWN.has(canonicalName(lastPart(name)));
}

/** The last part of a nested name: `rf.recall` → `recall`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What a proportion counts: a share of all rows, of a class's rows, or of the rows predicted to be of a class. */
export type Share = 'all' | 'positives' | 'negatives' | 'predicted';

const SHARES: Readonly<Record<string, Share>> = {
  accuracy: 'all',
  error_rate: 'all',
  exact_match: 'all',
  win_rate: 'all',
  refusal_rate: 'all',
  toxicity_rate: 'all',
  hallucination_rate: 'all',
  recall: 'positives',
  specificity: 'negatives',
  precision: 'predicted',
};

/** Which rows the metric of this name is a share of; undefined when it is not known to be a proportion of rows. */
export function shareOf(name: string): Share | undefined {
  const canonical = canonicalName(lastPart(name));
  return Object.hasOwn(SHARES, canonical) ? SHARES[canonical] : undefined;
}

const FRACTIONS = new Set([
  ...Object.keys(SHARES),
  'balanced_accuracy',
  'f1',
  'roc_auc',
  'average_precision',
  'top_k_accuracy',
]);

/** Is this known to lie between 0 and 1, so that 95 must mean 95 percent? */
export function isFraction(name: string): boolean {
  return FRACTIONS.has(canonicalName(lastPart(name)));
}

const HIGHER = new Set([
  ...FRACTIONS,
  'r2',
  'mcc',
  'kappa',
  'cohen_kappa',
  'explained_variance',
  'ndcg',
  'map',
  'mrr',
  'bleu',
  'rouge',
  'silhouette',
  'throughput',
]);
/** Better or worse by what is asked. */
const EITHER = new Set(['refusal_rate']);
const LOWER = new Set([
  'error_rate',
  'toxicity_rate',
  'hallucination_rate',
  'loss',
  'log_loss',
  'brier',
  'mae',
  'mse',
  'rmse',
  'mape',
  'smape',
  'wape',
  'mase',
  'hinge_loss',
  'perplexity',
  'wer',
  'latency',
]);

/** Which way a well-known metric is better; undefined for a name that tells nothing. */
export function knownDirection(name: string): 'higher' | 'lower' | undefined {
  const canonical = canonicalName(lastPart(name));
  if (EITHER.has(canonical)) return undefined;
  if (LOWER.has(canonical)) return 'lower';
  return HIGHER.has(canonical) ? 'higher' : undefined;
}
