import { contentOf } from '../../data';
import type { Machine } from '../../machine';
import type { Estimator, Value } from '../../value';

/** Answers that come with the rows: in a table made for a booster, in portions of a loader or a generator. */
export function answersWithin(
  m: Machine,
  { entry }: Estimator,
  features: Value | undefined,
): Value | undefined {
  if (entry.kind === 'model' && entry.answers === 'within') return features;
  const content = contentOf(m, features);
  if (content?.tag === 'data')
    return (
      content.fields.get('label') ??
      content.fields.get('.1') ??
      (content.form === 'batches' ? features : undefined)
    );
  const one = content?.tag === 'sequence' ? (content.items[0] ?? content.rest) : undefined;
  const portion = contentOf(m, one?.tag === 'choice' ? one.options[0] : one);
  return portion?.tag === 'sequence' && portion.form === 'tuple' ? portion.items[1] : undefined;
}
