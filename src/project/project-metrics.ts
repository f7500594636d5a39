import type { Files } from '../base/ports';
import type { Parsed, Problem, ReadFailure, Result } from '../base/result';
import { ok } from '../base/result';
import type { UnreadSource } from '../evidence/facts';
import { expandPath, isGlob } from '../evidence/file/expand';
import type { Manifest, MetricSpec, RunSource } from '../manifest/model';
import { readMetrics } from '../metrics/read';
import { mergeTables } from '../metrics/select';
import type { MetricTable, Run } from '../metrics/table';
import { byText } from './order';

/** The metrics that a manifest selects, and what stood in the way. */
export interface MetricsRead {
  /** Runs in the order in which they count. */
  readonly table: MetricTable;
  /** What was wrong in the files. */
  readonly problems: readonly Problem[];
  readonly unread: readonly UnreadSource[];
  /** Runs that `pick` passes over. */
  readonly passedOver: MetricTable;
}

/** The metrics of one file. */
export type TableRead = Result<Parsed<MetricTable>, ReadFailure>;
export type ReadTable = (path: string) => Promise<TableRead>;

/** Reads the metrics in a file as they are now. */
export async function readTable(files: Files, path: string): Promise<TableRead> {
  const read = await files.read(path);
  return read.ok ? ok(readMetrics(path, read.value)) : read;
}

/**
 * Reads the sources under `runs`, then those that single metrics name by `from`.
 *
 * @param table gives the metrics of one file; many sources may name it
 */
export async function readProjectMetrics(
  files: Files,
  manifest: Manifest,
  table: ReadTable = path => readTable(files, path),
): Promise<MetricsRead> {
  const given: Given = { files, manifest, table };
  const sources = [...manifest.runs, ...manifest.metrics.flatMap(ownSource)];
  const seen = new Set<string>();
  const parts: MetricsRead[] = [];
  for (const source of sources) parts.push(await readSource(given, source, seen));
  return merge(parts);
}

interface Given {
  readonly files: Files;
  readonly manifest: Manifest;
  readonly table: ReadTable;
}

function ownSource({ from, range }: MetricSpec): RunSource[] {
  const path = from?.split('#', 1)[0];
  return path === undefined ? [] : [{ path, pick: 'latest', range }];
}

async function readSource(given: Given, source: RunSource, seen: Set<string>): Promise<MetricsRead> {
  const { files, manifest } = given;
  const place = { file: manifest.file, range: source.range };
  const unread = (reason: string): MetricsRead => ({
    ...NOTHING,
    unread: [{ source: source.path, reason, place }],
  });
  const unsupported = whyUnsupported(source);
  if (unsupported !== undefined) return unread(unsupported);
  const paths = await expandPath(files, manifest.root, source.path);
  if (paths.length === 0) {
    const reason = isGlob(source.path) ? 'no file matches it' : 'it is not there';
    return { ...NOTHING, unread: [{ source: source.path, reason, missing: true, place }] };
  }
  const parts: MetricsRead[] = [];
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    // A pattern finds files alone.
    const isFolder = !isGlob(source.path) && (await files.stat(path))?.kind === 'directory';
    parts.push(isFolder ? unread(IS_FOLDER) : await readFile(given, source, path));
  }
  return picked(merge(parts), source.pick) ?? unread(`it holds no run \`${source.pick}\``);
}

const IS_FOLDER =
  'it is a folder, and run folders such as those of MLflow are not read yet; name files instead, as in `reports/*.json`';

function whyUnsupported({ where, experiment, pick }: RunSource): string | undefined {
  if (where !== undefined || experiment !== undefined) {
    return `\`${where === undefined ? 'experiment' : 'where'}\` is not supported yet, so it is not known which of its runs count`;
  }
  return pick === 'best'
    ? '`pick: best` is not supported yet; name a run, or leave it out for the latest'
    : undefined;
}

async function readFile(
  { manifest, table }: Given,
  { range }: RunSource,
  path: string,
): Promise<MetricsRead> {
  const read = await table(path);
  if (!read.ok) {
    const { kind, message: reason } = read.failure;
    const place = { file: manifest.file, range };
    const missing = kind === 'missing' && { missing: true as const };
    return { ...NOTHING, unread: [{ source: path, reason, place, ...missing }] };
  }
  const { value, problems } = read.value;
  return { ...NOTHING, table: value, problems };
}

/** The runs of a source as `pick` wants them: the latest first, or one by its name. `undefined`: it is not among them. */
function picked(read: MetricsRead, pick: string): MetricsRead | undefined {
  if (pick === 'latest')
    return { ...read, table: { ...read.table, runs: [...read.table.runs].sort(latestFirst) } };
  const runs = read.table.runs.filter(({ id, name }) => id === pick || name === pick);
  if (runs.length === 0) return undefined;
  const passedOver = onlyOf(
    read.table,
    read.table.runs.filter(run => !runs.includes(run)),
  );
  return { ...read, table: onlyOf(read.table, runs), passedOver };
}

function onlyOf({ values, series = [] }: MetricTable, runs: readonly Run[]): MetricTable {
  const ids = new Set(runs.map(({ id }) => id));
  const isOfThese = ({ run }: { readonly run: string }): boolean => ids.has(run);
  return { runs, values: values.filter(isOfThese), series: series.filter(isOfThese) };
}

/** By the time that the source itself tells; runs without one come after, by file. */
function latestFirst(a: Run, b: Run): number {
  return byText(b.time ?? '', a.time ?? '') || byText(a.file, b.file);
}

function merge(parts: readonly MetricsRead[]): MetricsRead {
  return {
    table: mergeTables(parts.map(({ table }) => table)),
    problems: parts.flatMap(({ problems }) => problems),
    unread: parts.flatMap(({ unread }) => unread),
    passedOver: mergeTables(parts.map(({ passedOver }) => passedOver)),
  };
}

const NO_RUNS: MetricTable = { runs: [], values: [] };
const NOTHING: MetricsRead = { table: NO_RUNS, problems: [], unread: [], passedOver: NO_RUNS };
