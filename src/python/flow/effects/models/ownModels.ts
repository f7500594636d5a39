import { contentOf, dataOf, derive, newData, taintsIn, withTaints } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { member } from '../../members';
import type { FunctionValue, Instance, Ref, Value } from '../../value';
import { estimatorOf } from './construct';
import { fitModel } from './fitting';
import { predicted, predictionTaint, rowsOf } from '../scores/scoring';
import { modelOfUnknown } from './unknownModels';

/**
 * Models whose class stands in the program and which learn by arithmetic of their own: `fit` is given rows and answers, and
 * what `predict` says of other rows is a prediction by what was learned from those. `body` runs the method.
 */
export function asOwnModel(m: Machine, func: FunctionValue, info: CallInfo, body: () => Value): Value {
  const { self } = func;
  const { name } = func.fn;
  const content = self && contentOf(m, self);
  if (self?.tag !== 'ref' || content?.tag !== 'instance' || content.network) return body();
  if (name === 'fit') return learning(m, self, content, info, body);
  return PREDICTS.has(name) && content.learner ? predicting(m, content.learner, info, body) : body();
}

const PREDICTS: ReadonlySet<string> = new Set(['predict', 'predict_proba']);

function learning(m: Machine, self: Ref, { cls }: Instance, info: CallInfo, body: () => Value): Value {
  const before = m.facts.length;
  const result = body();
  const after = m.store.content(self.id);
  const says = [...PREDICTS].some(one => member(m, cls, one)?.tag === 'function');
  if (!says || member(m, cls, 'transform') || after?.tag !== 'instance') return result;
  // A model of a library learns in it, and says what it predicts.
  if (m.facts.slice(before).some(({ kind }) => kind === 'fit') || !givenAnswers(m, info)) return result;
  const made = contentOf(m, cls);
  const learner = m.store.allocate(modelOfUnknown(info, made?.tag === 'class' ? made.name : undefined));
  const estimator = estimatorOf(m, learner);
  if (estimator && fitModel(m, learner, estimator, info)) m.store.update(self.id, { ...after, learner });
  return result;
}

/** Rows and, beside them, an answer for each. */
function givenAnswers(m: Machine, { args: { positional, named } }: CallInfo): boolean {
  const rows = dataOf(m, positional[0] ?? named.get('X') ?? named.get('x'));
  const answers = dataOf(m, positional[1] ?? named.get('y'));
  return isTable(rows?.form) && isTable(answers?.form);
}

function isTable(form: string | undefined): boolean {
  return form === 'table' || form === 'column';
}

function predicting(m: Machine, learner: Ref, info: CallInfo, body: () => Value): Value {
  const said = body();
  const model = estimatorOf(m, learner);
  const [features = info.args.named.get('X')] = info.args.positional;
  if (!model || !features || !rowsOf(m, features)) return said;
  if (taintsIn(m, said).some(({ kind }) => kind === 'pred')) return said;
  const prediction = predicted(m, model, features, info);
  if (!prediction) return said;
  const taints = predictionTaint(m, prediction);
  const data = dataOf(m, said);
  return data && isTable(data.form)
    ? derive(m, data, { ...withTaints(data, taints), rows: prediction.rows })
    : newData(m, { form: 'column', rows: prediction.rows, taints });
}
