import type { Verdict } from '../../base/outcome';
import type { PairProfile } from '../../data/profile';
import { met, unknown, unmet } from '../context';
import { listed } from '../words';
import type { Limit } from './bound';
import { comparedWords } from './compared';
import { judgeShared } from './count';
import { judgePairs, splitNamed } from './pairs';
import type { DataScope } from './scope';
import { placeOfRow, rowWords, splitPlace } from './scope';

/** Rows of a later split that an earlier one has too. */
export function judgeSharedRows(scope: DataScope, limit: Limit): Verdict {
  const { manifest } = scope.context;
  if (manifest.declarations.splits.length === 0 && manifest.data.split?.by === 'folds')
    return judgeFolds(scope);
  return judgePairs(scope, pair => [judgePair(scope, pair, limit)]);
}

function judgePair(scope: DataScope, pair: PairProfile, limit: Limit): Verdict {
  const { earlier, later, rows } = pair;
  const { context, profile } = scope;
  const place = splitPlace(context, splitNamed(scope, later));
  if (!rows) {
    const lacking = listed(profile.compared.notEverywhere.map(name => `\`${name}\``));
    const reason = `The rows of ${earlier} and ${later} cannot be compared: not every split has ${lacking}.`;
    return unknown(profile.compared.columns.length === 0 ? NOTHING_TO_COMPARE : reason, place);
  }
  const of = `${rows.rows.toLocaleString('en-US')} of ${rows.of.toLocaleString('en-US')} rows of ${later}`;
  const example = rows.first
    ? `; ${rowWords(context, rows.first.later)} is ${rowWords(context, rows.first.earlier)}`
    : '';
  const words = `${of} ${rows.rows === 1 ? 'is' : 'are'} in ${earlier} too, ${comparedWords(profile.compared)}${example}`;
  return judgeShared(rows, limit, words, rows.first ? placeOfRow(rows.first.later) : place);
}

const NOTHING_TO_COMPARE =
  'Without target and identifiers no column is left by which rows could be compared.';

/** Folds are made by code: only where no row occurs twice it is plain that none can be in two. */
function judgeFolds({ context, profile, splits }: DataScope): Verdict {
  const [table] = splits;
  const place = splitPlace(context, table);
  if (!table) return unknown('No table was read.', place);
  const { rows, exact, first } = table.duplicates;
  const by = comparedWords(profile.compared);
  if (rows === 0 && exact) return met(`No row occurs twice (${by}), so no two folds can share one.`, place);
  const example = first ? ` (the first in ${rowWords(context, first.earlier)})` : '';
  const found = `${rows.toLocaleString('en-US')} rows repeat an earlier one${example}, ${by}`;
  const respecting = context.manifest.data.split;
  if (respecting?.by === 'folds' && respecting.respecting !== 'group' && rows > 0) {
    return unmet(`${found}: folds share them.`, first ? placeOfRow(first.earlier) : place);
  }
  return unknown(`${found}: whether folds share them depends on the groups.`, place);
}
