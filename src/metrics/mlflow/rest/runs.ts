import type { Place } from '../../../base/place';
import { START_OF_FILE } from '../../../base/place';
import type { Parsed, Problem } from '../../../base/result';
import { createHistory, type Source } from '../../history';
import { takeSplit } from '../../names';
import type { MetricTable, MetricValue, Run, RunStatus, Series, Tracked } from '../../table';
import { runPage } from './api';
import type { JsonObject } from './json';
import { numberIn, objectIn, objectsIn, pairsIn, textIn, timeIn } from './json';

/** Runs as a server lists them: of each metric the last value. */
export function tableOfRuns(address: string, answers: readonly JsonObject[]): Parsed<MetricTable> {
  const runs: Run[] = [];
  const values: MetricValue[] = [];
  const problems: Problem[] = [];
  for (const answer of answers) {
    const run = runOf(address, answer);
    if (!run) {
      problems.push(problem(address, 'bad-run', 'The server lists a run without an id, which is left out.'));
      continue;
    }
    if (textIn(objectIn(answer, 'info'), 'lifecycle_stage') === 'deleted') continue;
    runs.push(run);
    const metrics = objectsIn(objectIn(answer, 'data'), 'metrics');
    const read = valuesOf(run, metrics);
    values.push(...read.values);
    if (read.unread.length > 0) {
      const names = read.unread.map(name => `\`${name}\``).join(', ');
      problems.push(problem(run.file, 'bad-metric', `The run’s values of ${names} are no numbers.`));
    }
  }
  return { value: { runs, values }, problems };
}

/** A metric of a run over its steps; nothing where there is only one. */
export function seriesOf(run: string, metric: string, points: readonly JsonObject[]): readonly Series[] {
  const { name, split } = takeSplit(metric);
  const history = createHistory(run);
  for (const point of points) {
    const number = numberIn(point, 'value');
    if (!number) continue;
    const source = (): Source => ({ raw: number.raw, place: placeAt('') });
    history.add({ name, split, step: stepIn(point), value: number.value, source });
  }
  const found: Series[] = [];
  history.finish({ value: () => undefined, series: series => void found.push(series) });
  return found;
}

/** Metrics of a run that may have more than one step: those whose last step is not the first one. */
export function steppedMetrics(answer: JsonObject): readonly string[] {
  return objectsIn(objectIn(answer, 'data'), 'metrics').flatMap(metric => {
    const key = textIn(metric, 'key');
    return key !== undefined && stepIn(metric) !== 0 ? [key] : [];
  });
}

export function idOf(answer: JsonObject): string | undefined {
  const info = objectIn(answer, 'info');
  return textIn(info, 'run_id') ?? textIn(info, 'run_uuid');
}

function runOf(address: string, answer: JsonObject): Run | undefined {
  const id = idOf(answer);
  if (id === undefined) return undefined;
  const info = objectIn(answer, 'info');
  const data = objectIn(answer, 'data');
  const tags = pairsIn(data, 'tags');
  const experiment = textIn(info, 'experiment_id') ?? '';
  const time = timeIn(info, 'start_time');
  return {
    id,
    name: textIn(info, 'run_name') ?? tags['mlflow.runName'] ?? id,
    file: runPage(address, experiment, id),
    source: 'mlflow',
    ...(time !== undefined && { time }),
    params: pairsIn(data, 'params'),
    tracked: trackedOf(info, experiment, tags),
  };
}

function trackedOf(info: JsonObject, experiment: string, tags: Readonly<Record<string, string>>): Tracked {
  const ended = timeIn(info, 'end_time');
  const user = tags['mlflow.user'] ?? textIn(info, 'user_id');
  return {
    experiment,
    status: statusIn(info),
    tags,
    ...(ended !== undefined && { ended }),
    ...(user !== undefined && { user }),
  };
}

const STATUSES: readonly RunStatus[] = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

function statusIn(info: JsonObject): RunStatus {
  const written = textIn(info, 'status');
  return STATUSES.find(status => status === written) ?? 'UNKNOWN';
}

function valuesOf(
  run: Run,
  metrics: readonly JsonObject[],
): { readonly values: readonly MetricValue[]; readonly unread: readonly string[] } {
  const history = createHistory(run.id);
  const unread: string[] = [];
  for (const metric of metrics) {
    const key = textIn(metric, 'key');
    const number = numberIn(metric, 'value');
    if (key === undefined || !number) unread.push(key ?? '?');
    else {
      const { name, split } = takeSplit(key);
      const source = (): Source => ({ raw: number.raw, place: placeAt(run.file) });
      history.add({ name, split, step: stepIn(metric), value: number.value, source });
    }
  }
  const values: MetricValue[] = [];
  // Two names that differ in how they write the split are one metric: the later step counts.
  history.finish({ value: value => void values.push(value), series: () => undefined });
  return { values, unread };
}

/** A step that is left out is 0, as protocol buffers have it. */
function stepIn(point: JsonObject): number {
  return numberIn(point, 'step')?.value ?? 0;
}

function problem(file: string, code: string, message: string): Problem {
  return { code, severity: 'warning', message, place: placeAt(file) };
}

function placeAt(file: string): Place {
  return { file, range: START_OF_FILE };
}
