import { constantOf, contentOf } from '../../data';
import type { Imbalance } from '../../facts';
import type { Machine } from '../../machine';
import type { Estimator, Value } from '../../value';
import { estimatorOf } from './construct';

/** Arguments that let rare classes count for more; whatever is off or 1 says nothing. */
const WEIGHTS: ReadonlySet<string> = new Set([
  'class_weight',
  'class_weights',
  'auto_class_weights',
  'scale_pos_weight',
  'is_unbalance',
]);

/** What says that some classes are rarer than others: an argument of the model or of its fit, a sampler in its pipeline. */
export function imbalanceIn(
  m: Machine,
  { api, entry, named, members }: Estimator,
  given: ReadonlyMap<string, Value> = new Map(),
  depth = 0,
): Imbalance | undefined {
  const short = api.split('.').pop() ?? api;
  if (entry.kind === 'sampler' || /^(Balanced(RandomForest|Bagging)|EasyEnsemble|RUSBoost)/.test(short))
    return { label: short, evens: false };
  for (const [name, value] of [...named, ...given])
    if (WEIGHTS.has(name) && isOn(m, value)) return { label: name, evens: isEvening(m, name, value) };
  if (depth > 6 || entry.kind === 'searcher') return undefined;
  return members
    .map(member => estimatorOf(m, member))
    .map(member => member && imbalanceIn(m, member, undefined, depth + 1))
    .find(one => one !== undefined);
}

/** `'balanced'`, `{0: 1, 1: 10}`, `ratio`: anything but what is the same for every class. */
function isOn(m: Machine, value: Value): boolean {
  const known = constantOf(value);
  if (known !== undefined) return known !== null && known !== false && known !== 1 && known !== 'None';
  const content = contentOf(m, value);
  if (content?.tag !== 'dictionary' || content.rest) return true;
  return new Set([...content.entries.values()].map(one => constantOf(one) ?? one)).size > 1;
}

/** `class_weight='balanced'`, or weights that are not written in the program: those may be computed to the same end. */
function isEvening(m: Machine, name: string, value: Value): boolean {
  if (!/class_weights?$/.test(name)) return false;
  const content = contentOf(m, value);
  const written =
    content?.tag === 'dictionary'
      ? [...content.entries.values()]
      : content?.tag === 'sequence'
        ? content.items
        : [];
  return written.length === 0 || written.some(one => typeof constantOf(one) !== 'number');
}
