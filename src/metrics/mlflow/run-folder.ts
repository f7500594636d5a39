import type { Files } from '../../base/ports';
import type { Parsed } from '../../base/result';
import type { MetricTable, Run, RunStatus } from '../table';
import { badMeta, isDeleted, readMeta, textIn, timeIn } from './meta';
import type { Meta } from './meta';
import { namedBytes, namedTexts, recordOf } from './named-texts';
import { readMetric } from './read-metric';

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
  const [metrics, params, tags] = await Promise.all([
    namedBytes(files, `${folder}/metrics`),
    namedTexts(files, `${folder}/params`),
    namedTexts(files, `${folder}/tags`),
  ]);
  const id = textIn(meta, 'run_id') ?? textIn(meta, 'run_uuid') ?? folder;
  const read = metrics.map(metric => readMetric(metric, id));
  const fault = read.find(one => one.fault)?.fault;
  const series = read.flatMap(one => one.series);
  const run: Run = {
    ...runOf({ folder, meta, id, tags: recordOf(tags) }),
    params: recordOf(params),
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
