import { contentOf, dataOf } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { CLEAN } from '../../taint';
import type { Data, Estimator, Ref, Value } from '../../value';
import { fitModel } from './fitting';
import { unresolved } from '../unresolved';

/** `model.fit(X, y)` of an object of which nothing is known: who is given rows and a target is a model. */
export function fitUnknown(m: Machine, self: Ref, called: Data, info: CallInfo): Value {
  const { positional, named } = info.args;
  const target = positional[1] ?? named.get('y') ?? named.get('y_train');
  const features = positional[0] ?? named.get('X') ?? named.get('x') ?? named.get('X_train');
  const known = dataOf(m, features) ?? tableWithin(m, features);
  if (!known || !target || contentOf(m, target)?.tag === 'dictionary') return unresolved(m, info);
  const estimator = modelOfUnknown(info, called.rows.kind === 'all' ? called.rows.source.label : undefined);
  m.store.update(self.id, estimator);
  fitModel(m, self, estimator, info);
  return self;
}

/** One of several inputs that a model is given: `[title, body]`, `{'user': users, 'item': items}`. */
function tableWithin(m: Machine, inputs: Value | undefined): Data | undefined {
  const content = contentOf(m, inputs);
  if (content?.tag !== 'sequence' && content?.tag !== 'dictionary') return undefined;
  const parts = content.tag === 'sequence' ? content.items : content.entries.values();
  return [...parts, content.rest]
    .map(part => dataOf(m, part))
    .find(data => data?.form === 'table' || data?.form === 'column');
}

/** A model of which nothing is known but that it learns. */
export function modelOfUnknown({ site }: CallInfo, called: string | undefined): Estimator {
  return {
    tag: 'estimator',
    api: 'model',
    entry: { kind: 'model', task: 'either' },
    parameters: CLEAN,
    named: new Map<string, Value>(),
    members: [],
    site,
    learned: undefined,
    fit: undefined,
    name: undefined,
    called,
  };
}
