import type { Parsed, Result } from '../../../base/result';
import { fail, ok } from '../../../base/result';
import { eachLimited } from '../limited';
import type { MetricTable, Series } from '../../table';
import type { ServerFailure } from './answer';
import { experimentsPage, historyPage, runsPage } from './api';
import type { Connection } from './connection';
import { textIn } from './json';
import { allPages, AT_A_TIME } from './pages';
import { idOf, seriesOf, steppedMetrics, tableOfRuns } from './runs';

/** The runs of a server, as far as they were asked for: of each metric the last value. */
export interface RunsRead extends Parsed<MetricTable> {
  /** By run: its metrics that may have values at several steps, which takes a question each. */
  readonly stepped: ReadonlyMap<string, readonly string[]>;
  /** There are more than were read: a clause that says so. */
  readonly more?: string;
}

const NO_RUNS: RunsRead = { value: { runs: [], values: [] }, problems: [], stepped: new Map() };

const MOST_EXPERIMENTS = 20_000;
/** The newest come first: of more, nobody looks at the rest. */
const MOST_RUNS = 20_000;
const MOST_POINTS = 1_000_000;
/** Of more metrics of a run nobody draws the curves. */
const MOST_CURVES = 100;

/** @param experiment its name or id; all, unless given */
export async function readRuns(
  connection: Connection,
  experiment: string | undefined,
  onRuns?: (count: number) => void,
): Promise<Result<RunsRead, ServerFailure>> {
  const experiments = await experimentsOf(connection, experiment);
  if (!experiments.ok) return experiments;
  if (experiments.value.length === 0) return ok(NO_RUNS);
  const options = { field: 'runs', most: MOST_RUNS, ...(onRuns && { onItems: onRuns }) };
  const paged = await allPages(connection, token => runsPage(experiments.value, token), options);
  if (!paged.ok) return paged;
  const { items, cut } = paged.value;
  return ok({
    ...tableOfRuns(connection.address, items),
    ...(cut && { more: `only the newest ${items.length.toLocaleString('en-US')} of its runs were read` }),
    stepped: new Map(items.map(item => [idOf(item) ?? '', steppedMetrics(item)])),
  });
}

async function experimentsOf(
  connection: Connection,
  wanted: string | undefined,
): Promise<Result<readonly string[], ServerFailure>> {
  const options = { field: 'experiments', most: MOST_EXPERIMENTS };
  const paged = await allPages(connection, experimentsPage, options);
  if (!paged.ok) return paged;
  const all = paged.value.items.flatMap(item => {
    const id = textIn(item, 'experiment_id');
    return id === undefined ? [] : [{ id, name: textIn(item, 'name') ?? id }];
  });
  const found = all.filter(({ id, name }) => wanted === undefined || id === wanted || name === wanted);
  if (found.length === 0 && wanted !== undefined) {
    const names = all.map(({ name }) => name);
    return fail({ kind: 'not-there', message: `it has no experiment \`${wanted}\`${insteadOf(names)}` });
  }
  return ok(found.map(({ id }) => id));
}

const MOST_NAMES = 8;

function insteadOf(names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMES ? ', …' : '';
  return `, only ${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}

/** The values over steps of some metrics of a run; a few questions at a time. */
export async function readSteps(
  connection: Connection,
  run: string,
  metrics: readonly string[],
): Promise<Result<readonly Series[], ServerFailure>> {
  const askOne = async (metric: string): Promise<Result<readonly Series[], ServerFailure>> => {
    const options = { field: 'metrics', most: MOST_POINTS };
    const paged = await allPages(connection, token => historyPage(run, metric, token), options);
    return paged.ok ? ok(seriesOf(run, metric, paged.value.items)) : paged;
  };
  const read = await eachLimited(metrics.slice(0, MOST_CURVES), askOne, AT_A_TIME);
  const failed = read.find(one => !one.ok);
  return failed ?? ok(read.flatMap(one => (one.ok ? one.value : [])));
}
