import { DAY } from '../../base/time';
import type { Verdict } from '../../base/outcome';
import type { SplitProfile, TimeProfile } from '../../data/profile';
import { fieldPlace, met, unknown, unmet } from '../context';
import { counted } from '../words';
import { judgePairs, splitNamed } from './pairs';
import type { DataScope } from './scope';
import { placeOfRow, rowWords, splitPlace } from './scope';

/** Does training end before validation and test begin, as far before as the manifest says? */
export function judgeTimeOrder(scope: DataScope): Verdict {
  const { manifest } = scope.context;
  const { time, splits } = manifest.declarations;
  const place = fieldPlace(manifest, 'data.time');
  if (time === undefined) return unknown('`data.time` does not name the column that says when.', place);
  if (splits.length === 0 && manifest.data.split?.by === 'folds') {
    return unknown('The folds are made by code, so the data do not say in which order they are.', place);
  }
  return judgePairs(scope, ({ earlier, later }) => [
    judgePair(scope, time, splitNamed(scope, earlier), splitNamed(scope, later)),
  ]);
}

function judgePair(
  scope: DataScope,
  time: string,
  earlier: SplitProfile | undefined,
  later: SplitProfile | undefined,
): Verdict {
  const { context } = scope;
  const unreadable = [earlier, later].flatMap(split => (split && whyNoTime(scope, time, split)) ?? [])[0];
  if (unreadable) return unreadable;
  const [last, first] = [earlier?.time?.last, later?.time?.first];
  if (!earlier || !later || !last || !first)
    return unknown('A split has no rows.', splitPlace(context, later));
  const unit = earlier.time?.unit;
  if (unit === undefined || unit === 'mixed' || unit !== later.time?.unit) {
    return unknown(
      `\`${time}\` holds dates in one place and numbers in another.`,
      splitPlace(context, later),
    );
  }
  const { gap, horizon } = context.manifest.data;
  const apart = gap + horizon;
  if (apart > 0 && unit === 'number') {
    return unknown(
      `\`${time}\` holds numbers, so gap and horizon, which are days, cannot be compared.`,
      splitPlace(context, later),
    );
  }
  const ends = `${earlier.name} ends with ${shownTime(last.at, unit)} (${rowWords(context, last.place)})`;
  const begins = `${later.name} begins with ${shownTime(first.at, unit)} (${rowWords(context, first.place)})`;
  const far = apart > 0 ? `; ${days(apart)} must lie between them` : '';
  const reason = `${ends}, and ${begins}${far}.`;
  const inOrder = apart > 0 ? first.at - last.at >= apart : first.at > last.at;
  return inOrder ? met(reason, placeOfRow(first.place)) : unmet(reason, placeOfRow(first.place));
}

/** A time that is missing or cannot be read may lie anywhere. */
function whyNoTime({ context }: DataScope, time: string, split: SplitProfile): Verdict | undefined {
  const profile: TimeProfile | undefined = split.time;
  const place = splitPlace(context, split);
  if (!profile) return unknown(`${split.name} has no column \`${time}\`.`, place);
  const { unread, missing } = profile;
  if (unread.first) {
    const many = counted(unread.count, 'value');
    const reason = `${many} of \`${time}\` in ${split.name} ${unread.count === 1 ? 'is' : 'are'} no date such as 2026-10-02, first in ${rowWords(context, unread.first)}.`;
    return unknown(reason, placeOfRow(unread.first));
  }
  if (missing === 0) return undefined;
  return unknown(`\`${time}\` is missing in ${counted(missing, 'row')} of ${split.name}.`, place);
}

function shownTime(at: number, unit: TimeProfile['unit']): string {
  if (unit === 'number') return String(at);
  const text = new Date(at).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace('.000Z', 'Z');
}

function days(milliseconds: number): string {
  const hours = Math.round(milliseconds / 3_600_000);
  return hours % 24 === 0 ? counted(milliseconds / DAY, 'day') : counted(hours, 'hour');
}
