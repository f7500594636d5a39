import type { Files } from '../base/ports';
import type { Problem } from '../base/result';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { UnreadSource } from '../evidence/facts';
import { expand, isGlob, TOO_MUCH } from '../evidence/file/expand';
import type { FileSource, Manifest, MetricSpec, RunSource, ServerSource } from '../manifest/model';
import { experimentsIn, runFoldersIn, storePart } from '../metrics/mlflow/file-store';
import { eachLimited } from '../metrics/mlflow/limited';
import { NOT_PULLED } from '../metrics/dvc/read-pipeline';
import { isDvclive } from '../metrics/dvc/dvclive';
import type { TableRead } from '../metrics/read-path';
import { mergeTables } from '../metrics/select';
import type { MetricTable, Run } from '../metrics/table';
import { paced, type Pace } from './pace';
import { pickInSteps, withRuns } from './pick-runs';
import { readTable } from './read-table';
import { countingRuns } from './servers/counting';
import type { ServerStore } from './servers/store';

/** The metrics that a manifest selects, and what stood in the way. */
export interface MetricsRead {
  /** Runs in the order in which they count. */
  readonly table: MetricTable;
  /** What was wrong in the files. */
  readonly problems: readonly Problem[];
  readonly unread: readonly UnreadSource[];
  /** Runs that `pick` passes over. */
  readonly passedOver: MetricTable;
  /** Sources of which not all values over steps are known. */
  readonly withoutSteps: readonly UnreadSource[];
}

export type { TableRead };
/** `run`: it is the folder of a run, which nobody has to look up any more. */
export type ReadTable = (path: string, kind?: 'run') => Promise<TableRead>;

export interface MetricSources {
  /** Gives the metrics of one file or run folder; many sources may name it. */
  readonly table?: ReadTable;
  /** What is known of tracking servers; nothing, unless given. */
  readonly servers?: Pick<ServerStore, 'runs' | 'steps' | 'keptSince'>;
  /** Lets others go first: of ten thousand runs, each step takes a while. */
  readonly pace?: Pace;
}

/** Reads the sources under `runs`, then those that single metrics name by `from`. */
export async function readProjectMetrics(
  files: Files,
  manifest: Manifest,
  {
    table = path => readTable({ files }, path),
    servers = NOBODY_ASKED,
    pace = () => Promise.resolve(),
  }: MetricSources = {},
): Promise<MetricsRead> {
  const given: Given = { files, manifest, table, servers, pace };
  const sources = [...manifest.runs, ...manifest.metrics.flatMap(ownSource)];
  const seen = new Set<string>();
  const parts: MetricsRead[] = [];
  for (const source of sources) {
    const taken = new Set(parts.flatMap(({ table: { runs } }) => runs.map(({ id }) => id)));
    const read = 'server' in source ? readServer(given, source) : await readSource(given, source, seen);
    const { table, ...rest } = read;
    const fresh = table.runs.filter(({ id }) => !taken.has(id));
    parts.push({ ...rest, table: fresh.length === table.runs.length ? table : withRuns(table, fresh) });
    await pace();
  }
  const { passedOver, ...read } = merge(parts);
  await pace();
  const counted = new Set(read.table.runs.map(({ id }) => id));
  const others = passedOver.runs.filter(({ id }) => !counted.has(id));
  const isWhole = others.length === passedOver.runs.length;
  return { ...read, passedOver: isWhole ? passedOver : withRuns(passedOver, others) };
}

interface Given {
  readonly files: Files;
  readonly manifest: Manifest;
  readonly table: ReadTable;
  readonly servers: NonNullable<MetricSources['servers']>;
  readonly pace: Pace;
}

function ownSource({ from, range }: MetricSpec): FileSource[] {
  const path = from?.split('#', 1)[0];
  return path === undefined ? [] : [{ path, pick: 'latest', range }];
}

