import type { Verdict } from '../../base/outcome';
import { met, unmet } from '../context';
import { percent } from '../words';
import type { Limit } from './bound';
import { holds } from './bound';
import { classesIn } from './classes';
import type { DataScope } from './scope';
import { splitPlace } from './scope';

/** How rare is the rarest class in training? */
export function judgeBalance(scope: DataScope, limit: Limit): Verdict {
  const found = classesIn(scope);
  if ('outcome' in found) return found;
  const { split, classes } = found;
  const rows = classes.reduce((sum, one) => sum + one.rows, 0);
  const rarest = classes[classes.length - 1];
  const share = rows === 0 ? 0 : (rarest?.rows ?? 0) / rows;
  const of = `${(rarest?.rows ?? 0).toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows`;
  const reason = `The rarest class in ${split.name} is \`${rarest?.label ?? ''}\`: ${percent(share)} (${of}); ${limit.words}.`;
  const place = splitPlace(scope.context, split);
  return holds(limit, share) ? met(reason, place) : unmet(reason, place);
}
