import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Built } from './build-outcomes';
import type { Column, LabelColumn } from './columns';
import { partnersBy } from './join';
import { alignLabels } from './labels';
import type { Loaded } from './load';
import type { ClassOutcomes, LabelSetOutcomes, Outcomes, RankedOutcomes } from './outcomes';
import { rivalOutcomes } from './rival';
import { allLabels, withLabels } from './same-labels';

interface Model {
  readonly loaded: Loaded;
  readonly built: Built;
}

/** Another model's outcomes in the order of this one's rows. */
export interface Matched {
  readonly outcomes: Outcomes;
  /** What makes rows the same: an id, or their order, where the truth is the same in each. */
  readonly by: 'id' | 'order';
}

/**
 * Brings the predictions of another file into the order of this one. Rows that belong together have the same truth: where it
 * differs, they are others, whatever their ids say. The failure is a clause.
 *
 * @param rows those of this one that count; all unless given
 */
export function sameRows(own: Model, other: Model, rows?: Uint32Array): Result<Matched, string> {
  if (own.built.task !== other.built.task)
    return fail(`its predictions are of another kind: ${other.built.task}, not ${own.built.task}`);
  const { by, partner } = partnersOf(own, other, rows);
  if (!partner.ok) return partner;
  const moved = inOrderOf(other.built.outcomes, partner.value);
  const differing = moved && unlike(own.built.outcomes, moved);
  if (!moved || differing === undefined) return fail('predictions of this kind are not compared');
  if (differing > 0) return fail(unlikeText(differing, by));
  if (by === 'order' && isSorted(own.built.outcomes)) return fail(SORTED);
  const outcomes = asRival(own.built.outcomes, moved);
  return outcomes ? ok({ outcomes, by }) : fail('it holds no prediction of this kind');
}

const unlikeText = (rows: number, by: Matched['by']): string => {
  const [count, verb] = [rows.toLocaleString('en-US'), rows === 1 ? 'row has' : 'rows have'];
  return by === 'id'
    ? `${count} ${verb} the same id and another truth, so these are other rows`
    : `${count} ${verb} another truth at the same place, so these are other rows; an id in both files would tell which are the same`;
};

const SORTED =
  'both files are sorted by the truth, so their order does not tell which rows are the same; an id in both would';

function partnersOf(
  { loaded: own }: Model,
  { loaded: other }: Model,
  rows: Uint32Array | undefined,
): { readonly by: Matched['by']; readonly partner: Result<Int32Array, string> } {
  const areSplit = [own, other].every(({ table }) => table.columns.has('id-in-split'));
  const key = areSplit ? 'id-in-split' : 'id';
  const [mine, theirs] = [own.table.columns.get(key), other.table.columns.get(key)];
  if (mine && theirs) {
    // A file without splits holds the rows that count: those of other splits may have their ids, and are others.
    const found = partnersBy('', areSplit ? mine : within(mine, rows), theirs, other.table);
    return { by: 'id', partner: found.ok ? found : fail(found.failure.reason) };
  }
  const [a, b] = [own.table.rows, other.table.rows];
  if (a === b) return { by: 'order', partner: ok(Int32Array.from({ length: a }, (_, row) => row)) };
  const counts = `${b.toLocaleString('en-US')} rows, not ${a.toLocaleString('en-US')}`;
  const reason = `it has ${counts}, and no id tells which are the same; name the column in \`data.predictions.id\``;
  return { by: 'order', partner: fail(reason) };
}

/** Keys of these rows alone. */
function within(key: Column, rows: Uint32Array | undefined): Column {
  if (key.kind !== 'keys' || !rows) return key;
  const keys = new Float64Array(key.keys.length);
  for (const row of rows) keys[row] = key.keys[row] ?? 0;
  return { ...key, keys };
}

/** Outcomes in the order of other rows; `undefined` for kinds that are not compared. */
function inOrderOf(outcomes: Outcomes, partner: Int32Array): Outcomes | undefined {
  const codes = (own: Int32Array): Int32Array => partner.map(row => (row < 0 ? -1 : (own[row] ?? -1)));
  const numbers = (own: Float64Array): Float64Array =>
    Float64Array.from(partner, row => (row < 0 ? NaN : (own[row] ?? NaN)));
  switch (outcomes.kind) {
    case 'classes': {
      const { truth, predicted, score } = outcomes;
      return {
        ...outcomes,
        truth: codes(truth),
        ...(predicted && { predicted: codes(predicted) }),
        ...(score && { score: numbers(score) }),
      };
    }
    case 'numbers':
      return { kind: 'numbers', truth: numbers(outcomes.truth), predicted: numbers(outcomes.predicted) };
    case 'label-sets': {
      const { labels, truth, predicted, scores } = outcomes;
      return {
        kind: 'label-sets',
        labels,
        truth: truth.map(numbers),
        ...(predicted && { predicted: predicted.map(numbers) }),
        ...(scores && { scores: scores.map(numbers) }),
      };
    }
    case 'ranked': {
      const { relevance, score, query, queries } = outcomes;
      return {
        kind: 'ranked',
        relevance: numbers(relevance),
        score: numbers(score),
        query: codes(query),
        queries,
      };
    }
    case 'clusters':
      return undefined;
  }
}

