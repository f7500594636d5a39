import type { Files } from '../../base/ports';
import type { Place, Span } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import type { Parsed, Problem } from '../../base/result';
import { lineIndex } from '../../base/lines';
import { baseName } from '../collector';
import { readMetrics } from '../read';
import type { FileRead, TableRead } from '../read-path';
import { yamlTreeOf } from '../readers/yaml';
import { entryOf } from '../shapes/shape';
import { mergeTables } from '../select';
import type { MetricTable, Run } from '../table';
import type { Tree } from '../tree';
import { cacheAround, type Cache } from './cache';
import { isDvclive } from './dvclive';
import { experimentsAround } from './experiments';
import { lockOf, type Lock } from './lock';
import { folderOf, isRemote, pathFrom } from './paths';
import { pipelineOf, type Pipeline, type PipelineMetric } from './pipeline';
import { filesIn, flattened } from './variables';

export const isPipeline = (file: string): boolean => baseName(file) === 'dvc.yaml';

export interface PipelineFiles {
  readonly files: Files;
  /** Reads one file of metrics, or a folder of DVCLive. */
  readonly one: (path: string) => Promise<TableRead>;
}

/**
 * Reads the metrics that `dvc.yaml` names, wherever DVC keeps them: beside it, or in its cache by what `dvc.lock` says. The pipeline
 * is one run; each stage that a template makes several of is a run of its own.
 */
export async function readPipeline(
  { files, one }: PipelineFiles,
  file: string,
  bytes: Uint8Array,
): Promise<FileRead> {
  const text = new TextDecoder().decode(bytes);
  const { tree, fault } = yamlTreeOf(text);
  const { rangeOf } = lineIndex(text);
  const placeOf = (span: Span): Place => ({ file, range: rangeOf(span) });
  if (fault) return broken(file, placeOf(fault), fault.message);
  const folder = folderOf(file);
  const lock = lockOf(file, await treeIn(files, `${folder}/dvc.lock`));
  const names = ['params.yaml', ...filesIn(entryOf(tree, 'vars'))].map(name => pathFrom(folder, name));
  const given = await Promise.all(names.map(name => treeIn(files, name)));
  const pipeline = pipelineOf(
    file,
    tree,
    given.flatMap(one => (one?.kind === 'object' ? [one] : [])),
  );
  const reading: Reading = { files, one, file, lock, placeOf, cache: await cacheAround(files, folder, lock) };
  const parts: Part[] = [];
  for (const metric of pipeline.metrics) parts.push(...(await readMetric(reading, metric)));
  const params = await paramsOf(reading, pipeline, given);
  const claimed = [
    `${folder}/dvc.lock`,
    ...names,
    ...pipeline.params,
    ...parts.flatMap(part => part.claimed),
  ];
  const read = assembled(reading, parts, params);
  const experiments = ofExperiments(file, await experimentsAround(files, folder));
  return { ...read, problems: [...unresolved(reading, pipeline), ...read.problems, ...experiments], claimed };
}

interface Reading extends PipelineFiles {
  readonly file: string;
  readonly lock: Lock;
  readonly cache: Cache;
  readonly placeOf: (span: Span) => Place;
}

interface Part extends Parsed<MetricTable> {
  readonly instance?: string;
  readonly claimed: readonly string[];
}

/** What was tried in experiments counts as nothing, and is not passed over in silence. */
function ofExperiments(file: string, names: readonly string[]): readonly Problem[] {
  const [first, ...others] = names;
  if (first === undefined) return [];
  const said =
    others.length === 0
      ? `an experiment of DVC, \`${first}\`, is`
      : `${names.length} experiments of DVC (\`${first}\`${others.length > 1 ? ' …' : ` and \`${others[0] ?? ''}\``}) are`;
  const message = `Beside the pipeline ${said} kept in Git, and not read: \`dvc exp show\` compares them, \`dvc exp apply\` takes one over.`;
  return [{ code: 'experiments', severity: 'information', message, place: { file, range: START_OF_FILE } }];
}

async function treeIn(files: Files, file: string): Promise<Tree | undefined> {
  const read = await files.read(file);
  return read.ok ? yamlTreeOf(new TextDecoder().decode(read.value)).tree : undefined;
}

/** DVC reads all files of a folder of metrics. */
async function readMetric(reading: Reading, metric: PipelineMetric): Promise<readonly Part[]> {
  const { files } = reading;
  if (isRemote(metric.written)) return [said(reading, metric, 'remote', IS_REMOTE)];
  const stat = await files.stat(metric.path);
  if (stat?.kind !== 'directory') return [await readOne(reading, metric)];
  if (await isDvclive(files, metric.path)) return [await dvclivePart(reading, metric, metric.path)];
  const names = (await files.list(metric.path)).filter(name => /\.(json|ya?ml|toml)$/.test(name));
  const inside = names.map(name => ({ ...metric, path: `${metric.path}/${name}` }));
  return Promise.all(inside.map(one => readOne(reading, one)));
}

async function readOne(reading: Reading, metric: PipelineMetric): Promise<Part> {
  const { files } = reading;
  const { path } = metric;
  const live = folderOf(path);
  if (baseName(path) === 'metrics.json' && (await isDvclive(files, live)))
    return dvclivePart(reading, metric, live);
  const read = await reading.one(path);
  if (read.ok) return partOf(metric, read.value, [path]);
  if (read.failure.kind !== 'missing') return said(reading, metric, 'unreadable', `${read.failure.message}.`);
  const cached = await reading.cache.contentOf(path);
  if (cached.ok)
    return partOf(metric, elsewhere(readMetrics(path, cached.value.bytes), cached.value.file), []);
  if (cached.failure === 'not pulled') return said(reading, metric, NOT_PULLED, PULL);
  if (cached.failure !== 'unknown') return said(reading, metric, 'unreadable', `${cached.failure.message}.`);
  return said(reading, metric, 'not-made', metric.isCached ? MAKE : MAKE_OR_CHECK_OUT);
}

