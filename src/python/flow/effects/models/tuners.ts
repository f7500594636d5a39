import { scalar } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Taints } from '../../taint';
import { CLEAN, unite } from '../../taint';
import type { Estimator, Ref, Value } from '../../value';
import { NONE } from '../../value';
import { fitModel } from './fitting';
import { select } from '../scores/selecting';
import { watchedRows } from '../networks/watching';

/** Searches of keras-tuner: they build and fit models, and compare them on rows that they are given beside. */

/** `tuner.search(X, y, validation_data=(Xv, yv))`, `tuner.get_best_models()` */
export function tunerMethod(m: Machine, self: Ref, tuner: Estimator, name: string, info: CallInfo): Value {
  if (name === 'search') {
    search(m, self, tuner, info);
    return NONE;
  }
  const chosen = tuner.chosen ?? CLEAN;
  if (name !== 'get_best_models') return scalar(m, name.startsWith('get_best') ? chosen : CLEAN);
  const best = m.store.allocate(modelOf(tuner, chosen));
  return m.store.allocate({ tag: 'sequence', form: 'list', items: [best], rest: undefined });
}

/** A model that the search built. */
function modelOf(tuner: Estimator, parameters: Taints): Estimator {
  const entry = { kind: 'model', task: 'either', keeps: true } as const;
  return {
    ...tuner,
    entry,
    api: 'keras.Model',
    parameters,
    named: new Map(),
    design: `${tuner.design} best`,
  };
}

function search(m: Machine, self: Ref, tuner: Estimator, info: CallInfo): void {
  const chosen = chosenOn(m, info);
  const named = new Map([...info.args.named].filter(([name]) => !DECIDES.has(name)));
  const parameters = unite(tuner.parameters, chosen);
  const model = modelOf(tuner, parameters);
  const fit = fitModel(m, m.store.allocate(model), model, { ...info, args: { ...info.args, named } });
  m.store.update(self.id, { ...tuner, fit, chosen });
}

/** That these rows choose is told by the choice. */
const DECIDES: ReadonlySet<string> = new Set(['validation_data', 'callbacks']);

function chosenOn(m: Machine, info: CallInfo): Taints {
  const given = info.args.named.get('validation_data');
  const [first] = given ? watchedRows(m, given) : [];
  if (!first) return CLEAN;
  const { rows, features: rowsName } = first;
  const how = { how: 'tuner', what: 'parameters', label: 'search', scoreOnly: false, scores: [] } as const;
  return [select(m, { ...how, rows, rowsName, site: info.site })];
}

/** `tuner.hypermodel.build(hp)`: what it was given builds its models, be it an object or a function. */
export function hypermodelOf(m: Machine, { named }: Estimator): Value | undefined {
  const given = named.get('hypermodel');
  if (given?.tag !== 'function') return given;
  const cls = m.store.allocate({ tag: 'class', name: 'HyperModel', bases: [], fields: new Map() });
  return m.store.allocate({ tag: 'instance', cls, fields: new Map([['build', given]]) });
}
