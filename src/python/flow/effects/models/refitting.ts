import { constantOf } from '../../data';
import type { FitFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import type { Estimator } from '../../value';
import { estimatorOf } from './construct';

/**
 * The fit that a further one goes on from, or undefined where learning starts anew: scikit-learn's models forget with
 * every `fit`, networks and boosters that are handed an earlier model do not.
 */
export function goesOn(m: Machine, estimator: Estimator, info: CallInfo): FitFact | undefined {
  const { named } = info.args;
  const handed = estimatorOf(m, named.get('xgb_model') ?? named.get('init_model'));
  if (handed) return handed.state;
  return keepsState(estimator, m.options.textOf(info.nameSpan)) ? estimator.state : undefined;
}

function keepsState({ entry, named }: Estimator, method: string): boolean {
  if (method === 'partial_fit') return true;
  if (constantOf(named.get('warm_start')) === true) return true;
  return entry.kind === 'model' && entry.keeps === true;
}

const FORGETS: ReadonlySet<string> = new Set([
  'set_weights',
  'load_weights',
  'load_state_dict',
  'load_model',
]);

/** Does this method put other weights in place of what was learned? */
export function forgetsFit(method: string): boolean {
  return FORGETS.has(method);
}