/** What a server is known to hold; the values over steps of the runs that count first. */
function readServer(given: Given, source: ServerSource): MetricsRead {
  const known = given.servers.runs(source);
  if (!known.ok) return unread(given, source, known.failure);
  const { table, more } = known.value;
  const problems = [...keptProblems(given, source), ...known.value.problems];
  const { picked, asked, further } = countingRuns(known.value, source, given.manifest);
  const whole = { ...NOTHING, problems, ...(more !== undefined && unread(given, source, more)) };
  if (!picked.ok)
    return merge([{ ...whole, table: NO_RUNS, passedOver: table }, unread(given, source, picked.failure)]);
  const steps = asked.map(question => given.servers.steps(question));
  const why = steps.find(one => !one.ok)?.failure ?? (further > 0 ? FURTHER : undefined);
  const series = steps.flatMap(one => (one.ok ? one.value : []));
  return {
    ...whole,
    table: { ...picked.value.table, ...(series.length > 0 && { series }) },
    passedOver: picked.value.passedOver,
    withoutSteps: why === undefined ? [] : unread(given, source, why).unread,
  };
}

/** That the runs of a server are older than they might be: the user did not want to wait. */
function keptProblems({ servers, manifest: { file } }: Given, source: ServerSource): readonly Problem[] {
  const since = servers.keptSince(source);
  if (since === undefined) return [];
  const time = new Date(since).toISOString().slice(0, 16).replace('T', ' ');
  const message = `Asking ${source.server} anew was cancelled; its runs are those of ${time} UTC. Refresh to ask again.`;
  return [{ code: 'kept-answer', severity: 'information', message, place: { file, range: source.range } }];
}

const NOBODY_ASKED = {
  runs: () => fail(NO_SERVERS),
  steps: () => fail(NO_SERVERS),
  keptSince: () => undefined,
} as const;
const NO_SERVERS = 'no server is asked here';
const FURTHER = 'values per step are asked for the first runs alone';

async function readSource(given: Given, source: FileSource, seen: Set<string>): Promise<MetricsRead> {
  const { files, manifest } = given;
  const { found: paths, whole } = await expand(files, manifest.root, source.path.replace(/\/$/, ''));
  if (!whole) return unread(given, source, `it was not looked for everywhere: ${TOO_MUCH}`);
  if (paths.length === 0) {
    const reason = isGlob(source.path) ? 'no file matches it' : 'it is not there';
    return unread(given, source, reason, 'missing');
  }
  const parts: MetricsRead[] = [];
  // Another `where` takes other runs of the same files; what is wrong with them was said.
  const again = source.where !== undefined && paths.every(path => seen.has(path));
  for (const path of paths) {
    if (seen.has(path) && !again) continue;
    seen.add(path);
    // A pattern finds files alone.
    const isFolder = !isGlob(source.path) && (await files.stat(path))?.kind === 'directory';
    parts.push(await (isFolder ? readStore : readFile)(given, source, path));
  }
  const all = merge(parts);
  await given.pace();
  if (again) return { ...(await picked(given, source, all)), problems: [], passedOver: NO_RUNS };
  return picked(given, source, all);
}

/** @param kind `missing`: nothing is there, so nothing that counts is overlooked */
function unread(
  { manifest: { file } }: Given,
  source: RunSource,
  reason: string,
  kind?: 'missing' | 'stopped',
): MetricsRead {
  const name = 'server' in source ? source.server : source.path;
  const one = {
    source: name,
    reason,
    place: { file, range: source.range },
    ...(kind && { [kind]: true as const }),
  };
  return { ...NOTHING, unread: [one] };
}

/** The runs of a source that count, as `where` and `pick` want them. */
async function picked(given: Given, source: FileSource, read: MetricsRead): Promise<MetricsRead> {
  const runs = await paced(pickInSteps(read.table, source, given.manifest), given.pace);
  if (runs.ok) return { ...read, ...runs.value };
  const none = unread(given, source, runs.failure);
  return {
    ...none,
    passedOver: read.table,
    problems: read.problems,
    unread: [...read.unread, ...none.unread],
  };
}

const NO_STORE =
  'it is a folder, and none of MLflow or DVCLive; name files instead, as in `reports/*.json`, or the folder `mlruns`';

