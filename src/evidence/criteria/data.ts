import type { Verdict } from '../../base/outcome';
import type { DataDemand, DataEvidence } from '../../manifest/evidence';
import { allOf } from '../combine';
import type { EvidenceContext } from '../context';
import { judgeBalance } from '../data/balance';
import type { Limit } from '../data/bound';
import { limitOf } from '../data/bound';
import { judgeDuplicates } from '../data/duplicates';
import { judgeLabelNoise } from '../data/label-noise';
import { judgeMissing } from '../data/missing';
import { judgeProfiled } from '../data/profiled';
import { judgeRows } from '../data/rows';
import type { DataScope } from '../data/scope';
import { readProfile, scopeOf } from '../data/scope';
import { judgeSeparating } from '../data/separating';
import { judgeSharedGroups } from '../data/shared-groups';
import { judgeSharedRows } from '../data/shared-rows';
import { judgeTimeOrder } from '../data/time-order';

type Quantity = Extract<DataDemand, { readonly bound: unknown }>['is'];

/** What answers each demand that has a bound. */
const BY_QUANTITY = {
  rows: judgeRows,
  missing: judgeMissing,
  shared_rows: judgeSharedRows,
  shared_groups: judgeSharedGroups,
  duplicates: judgeDuplicates,
  label_noise: judgeLabelNoise,
  balance: judgeBalance,
  separating_columns: judgeSeparating,
} as const satisfies Record<Quantity, (scope: DataScope, limit: Limit) => Verdict>;

/** Are the data as demanded? Every demand is judged; the first that is not met decides. */
export function judgeData({ demands, groups, split }: DataEvidence, context: EvidenceContext): Verdict {
  const read = readProfile(context);
  if ('verdict' in read) return read.verdict;
  const scope = scopeOf(context, read.profile, split);
  if ('outcome' in scope) return scope;
  return allOf(demands.map(demand => judgeDemand(demand, { ...scope, ...(groups && { groups }) })));
}

function judgeDemand(demand: DataDemand, scope: DataScope): Verdict {
  if (!('bound' in demand)) return demand.is === 'profiled' ? judgeProfiled(scope) : judgeTimeOrder(scope);
  const found = limitOf(scope.context, demand.bound);
  return 'verdict' in found ? found.verdict : BY_QUANTITY[demand.is](scope, found.limit);
}
