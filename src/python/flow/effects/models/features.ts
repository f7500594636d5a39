import { dropNamed, selectNamed, sideBySide } from '../../columns/columns';
import { constantOf, contentOf, dataOf, stringsIn } from '../../data';
import type { Given, Holding } from '../../columns/holding';
import type { CallInfo, Machine } from '../../machine';
import { originsOnly, told } from '../../columns/provenance';
import type { Estimator, Value } from '../../value';
import { forecasts, givenForm } from './givenForms';

/** The columns that a model is given; of a pipeline, those that its first steps leave. */
export function givenTo(m: Machine, estimator: Estimator, features: Value | undefined): Given {
  const data = dataOf(m, features);
  const { api, entry } = estimator;
  if (!data || data.form === 'unknown' || api === 'model') return NOTHING_KNOWN;
  // What a forecaster learns from is the past of its answer.
  if (givenForm(entry) || forecasts(entry)) return NOTHING_KNOWN;
  // A rating has no other features than who rated what.
  if (entry.kind === 'model' && entry.answers === 'within') return NOTHING_KNOWN;
  if (data.form !== 'table' && data.form !== 'batch')
    return { holding: undefined, from: told(originsOnly(data.taints)).from };
  const holding = through(m, estimator, data.holding);
  return { holding, from: [] };
}

export const NOTHING_KNOWN: Given = { holding: undefined, from: [] };

/** The columns that a fitted transformer lets through; of those that it was not fitted with, it lets none through. */
export function passed(
  m: Machine,
  estimator: Estimator,
  holding: Holding,
  info: CallInfo,
): Holding | undefined {
  const rest = constantOf(estimator.named.get('remainder'));
  if (m.options.textOf(info.nameSpan) === 'transform' && rest === 'passthrough') return undefined;
  return through(m, estimator, holding);
}

/** The columns that a transformer, or a pipeline's transformers, let through. */
export function through(m: Machine, estimator: Estimator, holding: Holding, depth = 0): Holding | undefined {
  const { entry } = estimator;
  if (depth > 8) return undefined;
  if (entry.kind === 'transformer')
    return entry.learns === 'unsupervised-selection' || /Function|Hash/.test(estimator.api)
      ? undefined
      : holding;
  if (entry.kind === 'model') return holding;
  if (entry.kind === 'pipeline' && /columns|mapper/.test(entry.form))
    return throughColumns(m, estimator, holding);
  if (entry.kind === 'pipeline' && /FeatureUnion|make_union/.test(estimator.api)) return undefined;
  let left: Holding | undefined = holding;
  for (const member of estimator.members) {
    const content = contentOf(m, member);
    if (content?.tag === 'estimator') left = left && through(m, content, left, depth + 1);
    else if (member.tag !== 'const') return undefined;
  }
  return left;
}

/** `ColumnTransformer([(name, member, ['a', 'b'])], remainder='drop')` */
function throughColumns(m: Machine, estimator: Estimator, holding: Holding): Holding | undefined {
  const parts = estimator.parts ?? [];
  const picked: Holding[] = [];
  const named: string[] = [];
  for (const { member, columns } of parts) {
    const names = stringsIn(m, columns);
    if (!names) return undefined;
    named.push(...names);
    if (constantOf(member) !== 'drop') picked.push(selectNamed(m.columns, holding, names, undefined));
  }
  const rest = estimator.named.get('remainder');
  const left = rest && constantOf(rest) !== 'drop' ? [dropNamed(holding, named)] : [];
  return parts.length === 0 ? undefined : sideBySide(m.columns, [...left, ...picked]);
}
