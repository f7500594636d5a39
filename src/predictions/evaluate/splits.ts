import type { NamedRole, SplitRole } from '../../base/declarations';
import { roleAmong } from '../../base/split-roles';
import { newcombe } from '../../statistics/intervals/difference';
import type { LabelColumn } from '../columns';
import type { Gap, Score, SplitScores } from '../evaluation';
import { METRIC_METHODS } from '../methods';
import { LEVEL } from './context';

/** Rows of one split. */
export interface SplitPart {
  readonly split: string;
  readonly role: SplitRole;
  readonly rows: Uint32Array;
}

const MOST_SPLITS = 20;

export function splitParts(
  { codes, labels }: LabelColumn,
  rows: Uint32Array,
  roles: readonly NamedRole[],
): readonly SplitPart[] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(codes[row] ?? -1, (counts.get(codes[row] ?? -1) ?? 0) + 1);
  const order: readonly SplitRole[] = ['train', 'validation', 'test', 'production', 'other'];
  return [...counts.keys()]
    .slice(0, MOST_SPLITS)
    .map((code): SplitPart => {
      const split = code < 0 ? 'missing' : String(labels[code] ?? '');
      return {
        split,
        role: code < 0 ? 'other' : roleAmong(roles, split),
        rows: rows.filter(row => (codes[row] ?? -1) === code),
      };
    })
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** How much better each metric is on the rows that a model was fitted on than on those it was not. */
export function gapsOf(splits: readonly SplitScores[]): readonly Gap[] {
  const train = splits.find(({ role }) => role === 'train');
  if (!train) return [];
  return splits
    .filter(({ role }) => role === 'validation' || role === 'test')
    .flatMap(other =>
      train.scores.flatMap(score => {
        const match = other.scores.find(({ metric }) => metric === score.metric);
        if (!match || METRIC_METHODS[score.metric].better === 'zero' || score.metric === 'max_error')
          return [];
        return [gapOf(score, match, train.split, other.split)];
      }),
    );
}

function gapOf(first: Score, second: Score, of: string, and: string): Gap {
  const given = { metric: first.metric, first: of, second: and, n: first.n + second.n };
  if (first.counts && second.counts) {
    const { value, low, high } = newcombe(first.counts, second.counts, LEVEL);
    return { ...given, value, interval: { low, high, level: LEVEL, method: 'newcombe' } };
  }
  const value = first.value - second.value;
  if (!first.interval || !second.interval) return { ...given, value, noInterval: 'one of the two has none' };
  return { ...given, value, ...independentDifference(first, second, value) };
}

/** Of independent figures: their intervals added as the sides of a right angle (square and add). */
function independentDifference(first: Score, second: Score, value: number): Pick<Gap, 'interval'> {
  const [a, b] = [first.interval, second.interval];
  if (!a || !b) return {};
  return {
    interval: {
      low: value - Math.hypot(first.value - a.low, b.high - second.value),
      high: value + Math.hypot(a.high - first.value, second.value - b.low),
      level: LEVEL,
      method: 'square-and-add',
    },
  };
}
