import type { Verdict } from '../../base/outcome';
import { met, unmet } from '../context';
import { counted } from '../words';
import type { Limit } from './bound';
import { holds } from './bound';
import type { DataScope } from './scope';
import { splitPlace } from './scope';

/** How many rows are there? */
export function judgeRows({ context, splits }: DataScope, limit: Limit): Verdict {
  const rows = splits.reduce((sum, split) => sum + split.rows, 0);
  const parts = splits.map(split => `${split.name} ${split.rows.toLocaleString('en-US')}`);
  const by = splits.length > 1 ? ` (${parts.join(', ')})` : '';
  const reason = `${counted(rows, 'row')}${by}; ${limit.words}.`;
  const place = splitPlace(context, splits.length > 1 ? undefined : splits[0]);
  return holds(limit, rows) ? met(reason, place) : unmet(reason, place);
}
