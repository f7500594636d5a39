import type { Assignment } from '../../../knowledge/entry';
import { dataOf, newData, scalar, taintsIn } from '../../data';
import type { CrossValidationFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Taints } from '../../taint';
import { CLEAN } from '../../taint';
import type { Value } from '../../value';
import { assignedByFolds } from '../splits/assignment';
import { estimatorOf, learnerFamily, learnerOf, taskOf } from './construct';
import { blindTo } from './blindness';
import { givenTo, NOTHING_KNOWN } from './features';
import { noteSplitGroups } from '../tables/grouping';
import { rowsOf, targetOf } from '../scores/scoring';
import { argumentSite, rowArguments } from '../tables/written';

/** What is cross-validated: `cross_val_score(estimator, X, y)`, `xgb.cv(params, dtrain)`. */
interface Validated {
  readonly features: Value | undefined;
  readonly target: Value | undefined;
  readonly model: Value | undefined;
}

export function crossValidated(m: Machine, name: string, info: CallInfo): Value {
  const boosted = /^(xgboost|lightgbm|catboost)\b/.test(name);
  const given = boosted ? boosting(info) : ofEstimator(info);
  const validation = noteValidation(m, name.split('.').pop() ?? name, given, info);
  const data = dataOf(m, given.features);
  if (name.endsWith('cross_val_predict') && data) return newData(m, { form: 'column', rows: data.rows });
  return scalar(m, validation ? validatedTaint(m, validation) : CLEAN);
}

function ofEstimator({ args: { positional, named } }: CallInfo): Validated {
  return {
    model: positional[0] ?? named.get('estimator'),
    features: positional[1] ?? named.get('X'),
    target: positional[2] ?? named.get('y'),
  };
}

/** `xgb.cv(params, dtrain)`, `lgb.cv(params, train_set)`, `catboost.cv(pool, params)` */
function boosting({ args: { positional, named } }: CallInfo): Validated {
  const given = named.get('dtrain') ?? named.get('train_set') ?? named.get('pool') ?? named.get('dataset');
  return { model: undefined, features: given ?? positional[1] ?? positional[0], target: undefined };
}

function noteValidation(
  m: Machine,
  label: string,
  { model, features, target }: Validated,
  info: CallInfo,
): CrossValidationFact | undefined {
  const rows = rowsOf(m, features);
  if (!rows) return undefined;
  const estimator = estimatorOf(m, model);
  const groups = info.args.named.get('groups');
  if (groups) noteSplitGroups(m, rows, groups, info);
  return record<'cross-validation'>(m, {
    kind: 'cross-validation',
    site: info.site,
    label,
    rows,
    taints: taintsIn(m, features, 2),
    target: targetOf(m, target),
    assigns: assignedIn(m, model, info),
    model: model?.tag === 'ref' ? model.id : undefined,
    estimator: model && argumentSite(m, info, 0, 'estimator'),
    given: rowArguments(m, info, 1),
    columns: estimator ? givenTo(m, estimator, features) : NOTHING_KNOWN,
    family: estimator ? learnerFamily(m, estimator) : undefined,
    learner: estimator ? learnerOf(m, estimator) : undefined,
    blindTo: estimator && blindTo(m, estimator),
  });
}

/** How its folds assign rows. */
function assignedIn(m: Machine, model: Value | undefined, { args }: CallInfo): Assignment {
  const estimator = estimatorOf(m, model);
  if (args.others.length > 0) return 'unknown';
  return assignedByFolds(m, args.named.get('cv') ?? args.positional[4], estimator && taskOf(m, estimator));
}

function validatedTaint(m: Machine, validation: CrossValidationFact): Taints {
  return [
    m.taints.add(`validated ${validation.order}`, id => ({ kind: 'validated' as const, id, validation })),
  ];
}
