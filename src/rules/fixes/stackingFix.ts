import type { PredictFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { SpanFix } from '../contract';
import { importOf } from './edits';

/** `m.predict_proba(X)` becomes `cross_val_predict(m, X, y, cv=5, method="predict_proba")`, with the rows and answers that `m` was fitted on. */
export function outOfFold(program: Program, { site, fit, features }: PredictFact): SpanFix | undefined {
  const { given } = fit;
  if (site.module !== undefined || !given.features || !given.target) return undefined;
  const call = /^(\w+)\.(predict|predict_proba|decision_function)\((\w+)\)$/.exec(program.textOf(site));
  const [, model, method, rows] = call ?? [];
  if (!model || !method || !rows || rows !== program.textOf(given.features) || features === undefined)
    return undefined;
  if (/^(Sequential|Model|Booster)$/.test(fit.label)) return undefined;
  const how = method === 'predict' ? '' : `, method="${method}"`;
  const newText = `cross_val_predict(${model}, ${rows}, ${program.textOf(given.target)}, cv=5${how})`;
  return {
    title: 'Predict these rows out of fold',
    safe: true,
    edits: [...importOf(program, 'sklearn.model_selection', 'cross_val_predict'), { span: site, newText }],
  };
}
