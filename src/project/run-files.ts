import type { Cancellation, Files } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import type { Parsed, Problem } from '../base/result';
import { eachLimited } from '../metrics/mlflow/limited';
import { experimentsIn, isFileStore, runFoldersIn } from '../metrics/mlflow/file-store';
import { readRunFolder } from '../metrics/mlflow/run-folder';
import { readMetricsFile } from '../metrics/read-file';
import { mergeTables } from '../metrics/select';
import type { MetricTable } from '../metrics/table';
import { byText } from './order';
import { MANIFEST_NAME } from './walk';

export type { MetricTable, MetricValue, Run } from '../metrics/table';

/** What files and folders hold of runs, whatever wrote them. */
export interface RunFiles {
  readonly table: MetricTable;
  /** What was wrong, in files that were read. */
  readonly problems: readonly Problem[];
  /** Files without metrics, with the reason: none is left out silently. */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

/** Folders of tools that never hold metrics. */
const PASSED = new Set(['.git/', '.venv/', 'node_modules/', '__pycache__/', '.ipynb_checkpoints/']);
const DEEPEST = 24;

/**
 * Reads every run in the given files and folders: a folder that is a store of MLflow as one, any other file by file.
 *
 * @param paths absolute
 */
export async function readRunFiles(
  files: Files,
  paths: readonly string[],
  cancellation: Cancellation = NEVER_CANCELLED,
): Promise<RunFiles> {
  const parts = await Promise.all(paths.map(path => readPath({ files, cancellation }, path, DEEPEST)));
  return merge(parts);
}

interface Given {
  readonly files: Files;
  readonly cancellation: Cancellation;
}

async function readPath(given: Given, path: string, depth: number): Promise<RunFiles> {
  if (given.cancellation.cancelled) return NOTHING;
  const stat = await given.files.stat(path);
  if (stat?.kind !== 'directory') return readFile(given, path);
  if (await isFileStore(given.files, path)) return readStore(given, path);
  const names = (await given.files.list(path)).filter(name => !PASSED.has(name) && name !== MANIFEST_NAME);
  const parts = await eachLimited(names, name => {
    const inner = `${path}/${name.replace(/\/$/, '')}`;
    if (name.endsWith('.ipynb')) return Promise.resolve(skipped(inner, 'it is a notebook'));
    if (!name.endsWith('/')) return readFile(given, inner);
    return depth > 0
      ? readPath(given, inner, depth - 1)
      : Promise.resolve(skipped(inner, 'it lies too deep'));
  });
  return merge(parts);
}

async function readFile({ files, cancellation }: Given, path: string): Promise<RunFiles> {
  if (cancellation.cancelled) return NOTHING;
  const read = await files.read(path);
  return read.ok
    ? tableOf(path, await readMetricsFile(path, read.value))
    : skipped(path, read.failure.message);
}

async function readStore({ files, cancellation }: Given, store: string): Promise<RunFiles> {
  const { experiments, problems } = await experimentsIn(files, store);
  const folders = await Promise.all(experiments.map(experiment => runFoldersIn(files, experiment)));
  const runs = await eachLimited(folders.flat(), async folder =>
    cancellation.cancelled ? NOTHING : tableOf(folder, await readRunFolder(files, folder)),
  );
  const read = merge(runs);
  return { ...read, problems: [...problems, ...read.problems] };
}

/** A file without any value is left out for what its first problem says. */
function tableOf(path: string, { value: table, problems }: Parsed<MetricTable>): RunFiles {
  const [first] = problems;
  if (table.values.length === 0 && first) return { ...skipped(path, first.message), problems: [] };
  return { table, problems, skipped: [] };
}

function skipped(file: string, reason: string): RunFiles {
  return { ...NOTHING, skipped: [{ file, reason }] };
}

function merge(parts: readonly RunFiles[]): RunFiles {
  return {
    table: mergeTables(parts.map(({ table }) => table)),
    problems: parts.flatMap(({ problems }) => problems),
    skipped: parts.flatMap(part => part.skipped).sort((a, b) => byText(a.file, b.file)),
  };
}

const NOTHING: RunFiles = { table: { runs: [], values: [] }, problems: [], skipped: [] };
