import type { Place } from '../../base/place';
import { createHistory, type History, type HistorySink } from '../history';
import type { Cell, Database } from './database';

/** SQLite has no infinity: MLflow writes the largest number instead. */
const LARGEST = 1.7976931348623157e308;

interface Wanted {
  /** Runs that are read; others are passed over. */
  readonly ids: ReadonlySet<string>;
  readonly sink: HistorySink;
  readonly place: Place;
}

/**
 * Reads the points of all runs by two queries in one order: the first tells how many points there are of each metric of each
 * run, the second gives their numbers. Texts are dear to fetch, so that none is fetched for a point.
 */
export function readMetrics(database: Database, { ids, sink, place }: Wanted): void {
  const known = database.columns('metrics');
  if (!known.has('run_uuid') || !known.has('key') || !known.has('value')) return;
  const take = takerOf(pointsIn(database, known)[Symbol.iterator]());
  let current: { readonly run: string; readonly history: History } | undefined;
  for (const [run, key, count] of database.select(METRICS)) {
    const { steps, values } = take(Number(count));
    const id = String(run ?? '');
    if (!ids.has(id)) continue;
    if (current?.run !== id) {
      current?.history.finish(sink);
      current = { run: id, history: createHistory(id) };
    }
    const source = (at: number) => ({ raw: String(values[at]), place });
    current.history.addAll({ name: String(key ?? ''), steps, values, source });
  }
  current?.history.finish(sink);
}

/** An index of runs alone would have SQLite look each row up by itself: sorting all of them takes less. */
const METRICS =
  'SELECT run_uuid, key, count(*) FROM metrics NOT INDEXED GROUP BY run_uuid, key ORDER BY run_uuid, key';

/** Of a metric in the order in which later points replace earlier ones: the latest is the highest step, then time, then value. */
function pointsIn(database: Database, known: ReadonlySet<string>): Iterable<readonly Cell[]> {
  const number = (column: string): string => (known.has(column) ? column : `0 AS ${column}`);
  const order = ['run_uuid', 'key', 'step', 'timestamp', 'value'].filter(name => known.has(name));
  return database.select(
    `SELECT value, ${number('step')}, ${number('is_nan')} FROM metrics NOT INDEXED ORDER BY ${order.join(', ')}`,
  );
}

/** Takes the next points, into arrays that are used again: of a database many are small, and each would cost more than its numbers. */
function takerOf(points: Iterator<readonly Cell[]>): (count: number) => Taken {
  let [steps, values] = [new Float64Array(1024), new Float64Array(1024)];
  return count => {
    if (count > steps.length) [steps, values] = [new Float64Array(count), new Float64Array(count)];
    let at = 0;
    for (; at < count; at++) {
      const next = points.next();
      if (next.done === true) break;
      const [value = null, step, isNan] = next.value;
      steps[at] = Number(step ?? 0);
      values[at] = Number(isNan) === 1 ? NaN : numberOf(value);
    }
    return { steps: steps.subarray(0, at), values: values.subarray(0, at) };
  };
}

interface Taken {
  readonly steps: Float64Array;
  readonly values: Float64Array;
}

/** A NaN that was stored without MLflow's flag is NULL: SQLite has no NaN. */
function numberOf(value: Cell): number {
  if (value === null) return NaN;
  const stored = Number(value);
  return Math.abs(stored) >= LARGEST ? Math.sign(stored) * Infinity : stored;
}
