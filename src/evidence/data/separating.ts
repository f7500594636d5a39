import type { Verdict } from '../../base/outcome';
import { LEAST_ROWS_OF_CLASS } from '../../data/audit/separating';
import { met, unknown, unmet } from '../context';
import { listed } from '../words';
import type { Limit } from './bound';
import { holds } from './bound';
import { classesIn } from './classes';
import type { DataScope } from './scope';
import { splitPlace } from './scope';

/** Columns that tell the classes apart alone: too good to be there at prediction time. */
export function judgeSeparating(scope: DataScope, limit: Limit): Verdict {
  const found = classesIn(scope);
  if ('outcome' in found) return found;
  const { split, classes, target } = found;
  const place = splitPlace(scope.context, split);
  const rare = classes.find(({ rows }) => rows < LEAST_ROWS_OF_CLASS);
  if (rare) {
    const reason = `${split.name} has ${rare.rows} rows of \`${rare.label}\`; with fewer than ${LEAST_ROWS_OF_CLASS}, a column may separate them by chance.`;
    return unknown(reason, place);
  }
  const { separating } = split;
  const names = listed(separating.map(name => `\`${name}\``));
  const words =
    separating.length === 0
      ? `No column of ${split.name} separates the classes of \`${target}\` alone`
      : `${names} separate${separating.length === 1 ? 's' : ''} the classes of \`${target}\` in ${split.name} without an error`;
  const reason = `${words}; ${limit.words}.`;
  return holds(limit, separating.length) ? met(reason, place) : unmet(reason, place);
}
