import type { Verdict } from '../../base/outcome';
import type { PairProfile, SplitProfile } from '../../data/profile';
import { fieldPlace, unknown } from '../context';
import { counted, listed } from '../words';
import type { DataScope } from './scope';
import { notRead } from './scope';
import { strictestOf } from './strictest';

/** Judges all pairs of splits that must be apart; the strictest verdict decides. */
export function judgePairs(scope: DataScope, judge: (pair: PairProfile) => readonly Verdict[]): Verdict {
  const { context, profile, only } = scope;
  // One that was not read may share what the others do not.
  const unread = profile.unread.find(({ role }) => role !== 'production' && role !== 'other');
  if (only !== undefined && unread) return notRead(context, unread);
  const pairs = pairsOf(scope);
  if (pairs.length === 0) return strictestOf([...withoutRole(scope), nothingToCompare(scope)]);
  return strictestOf([...pairs.flatMap(judge), ...withoutRole(scope)]);
}

/** A split of any role, by its name. */
export function splitNamed({ profile }: DataScope, name: string): SplitProfile | undefined {
  return profile.splits.find(split => split.name === name);
}

function pairsOf({ profile, splits, only }: DataScope): readonly PairProfile[] {
  const named = new Set(splits.map(({ name }) => name));
  return profile.pairs.filter(({ earlier, later }) =>
    only === undefined ? named.has(earlier) && named.has(later) : named.has(earlier) || named.has(later),
  );
}

/** Rows of which nobody said what they are for may be test rows: nothing is met without them. */
function withoutRole({ context: { manifest }, profile }: DataScope): readonly Verdict[] {
  const { split } = manifest.data;
  if (manifest.declarations.splits.length > 0 || split?.by !== 'column') return [];
  const said = new Set(split.roles.map(({ name }) => name));
  const open = profile.splits.filter(({ name, role }) => role === 'other' && !said.has(name));
  if (open.length === 0) return [];
  const rows = open.reduce((sum, one) => sum + one.rows, 0);
  const names = listed(open.map(({ name }) => `\`${name}\``));
  const reason = `What ${names} in \`${split.column}\` ${open.length === 1 ? 'is' : 'are'} for is not known, so ${counted(rows, 'row')} were compared with none; say it in \`data.split.roles\`.`;
  return [unknown(reason, fieldPlace(manifest, 'data.split'))];
}

function nothingToCompare({ context, splits, only }: DataScope): Verdict {
  const what = splits.map(({ name }) => name).join(', ');
  const reason =
    only === undefined
      ? `Only ${what} was read, so there are no two splits to compare; name files for training and test in \`data.splits\`.`
      : `There is no split to compare ${what} with.`;
  return unknown(reason, fieldPlace(context.manifest, 'data.splits'));
}
