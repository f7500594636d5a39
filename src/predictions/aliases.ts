import type { Role } from './evaluation';

/**
 * What columns are called where nobody says what they are. Names are compared in lower case, with `_` for every other
 * sign; of several that are there the first of a row counts.
 */
export const ALIASES = {
  y_true: [
    'y_true',
    'ytrue',
    'true_label',
    'ground_truth',
    'gt',
    'truth',
    'actual',
    'actuals',
    'y_actual',
    'observed',
    'label',
    'labels',
    'target',
    'y_test',
    'true',
    'y',
    'relevance',
  ],
  y_pred: [
    'y_pred',
    'ypred',
    'y_hat',
    'yhat',
    'pred_label',
    'predicted_label',
    'predicted',
    'prediction',
    'predictions',
    'pred',
    'preds',
    'forecast',
  ],
  y_score: [
    'y_score',
    'y_prob',
    'y_proba',
    'pred_proba',
    'predicted_probability',
    'probability',
    'proba',
    'prob',
    'score',
    'prediction_score',
    'decision_function',
  ],
  weight: ['weight', 'sample_weight', 'weights'],
  group: ['query_id', 'qid', 'query', 'group_id', 'group'],
  split: ['split', 'subset', 'partition'],
  time: ['time', 'timestamp', 'datetime', 'date'],
  latency: ['latency_ms', 'latency', 'latency_s', 'duration_ms', 'inference_ms', 'response_ms'],
  cost: ['cost', 'cost_usd', 'cost_eur', 'price'],
  id: ['id', 'row_id', 'sample_id', 'example_id', 'uuid'],
  lower: ['lower', 'y_lower', 'yhat_lower', 'pi_lower', 'lower_bound'],
  upper: ['upper', 'y_upper', 'yhat_upper', 'pi_upper', 'upper_bound'],
  horizon: ['horizon', 'steps_ahead', 'lead_time'],
} as const satisfies Readonly<Record<Exclude<Role, 'scores' | 'slices'>, readonly string[]>>;

/** Is it called as a column that names clusters? It says what was predicted where nothing else does. */
export const isCluster = (name: string): boolean => /^clusters?(_(id|label|no))?$/.test(plainName(name));

/** A column with the probability of one class: `proba_spam`, `prob[spam]`, `probability_1`. */
const OF_CLASS = /^(?:y_)?(?:proba|prob|probability|p|score)[\s_.:[(-]+(?:class[\s_-]+)?(.+?)[\])]?$/i;

export function classInName(name: string): string | undefined {
  return OF_CLASS.exec(name.trim())?.[1];
}

/** `Y-True` and `y_true` are one. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}
