import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Built } from './build-outcomes';
import type { Column } from './columns';
import { partnersBy, reordered } from './join';
import { alignLabels } from './labels';
import type { Loaded } from './load';
import type { ClassOutcomes, NumberOutcomes, Outcomes } from './outcomes';
import { rivalOutcomes } from './rival';

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
 */
export function sameRows(own: Model, other: Model): Result<Matched, string> {
  if (own.built.task !== other.built.task)
    return fail(`its predictions are of another kind: ${other.built.task}, not ${own.built.task}`);
  const { by, partner } = partnersOf(own, other);
  if (!partner.ok) return partner;
  const moved = inOrderOf(other.built.outcomes, partner.value);
  const differing = moved && unlike(own.built.outcomes, moved.truth);
  if (!moved || differing === undefined) return fail('predictions of this kind are not compared');
  if (differing > 0) return fail(unlikeText(differing, by));
  if (by === 'order' && isSorted(own.built.outcomes)) return fail(SORTED);
  const { predicted, score } = moved;
  const outcomes = rivalOutcomes(own.built.outcomes, {
    name: '',
    ...(predicted && { predicted }),
    ...(score && { score }),
  });
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
): { readonly by: Matched['by']; readonly partner: Result<Int32Array, string> } {
  const [mine, theirs] = [own.table.columns.get('id'), other.table.columns.get('id')];
  if (mine && theirs) {
    const found = partnersBy('', mine, theirs, other.table);
    return { by: 'id', partner: found.ok ? found : fail(found.failure.reason) };
  }
  const [a, b] = [own.table.rows, other.table.rows];
  if (a === b) return { by: 'order', partner: ok(Int32Array.from({ length: a }, (_, row) => row)) };
  const counts = `${b.toLocaleString('en-US')} rows, not ${a.toLocaleString('en-US')}`;
  const reason = `it has ${counts}, and no id tells which are the same; name the column in \`data.predictions.id\``;
  return { by: 'order', partner: fail(reason) };
}

interface Moved {
  readonly truth: Column;
  readonly predicted?: Column;
  readonly score?: Column;
}

const numbers = (values: Float64Array): Column => ({ kind: 'numbers', values, unreadable: 0 });

function inOrderOf(outcomes: Outcomes, partner: Int32Array): Moved | undefined {
  const moved = (column: Column): Column => reordered(column, partner);
  if (outcomes.kind === 'numbers')
    return { truth: moved(numbers(outcomes.truth)), predicted: moved(numbers(outcomes.predicted)) };
  if (outcomes.kind !== 'classes') return undefined;
  const { labels, truth, predicted, score, positive } = outcomes;
  return {
    truth: moved({ kind: 'labels', codes: truth, labels }),
    ...(predicted && { predicted: moved({ kind: 'labels', codes: predicted, labels }) }),
    ...(score && positive !== undefined && { score: moved(numbers(score)) }),
  };
}

/** Rows of which both know the truth, and not the same one; `undefined` for kinds that are not compared. */
function unlike(own: Outcomes, theirs: Column): number | undefined {
  if (own.kind === 'classes' && theirs.kind === 'labels') return unlikeClasses(own, theirs);
  return own.kind === 'numbers' && theirs.kind === 'numbers' ? unlikeNumbers(own, theirs.values) : undefined;
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

function unlikeNumbers({ truth }: NumberOutcomes, theirs: Float64Array): number {
  return truth.reduce((count, value, row) => {
    const other = theirs[row] ?? NaN;
    const isSame = Math.abs(value - other) <= ROUNDING * Math.max(Math.abs(value), Math.abs(other));
    return Number.isNaN(value) || Number.isNaN(other) || isSame ? count : count + 1;
  }, 0);
}

/** Truths that never fall, or never rise, are in one order whatever the rows are. */
function isSorted(outcomes: Outcomes): boolean {
  if (outcomes.kind === 'classes') {
    const changes = outcomes.truth.filter((code, row) => row > 0 && code !== outcomes.truth[row - 1]).length;
    return changes < new Set(outcomes.truth).size;
  }
  if (outcomes.kind !== 'numbers') return false;
  const { truth } = outcomes;
  const pairs = Array.from(truth.subarray(1), (value, at) => value - (truth[at] ?? NaN));
  return pairs.every(step => step >= 0) || pairs.every(step => step <= 0);
}
