import { scalar } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Value } from '../../value';
import { estimatorOf } from '../models/construct';
import { predicted, scored } from './scoring';

/** `plot_confusion_matrix(model, X, y)`: a function that lets a model predict and scores it. */
export function scoredModel(m: Machine, name: string, prevalence: boolean, info: CallInfo): Value {
  const { positional, named } = info.args;
  const model = estimatorOf(m, positional[0] ?? named.get('estimator'));
  const features = positional[1] ?? named.get('X');
  const prediction = model && features && predicted(m, model, features, info);
  if (!prediction) return scalar(m);
  const metric = name
    .split('.')
    .slice(-2)
    .join('.')
    .replace(/^(metrics|sklearn)\./, '');
  return scalar(m, scored(m, [prediction], { metric, prevalence, site: info.site }));
}
