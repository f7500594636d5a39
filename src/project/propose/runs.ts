import type { Files } from '../../base/ports';
import type { Proposed } from '../../manifest/propose/proposal';
import { dvcMetrics } from '../../manifest/propose/yaml-values';
import { canonicalName, isKnownMetric } from '../../metrics/names';
import type { MetricTable } from '../../metrics/table';
import { extensionOf, folderOf, nameOf } from '../paths';
import { readTable } from '../read-table';
import { readText } from '../text';
import type { Survey } from './survey';

/** Where runs are, and the metrics that they report. */
export interface RunsFound {
  readonly runs: readonly Proposed[];
  readonly metrics: readonly Proposed[];
}

const MOST_FILES = 40;
const MOST_METRICS = 6;
const METRICS_NAME = /(^|[_.-])(metrics?|scores?|results?|eval|evaluation)([_.-]|$)/i;
const METRICS_FOLDER = /(^|\/)(metrics|reports|results|evaluation|scores)$/;

/** MLflow's store, what `dvc.yaml` calls metrics, and JSON files that hold metrics, not only by their name. */
export async function findRuns(files: Files, survey: Survey): Promise<RunsFound> {
  const stores = await mlflowStores(files, survey);
  const named = await dvcFiles(files, survey);
  const jsons = survey.files.filter(path => looksLikeMetrics(path) && !named.has(path)).slice(0, MOST_FILES);
  const tables = new Map<string, MetricTable>();
  for (const path of [...named, ...jsons]) {
    const table = await metricsIn(files, survey.root, path);
    if (table) tables.set(path, table);
  }
  const own = jsons.filter(path => tables.has(path));
  return {
    runs: [
      ...stores,
      ...[...named].map(path => ({ value: path, why: 'a metrics file of dvc.yaml' })),
      ...together(own, survey),
    ],
    metrics: metricsOf(tables),
  };
}

async function mlflowStores(files: Files, { root, folders }: Survey): Promise<readonly Proposed[]> {
  const found: Proposed[] = [];
  for (const folder of folders.filter(path => nameOf(path) === 'mlruns')) {
    for (const name of await files.list(`${root}/${folder}`)) {
      if (!name.endsWith('/') || !(await files.stat(`${root}/${folder}/${name}meta.yaml`))) continue;
      found.push({ value: folder, why: "MLflow's store" });
      break;
    }
  }
  return found;
}

async function dvcFiles(files: Files, { root, files: all }: Survey): Promise<ReadonlySet<string>> {
  if (!all.includes('dvc.yaml')) return new Set();
  const text = await readText(files, `${root}/dvc.yaml`);
  const paths = text.ok ? dvcMetrics(text.value.text) : [];
  return new Set(paths.filter(path => all.includes(path)));
}

function looksLikeMetrics(path: string): boolean {
  if (extensionOf(path) !== '.json') return false;
  const name = nameOf(path).slice(0, -'.json'.length);
  return METRICS_NAME.test(name) || (path.includes('/') && METRICS_FOLDER.test(folderOf(path)));
}

/** The file's metrics, where at least one of them is well known. */
async function metricsIn(files: Files, root: string, path: string): Promise<MetricTable | undefined> {
  const read = await readTable({ files }, `${root}/${path}`);
  if (!read.ok) return undefined;
  const { value } = read.value;
  return value.values.some(({ name }) => isKnownMetric(name)) ? value : undefined;
}

/** Several of a folder in which there is no other JSON are one pattern. */
function together(paths: readonly string[], { files }: Survey): readonly Proposed[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.includes('/') ? folderOf(path) : '';
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders].flatMap(([folder, own]) => {
    const all = files.filter(
      path => path.includes('/') && folderOf(path) === folder && extensionOf(path) === '.json',
    );
    if (folder !== '' && own.length > 1 && own.length === all.length)
      return [{ value: `${folder}/*.json`, why: `${own.length} files with metrics` }];
    return own.map(value => ({ value, why: 'a file with metrics' }));
  });
}

/** Well-known metrics, each once, however it is spelled. */
function metricsOf(tables: ReadonlyMap<string, MetricTable>): readonly Proposed[] {
  const found = new Map<string, Proposed>();
  for (const [path, { values }] of tables) {
    for (const { name } of values) {
      const key = canonicalName(name);
      if (isKnownMetric(name) && !found.has(key)) found.set(key, { value: name, why: `in ${path}` });
    }
  }
  return [...found.values()].slice(0, MOST_METRICS);
}