/** The first model's rows as the other one sees them. */
function asRival(own: Outcomes, moved: Outcomes): Outcomes | undefined {
  const column = (values: Float64Array): Column => ({ kind: 'numbers', values, unreadable: 0 });
  if (own.kind === 'label-sets' && moved.kind === 'label-sets') {
    const theirs = withLabels(moved, allLabels(own.labels, moved.labels));
    return { ...theirs, truth: withLabels(own, theirs.labels).truth };
  }
  if (own.kind === 'ranked' && moved.kind === 'ranked') return { ...own, score: moved.score };
  if (own.kind === 'numbers' && moved.kind === 'numbers') return { ...own, predicted: moved.predicted };
  if (own.kind !== 'classes' || moved.kind !== 'classes') return undefined;
  const { labels, predicted, score, positive } = moved;
  return rivalOutcomes(own, {
    predicted: predicted ? [{ kind: 'labels', codes: predicted, labels }] : [],
    scores: score && positive !== undefined ? [column(score)] : [],
  });
}

/** Rows of which both know the truth, and not the same one; `undefined` for kinds that are not compared. */
function unlike(own: Outcomes, theirs: Outcomes): number | undefined {
  if (own.kind === 'classes' && theirs.kind === 'classes')
    return unlikeClasses(own, { kind: 'labels', codes: theirs.truth, labels: theirs.labels });
  if (own.kind === 'numbers' && theirs.kind === 'numbers') return unlikeNumbers(own.truth, theirs.truth);
  if (own.kind === 'label-sets' && theirs.kind === 'label-sets') return unlikeSets(own, theirs);
  return own.kind === 'ranked' && theirs.kind === 'ranked' ? unlikeItems(own, theirs) : undefined;
}

function unlikeSets(own: LabelSetOutcomes, theirs: LabelSetOutcomes): number {
  const labels = allLabels(own.labels, theirs.labels);
  const [a, b] = [withLabels(own, labels).truth, withLabels(theirs, labels).truth];
  let count = 0;
  for (let row = 0; row < (a[0]?.length ?? 0); row++) {
    const differs = a.some((column, at) => Math.abs((column[row] ?? NaN) - (b[at]?.[row] ?? NaN)) > 0);
    if (differs) count += 1;
  }
  return count;
}

/** Items of another relevance, or of another query. */
function unlikeItems(own: RankedOutcomes, theirs: RankedOutcomes): number {
  const column = ({ query, queries }: RankedOutcomes): LabelColumn => ({
    kind: 'labels',
    codes: query,
    labels: queries,
  });
  const [a, b] = alignLabels([column(own), column(theirs)]).columns;
  return own.relevance.reduce((count, value, row) => {
    const [mine, other] = [a?.[row] ?? -1, b?.[row] ?? -1];
    const isOther = mine >= 0 && other >= 0 && mine !== other;
    return isOther || !isSame(value, theirs.relevance[row] ?? NaN) ? count + 1 : count;
  }, 0);
}

function unlikeClasses({ truth, labels }: ClassOutcomes, theirs: Column & { kind: 'labels' }): number {
  const [a, b] = alignLabels([{ kind: 'labels', codes: truth, labels }, theirs]).columns;
  return (a ?? truth).reduce((count, code, row) => {
    const other = b?.[row] ?? -1;
    return code >= 0 && other >= 0 && code !== other ? count + 1 : count;
  }, 0);
}

/** Writing a number and reading it again may change its last digits. */
const ROUNDING = 1e-9;

/** One that is not known may be the same. */
const isSame = (a: number, b: number): boolean =>
  Number.isNaN(a) || Number.isNaN(b) || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));

const unlikeNumbers = (truth: Float64Array, theirs: Float64Array): number =>
  truth.reduce((count, value, row) => (isSame(value, theirs[row] ?? NaN) ? count : count + 1), 0);

/** Truths that never fall, or never rise, are in one order whatever the rows are. */
function isSorted(outcomes: Outcomes): boolean {
  if (outcomes.kind === 'classes') {
    const changes = outcomes.truth.filter((code, row) => row > 0 && code !== outcomes.truth[row - 1]).length;
    return changes < new Set(outcomes.truth).size;
  }
  const truth = orderedTruth(outcomes);
  if (!truth) return false;
  const pairs = Array.from(truth.subarray(1), (value, at) => value - (truth[at] ?? NaN));
  return pairs.every(step => step >= 0) || pairs.every(step => step <= 0);
}

function orderedTruth(outcomes: Outcomes): Float64Array | undefined {
  if (outcomes.kind === 'numbers') return outcomes.truth;
  return outcomes.kind === 'ranked' ? outcomes.relevance : undefined;
}
