import type { Verdict } from '../../base/outcome';
import type { ColumnProfile, SplitProfile } from '../../data/profile';
import { met, unknown, unmet } from '../context';
import { percent } from '../words';
import type { Limit } from './bound';
import { holds } from './bound';
import type { DataScope } from './scope';
import { splitPlace } from './scope';

/** How empty is the emptiest column? Labels of single annotators are left out: nobody labels every row. */
export function judgeMissing({ context, splits }: DataScope, limit: Limit): Verdict {
  const { annotators } = context.manifest.data;
  const shares = splits.flatMap(split =>
    split.columns
      .filter(({ name }) => split.rows > 0 && !annotators.includes(name))
      .map(column => ({ split, column, share: column.missing / split.rows })),
  );
  const [first, ...others] = shares;
  if (!first)
    return unknown('There are no rows in which something could be missing.', splitPlace(context, splits[0]));
  const worst = others.reduce((most, one) => (one.share > most.share ? one : most), first);
  const reason = `${wording(worst)}; ${limit.words}.`;
  const place = splitPlace(context, worst.split);
  return holds(limit, worst.share) ? met(reason, place) : unmet(reason, place);
}

function wording(worst: {
  readonly split: SplitProfile;
  readonly column: ColumnProfile;
  readonly share: number;
}): string {
  const { split, column, share } = worst;
  if (share === 0) return 'Nothing is missing in any column';
  const counts = `${column.missing.toLocaleString('en-US')} of ${split.rows.toLocaleString('en-US')} rows`;
  return `\`${column.name}\` is emptiest: ${percent(share)} missing in ${split.name} (${counts})`;
}
