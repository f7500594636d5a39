import type { Files } from '../../base/ports';
import { START_OF_FILE } from '../../base/place';
import type { Place } from '../../base/place';
import type { Parsed, Problem } from '../../base/result';
import { takeSplit } from '../names';
import type { MetricTable, MetricValue, Run, RunStatus, Series } from '../table';
import { badMeta, isDeleted, readMeta, textIn, timeIn } from './meta';
import type { Meta } from './meta';
import { parseMetricFile } from './metric-file';
import type { Point } from './metric-file';
import { namedTexts, recordOf } from './named-texts';
import type { NamedText } from './named-texts';

/**
 * Reads one run of the file store; nothing for a run that is deleted, or a folder that is no run. What Git has dropped for
 * being empty, such as `metrics`, is as good as empty.
 */
export async function readRunFolder(files: Files, folder: string): Promise<Parsed<MetricTable>> {
  const meta = await readMeta(files, `${folder}/meta.yaml`);
  if (!meta.ok) {
    const problems = meta.failure.kind === 'missing' ? [] : [badMeta(folder, meta.failure)];
    return { value: NO_METRICS, problems };
  }
  if (isDeleted(meta.value)) return { value: NO_METRICS, problems: [] };
  return readActive(files, folder, meta.value);
}

async function readActive(files: Files, folder: string, meta: Meta): Promise<Parsed<MetricTable>> {
  const [metrics, params, tags] = await Promise.all(
    ['metrics', 'params', 'tags'].map(name => namedTexts(files, `${folder}/${name}`)),
  );
  const id = textIn(meta, 'run_id') ?? textIn(meta, 'run_uuid') ?? folder;
  const read = (metrics ?? []).map(metric => readMetric(metric, id));
  const fault = read.find(one => one.fault)?.fault;
  const series = read.flatMap(one => one.series);
  const run: Run = {
    ...runOf({ folder, meta, id, tags: recordOf(tags ?? []) }),
    params: recordOf(params ?? []),
    ...(fault && { fault }),
  };
  return {
    value: {
      runs: [run],
      values: read.flatMap(({ values }) => values),
      ...(series.length > 0 && { series }),
    },
    problems: read.flatMap(({ problems }) => problems),
  };
}

const NO_METRICS: MetricTable = { runs: [], values: [] };

function runOf({
  folder,
  meta,
  id,
  tags,
}: {
  readonly folder: string;
  readonly meta: Meta;
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
}): Omit<Run, 'params'> {
  const time = timeIn(meta, 'start_time');
  const ended = timeIn(meta, 'end_time');
  const user = tags['mlflow.user'] ?? textIn(meta, 'user_id');
  const name = tags['mlflow.runName'] ?? textIn(meta, 'run_name') ?? textIn(meta, 'name');
  return {
    id,
    name: name ?? id,
    file: `${folder}/meta.yaml`,
    source: 'mlflow',
    ...(time !== undefined && { time }),
    tracked: {
      experiment: textIn(meta, 'experiment_id') ?? '',
      status: statusIn(meta),
      tags,
      ...(ended !== undefined && { ended }),
      ...(user !== undefined && { user }),
    },
  };
}

/** By the numbers of MLflow's protocol; the file store writes these, databases and servers the names. */
const STATUSES: readonly RunStatus[] = ['UNKNOWN', 'RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

function statusIn(meta: Meta): RunStatus {
  const value = meta.get('status');
  if (typeof value === 'number') return STATUSES[value] ?? 'UNKNOWN';
  return STATUSES.find(status => status === value) ?? 'UNKNOWN';
}

interface MetricRead {
  readonly values: readonly MetricValue[];
  readonly series: readonly Series[];
  readonly problems: readonly Problem[];
  readonly fault?: Place;
}

function readMetric({ name, file, text, failure }: NamedText, run: string): MetricRead {
  const start = { file, range: START_OF_FILE };
  if (text === undefined) {
    const why = failure ?? 'it is not there';
    return faulty('unreadable', `The metric \`${name}\` could not be read: ${why}.`, start);
  }
  const { points, fault } = parseMetricFile(text);
  if (fault !== undefined) {
    const message = `Line ${fault + 1} is no value of a metric; expected \`time value step\`. No metric of this run counts until it is whole.`;
    return faulty('bad-metric', message, placeOn(file, fault));
  }
  const named = takeSplit(name);
  const splits = [...new Set(points.map(point => named.split ?? point.split))];
  const parts = splits.map(split => ({
    of: { run, name: named.name, ...(split !== undefined && { split }) },
    points: splits.length === 1 ? points : points.filter(point => (named.split ?? point.split) === split),
  }));
  return {
    values: parts.flatMap(part => lastOf(part, file)),
    series: parts.flatMap(seriesOf),
    problems: [],
  };
}

function faulty(code: string, message: string, place: Place): MetricRead {
  return {
    values: [],
    series: [],
    problems: [{ code, severity: 'warning', message, place }],
    fault: place,
  };
}

/** The points of a metric on one split. */
interface Part {
  readonly of: { readonly run: string; readonly name: string; readonly split?: string };
  readonly points: readonly Point[];
}

function lastOf({ of, points }: Part, file: string): readonly MetricValue[] {
  const last = points[points.length - 1];
  if (!last) return [];
  const { value, raw, step, line } = last;
  return [{ ...of, value, raw, step, place: placeOn(file, line) }];
}

function seriesOf({ of, points }: Part): readonly Series[] {
  if (points.length < 2) return [];
  const [steps, values] = [new Float64Array(points.length), new Float64Array(points.length)];
  points.forEach(({ step, value }, at) => {
    steps[at] = step;
    values[at] = value;
  });
  return [{ ...of, steps, values }];
}

function placeOn(file: string, line: number): Place {
  return { file, range: { start: { line, column: 0 }, end: { line, column: 0 } } };
}
