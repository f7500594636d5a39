import type { Cancellation, Files } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import type { Parsed, Problem } from '../base/result';
import { eachLimited } from '../metrics/mlflow/limited';
import type { StorePart } from '../metrics/mlflow/file-store';
import { experimentsIn, partAround, runFoldersIn, storePart } from '../metrics/mlflow/file-store';
import { readRunFolder } from '../metrics/mlflow/run-folder';
import { isDvclive } from '../metrics/dvc/dvclive';
import type { MetricFiles } from '../metrics/read-path';
import { looksLikeData } from '../metrics/looks-like-data';
import { mergeTables } from '../metrics/select';
import type { MetricTable } from '../metrics/table';
import { byText } from './order';
import type { ReadOne } from './read-table';
import { readTable } from './read-table';
import { MANIFEST_NAME } from './walk';

export type { MetricTable, MetricValue, Run } from '../metrics/table';

/** What files and folders hold of runs, whatever wrote them. */
export interface RunFiles {
  readonly table: MetricTable;
  /** What was wrong, in files that were read. */
  readonly problems: readonly Problem[];
  /** Files without metrics, with the reason: none is left out silently. */
  readonly skipped: readonly SkippedFile[];
}

export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
  /** Nobody named it, and it is there for something else: data, a notebook, a picture. */
  readonly isBeside?: true;
}

/** Folders of tools that never hold metrics. */
const PASSED = new Set(['.git/', '.venv/', 'node_modules/', '__pycache__/', '.ipynb_checkpoints/', '.dvc/']);
const DEEPEST = 24;
const PIPELINE = 'dvc.yaml';

/**
 * Reads every run in the given files and folders: a folder that is a store of MLflow as one, any other file by file.
 *
 * @param paths absolute
 * @param one reads what is more than a little; here, unless said
 */
export async function readRunFiles(
  io: MetricFiles,
  paths: readonly string[],
  one?: ReadOne,
): Promise<RunFiles> {
  const { files, cancellation = NEVER_CANCELLED } = io;
  const given: Given = { io, files, cancellation, claimed: new Set<string>(), ...(one && { one }) };
  return mergeRunFiles(await Promise.all(paths.map(path => readNamed(given, path))));
}

interface Given {
  readonly io: MetricFiles;
  readonly files: Files;
  readonly cancellation: Cancellation;
  /** Files and folders that are part of a run which was read: they are no runs by themselves. */
  readonly claimed: Set<string>;
  readonly one?: ReadOne;
}

/** What is in a run of a store is read with the run. */
async function readNamed(given: Given, path: string): Promise<RunFiles> {
  const part = await partAround(given.files, path);
  if (part) return readStore(given, part);
  const read = await readPath(given, path, DEEPEST);
  const skipped = read.skipped.map(({ file, reason, ...rest }) =>
    file === path ? { file, reason } : { file, reason, ...rest },
  );
  return { ...read, skipped };
}

async function readPath(given: Given, path: string, depth: number): Promise<RunFiles> {
  const { files, cancellation } = given;
  if (cancellation.cancelled) return NOTHING;
  const stat = await files.stat(path);
  if (stat?.kind !== 'directory') return readOne(given, path);
  const part = await storePart(files, path);
  if (part) return readStore(given, part);
  if (await isDvclive(files, path)) return readOne(given, path);
  return readFolder(given, path, depth);
}

async function readFolder(given: Given, path: string, depth: number): Promise<RunFiles> {
  const { files, claimed } = given;
  const names = (await files.list(path)).filter(name => !PASSED.has(name) && name !== MANIFEST_NAME);
  // First, since it says what other files are.
  const pipeline = names.includes(PIPELINE) ? await readOne(given, `${path}/${PIPELINE}`) : NOTHING;
  const others = names.filter(
    name => name !== PIPELINE && !claimed.has(`${path}/${name.replace(/\/$/, '')}`),
  );
  const parts = await eachLimited(others, name => {
    const inner = `${path}/${name.replace(/\/$/, '')}`;
    if (name.endsWith('.ipynb')) return Promise.resolve(beside(inner, 'it is a notebook'));
    if (!name.endsWith('/')) return readFound(given, inner);
    return depth > 0
      ? readPath(given, inner, depth - 1)
      : Promise.resolve(skipped(inner, 'it lies too deep'));
  });
  return mergeRunFiles([pipeline, ...parts]);
}

/** A file that nobody named: data that lie beside metrics are none. */
async function readFound(given: Given, path: string): Promise<RunFiles> {
  const found = await readOne(given, path);
  return looksLikeData(path, found.table) ? beside(path, DATA) : found;
}

const DATA =
  'it looks like a table of data: its rows have no names, and its columns none of a well-known metric; name the file to have it read';

/** A file, or the folder of one run. */
async function readOne({ io, cancellation, claimed, one }: Given, path: string): Promise<RunFiles> {
  if (cancellation.cancelled) return NOTHING;
  const read = await readTable(io, path, one);
  if (!read.ok) return skipped(path, read.failure.message);
  for (const file of read.value.claimed ?? []) claimed.add(file);
  return tableOf(path, read.value);
}

async function readStore(given: Given, part: StorePart): Promise<RunFiles> {
  const { files, cancellation } = given;
  const { folders, problems } = await runFoldersOf(files, part);
  const runs = await eachLimited(folders, async folder =>
    cancellation.cancelled ? NOTHING : readRun(given, folder),
  );
  const read = mergeRunFiles(runs);
  return { ...read, problems: [...problems, ...read.problems] };
}

interface RunFolders {
  readonly folders: readonly string[];
  readonly problems: readonly Problem[];
}

async function runFoldersOf(files: Files, part: StorePart): Promise<RunFolders> {
  if (part.kind === 'run') return { folders: [part.folder], problems: [] };
  const { experiments, problems } = await experimentsIn(files, part);
  const folders = await Promise.all(experiments.map(experiment => runFoldersIn(files, experiment)));
  return { folders: folders.flat(), problems };
}

async function readRun({ files, one }: Given, folder: string): Promise<RunFiles> {
  if (!one) return tableOf(folder, await readRunFolder(files, folder));
  const read = await one(folder);
  return read.ok ? tableOf(folder, read.value) : skipped(folder, read.failure.message);
}

/** A file without any value is left out for what its first problem says. */
function tableOf(path: string, { value: table, problems }: Parsed<MetricTable>): RunFiles {
  const [first] = problems;
  if (table.values.length > 0 || !first) return { table, problems, skipped: [] };
  return OTHER_FORMATS.has(first.code) ? beside(path, first.message) : skipped(path, first.message);
}

const OTHER_FORMATS = new Set(['unknown-format', 'not-text']);

function skipped(file: string, reason: string): RunFiles {
  return { ...NOTHING, skipped: [{ file, reason }] };
}

function beside(file: string, reason: string): RunFiles {
  return { ...NOTHING, skipped: [{ file, reason, isBeside: true }] };
}

/** All of several readings, in their order. */
export function mergeRunFiles(parts: readonly RunFiles[]): RunFiles {
  return {
    table: mergeTables(parts.map(({ table }) => table)),
    problems: parts.flatMap(({ problems }) => problems),
    skipped: parts.flatMap(part => part.skipped).sort((a, b) => byText(a.file, b.file)),
  };
}

const NOTHING: RunFiles = { table: { runs: [], values: [] }, problems: [], skipped: [] };