/** An MLflow store: each run is a table of its own, so that one that changed is read again alone. */
async function readStore(given: Given, source: FileSource, path: string): Promise<MetricsRead> {
  const { files, table } = given;
  const part = await storePart(files, path);
  // A run by itself is a table like any other.
  if (part?.kind === 'run' || (!part && (await isDvclive(files, path)))) return readFile(given, source, path);
  if (!part) return unread(given, source, NO_STORE);
  const { experiments, problems } = await experimentsIn(files, part);
  const { experiment: asked } = source;
  const wanted = experiments.filter(({ id, name }) => asked === undefined || id === asked || name === asked);
  const folders = await Promise.all(wanted.map(one => runFoldersIn(files, one)));
  const reads = await eachLimited(folders.flat(), async folder => {
    await given.pace();
    return table(folder, 'run');
  });
  await given.pace();
  const found = reads.flatMap(read => (read.ok ? [read.value] : []));
  const stopped = reads.filter(read => !read.ok && read.failure.kind === 'stopped').length;
  const read = {
    ...(stopped > 0
      ? unread(given, source, stoppedAt(reads.length - stopped, reads.length), 'stopped')
      : NOTHING),
    table: mergeTables(found.map(({ value }) => value)),
    problems: [...problems, ...found.flatMap(one => one.problems)],
  };
  if (read.table.runs.length > 0 || stopped > 0) return read;
  const known = experiments.length > 0 ? `; it has ${experiments.map(({ name }) => name).join(', ')}` : '';
  const reason = asked === undefined ? 'it holds no run' : `it holds no run of \`${asked}\`${known}`;
  const isEmpty = asked === undefined && read.problems.length === 0;
  return { ...read, unread: unread(given, source, reason, isEmpty ? 'missing' : undefined).unread };
}

const stoppedAt = (done: number, of: number): string =>
  `its reading was stopped after ${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} runs; refresh to read the rest`;

async function readFile(given: Given, source: FileSource, path: string): Promise<MetricsRead> {
  const read = await given.table(path);
  if (!read.ok) {
    const { kind, message } = read.failure;
    const known = kind === 'missing' || kind === 'stopped' ? kind : undefined;
    return unread(given, { ...source, path }, message, known);
  }
  const { problems } = read.value;
  const chosen = ofExperiment(read.value.value, source.experiment);
  if (!chosen.ok) return unread(given, { ...source, path }, chosen.failure);
  const { value } = chosen;
  const missing = problems.filter(({ code }) => code === NOT_PULLED);
  return {
    ...NOTHING,
    table: value,
    problems,
    unread: missing.map(({ place }) => ({ source: path, reason: IS_NOT_PULLED, place })),
  };
}

/** The runs of one experiment, by its id or name; all, unless one is asked for. */
function ofExperiment(table: MetricTable, asked: string | undefined): Result<MetricTable, string> {
  if (asked === undefined) return ok(table);
  const tracked = table.runs.flatMap(run => (run.source === 'mlflow' && run.tracked ? [run.tracked] : []));
  if (tracked.length === 0) return fail('`experiment` is a word of MLflow, and it holds no run of MLflow');
  const of = ({ tracked: own }: Run): boolean => own?.experiment === asked || own?.experimentName === asked;
  const runs = table.runs.filter(of);
  if (runs.length > 0) return ok(withRuns(table, runs));
  const names = new Set(tracked.map(({ experiment, experimentName = experiment }) => experimentName));
  return fail(`it holds no run of \`${asked}\`; it has ${[...names].join(', ')}`);
}

function merge(parts: readonly MetricsRead[]): MetricsRead {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    table: mergeTables(parts.map(({ table }) => table)),
    problems: parts.flatMap(({ problems }) => problems),
    unread: parts.flatMap(({ unread }) => unread),
    passedOver: mergeTables(parts.map(({ passedOver }) => passedOver)),
    withoutSteps: parts.flatMap(({ withoutSteps }) => withoutSteps),
  };
}

const IS_NOT_PULLED = 'metrics that it names are kept by DVC and are not pulled; run `dvc pull`';

const NO_RUNS: MetricTable = { runs: [], values: [] };
const NOTHING: MetricsRead = {
  table: NO_RUNS,
  problems: [],
  unread: [],
  passedOver: NO_RUNS,
  withoutSteps: [],
};
