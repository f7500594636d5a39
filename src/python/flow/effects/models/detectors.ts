import type { PredictFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import type { Taints } from '../../taint';
import { CLEAN } from '../../taint';
import type { Estimator } from '../../value';
import { learn } from './statistics';

const DETECTORS = /\b(IsolationForest|LocalOutlierFactor|EllipticEnvelope|OneClassSVM|SGDOneClassSVM)$/;

/** What a detector of outliers says of rows depends on all the rows that it learned from. */
export function detected(m: Machine, { api }: Estimator, { fit }: PredictFact, info: CallInfo): Taints {
  if (!DETECTORS.test(api)) return CLEAN;
  const how = api.split('.').pop() ?? api;
  const label = `${how}.${m.options.textOf(info.nameSpan)}`;
  return [learn(m, { cls: 'projection', rows: fit.rows, site: info.site, label, how })];
}