/** The code of the problem that a file of metrics is kept by DVC, but is not on this machine. */
export const NOT_PULLED = 'not-pulled';
const PULL = 'DVC keeps it, and it is neither here nor in the cache: run `dvc pull`.';
const MAKE = 'it is not there, and `dvc.lock` does not know it: run `dvc repro`.';
const MAKE_OR_CHECK_OUT = 'it is not there; Git keeps it or the pipeline makes it: run `dvc repro`.';
const IS_REMOTE = 'it lies on another machine, and is not read.';

async function dvclivePart(reading: Reading, metric: PipelineMetric, folder: string): Promise<Part> {
  const read = await reading.one(folder);
  if (!read.ok) return said(reading, metric, 'unreadable', `${read.failure.message}.`);
  return partOf(metric, read.value, [folder, metric.path]);
}

function partOf({ instance }: PipelineMetric, read: Parsed<MetricTable>, claimed: readonly string[]): Part {
  return { ...read, claimed, ...(instance !== undefined && { instance }) };
}

/** Values of a content that lies under another name. */
function elsewhere({ value, problems }: Parsed<MetricTable>, file: string): Parsed<MetricTable> {
  return {
    value: { ...value, values: value.values.map(one => ({ ...one, place: { ...one.place, file } })) },
    problems: problems.map(problem => ({ ...problem, place: { ...problem.place, file } })),
  };
}

function said({ placeOf }: Reading, metric: PipelineMetric, code: string, why: string): Part {
  const message = `No metric is read of \`${metric.written}\`: ${why}`;
  const problem = { code, severity: 'warning', message, place: placeOf(metric.at) } as const;
  return partOf(metric, { value: { runs: [], values: [] }, problems: [problem] }, []);
}

function unresolved({ placeOf }: Reading, pipeline: Pipeline): readonly Problem[] {
  return pipeline.unresolved.map(({ name, at }) => ({
    code: 'unresolved',
    severity: 'warning',
    message: `What \`${name}\` stands for cannot be told from dvc.yaml and its files of parameters; its metrics are not read.`,
    place: placeOf(at),
  }));
}

/** What the last run was given; before the first one, what the files of parameters say. */
async function paramsOf(
  { files, lock }: Reading,
  pipeline: Pipeline,
  given: readonly (Tree | undefined)[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  if (lock.params.size > 0) return lock.params;
  const others = await Promise.all(pipeline.params.map(name => treeIn(files, name)));
  const all = [...given, ...others].map(tree => flattened(tree));
  return new Map([['', Object.assign({}, ...all) as Record<string, string>]]);
}

/** One run of all stages that are there once, and one for each of those from a template. */
function assembled(
  reading: Reading,
  parts: readonly Part[],
  params: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Parsed<MetricTable> {
  const instances = [...new Set(parts.map(({ instance }) => instance))];
  const tables = instances.map(instance => {
    const own = parts.filter(part => part.instance === instance && part.value.runs.length > 0);
    const given = [...params].filter(([stage]) =>
      instance === undefined ? !stage.includes('@') : stage === instance,
    );
    return oneRun(
      reading.file,
      instance,
      own,
      Object.assign({}, ...given.map(([, values]) => values)) as Params,
    );
  });
  return { value: mergeTables(tables), problems: parts.flatMap(({ problems }) => problems) };
}

type Params = Readonly<Record<string, string>>;

function oneRun(
  file: string,
  instance: string | undefined,
  parts: readonly Part[],
  params: Params,
): MetricTable {
  const id = instance === undefined ? file : `${file}#${instance}`;
  const single = parts.filter(({ value }) => value.runs.length === 1).map(({ value }) => value);
  // A list of variants in a file is a list of runs also here.
  const several = parts.filter(({ value }) => value.runs.length > 1).map(({ value }) => sourced(value));
  const runs = single.flatMap(table => table.runs);
  const fault = runs.find(run => run.fault)?.fault;
  const time = runs.map(run => run.time).find(one => one !== undefined);
  const run: Run = {
    id,
    name: instance ?? baseName(folderOf(file)),
    file,
    source: 'dvc',
    ...(time !== undefined && { time }),
    params: Object.assign({}, ...runs.map(one => one.params), params) as Params,
    ...(fault && { fault }),
  };
  const series = single.flatMap(table => table.series ?? []).map(one => ({ ...one, run: id }));
  const whole: MetricTable = {
    runs: single.length > 0 ? [run] : [],
    values: single.flatMap(({ values }) => values).map(value => ({ ...value, run: id })),
    ...(series.length > 0 && { series }),
  };
  return mergeTables([whole, ...several]);
}

function sourced(table: MetricTable): MetricTable {
  return { ...table, runs: table.runs.map(run => ({ ...run, source: 'dvc' })) };
}

function broken(file: string, place: Place, reason: string): FileRead {
  const run: Run = {
    id: file,
    name: baseName(folderOf(file)),
    file,
    source: 'dvc',
    params: {},
    fault: place,
  };
  const message = `Not valid YAML: ${reason} No metric is taken from this pipeline until it is whole.`;
  return {
    value: { runs: [run], values: [] },
    problems: [{ code: 'bad-yaml', severity: 'error', message, place }],
    claimed: [],
  };
}
