import type { Verdict } from '../../base/outcome';
import type { PairProfile } from '../../data/profile';
import { fieldPlace, unknown } from '../context';
import { listed } from '../words';
import type { Limit } from './bound';
import { judgeShared } from './count';
import { judgePairs, splitNamed } from './pairs';
import type { DataScope } from './scope';
import { placeOfRow, rowWords, splitPlace } from './scope';

/** Groups (patients, customers, cards) that stand in two splits. */
export function judgeSharedGroups(scope: DataScope, limit: Limit): Verdict {
  const { manifest } = scope.context;
  const { groups, splits } = manifest.declarations;
  const place = fieldPlace(manifest, 'data.groups');
  if (groups.length === 0) {
    return unknown('`data.groups` does not say which columns must not straddle splits.', place);
  }
  if (splits.length === 0 && manifest.data.split?.by === 'folds') {
    return unknown('The folds are made by code, so the data do not say whether they share groups.', place);
  }
  const other = scope.groups?.find(group => !groups.includes(group));
  if (other !== undefined) return unknown(`\`data.groups\` does not name \`${other}\`.`, place);
  const asked = scope.groups ?? groups;
  return judgePairs(scope, pair => asked.map(group => judgeGroup(scope, pair, group, limit)));
}

function judgeGroup(scope: DataScope, pair: PairProfile, group: string, limit: Limit): Verdict {
  const { context } = scope;
  const { earlier, later } = pair;
  const found = pair.groups.find(({ column }) => column === group);
  if (!found) {
    const both = [earlier, later].flatMap(name => splitNamed(scope, name) ?? []);
    const lacking = both.filter(({ columns }) => !columns.some(({ name }) => name === group));
    const names = listed(lacking.map(({ name }) => name));
    return unknown(`\`${group}\` is not a column of ${names}.`, fieldPlace(context.manifest, 'data.groups'));
  }
  const { rows, distinct, of, exact, first } = found.shared;
  const values = `${distinct.toLocaleString('en-US')} value${distinct === 1 ? '' : 's'} of \`${group}\``;
  const inRows =
    rows === 0 ? '' : `, in ${rows.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} rows`;
  const example = first
    ? `; ${rowWords(context, first.later)} and ${rowWords(context, first.earlier)} share one`
    : '';
  const words = `${rows === 0 ? `No value of \`${group}\`` : values} of ${later} ${distinct > 1 ? 'are' : 'is'} in ${earlier} too${inRows}${example}`;
  // A share is one of rows; a count is one of groups.
  const counts = { rows: limit.isShare ? rows : distinct, of, exact };
  return judgeShared(
    counts,
    limit,
    words,
    first ? placeOfRow(first.later) : splitPlace(context, splitNamed(scope, later)),
  );
}
