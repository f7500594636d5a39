import type { Files } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { formatOf } from '../data/table/format';
import { expand } from '../evidence/file/expand';
import type { Manifest } from '../manifest/model';
import type { Run } from '../metrics/table';
import { extensionOf, folderOf, isInside, nameOf, resolve } from './paths';

/** Where the predictions of a run are. */
export type RunPredictions =
  /** In a file of their own. */
  | { readonly kind: 'file'; readonly file: string }
  /** What `data.predictions` names. */
  | { readonly kind: 'declared' }
  /** Those of the model that `data.predictions.rival` names. */
  | { readonly kind: 'rival' }
  /** In the file that `data.predictions` names, if it has columns that are called like the run. */
  | { readonly kind: 'called'; readonly name: string };

/** What is looked through for the predictions of a project's runs. */
export interface Surroundings {
  /** Confined to the project. */
  readonly files: Files;
  readonly manifest: Manifest;
  /** Every run of the project, those that count first and in the order in which they do. */
  readonly runs: readonly Run[];
}

/** Finds the predictions of a run: as the manifest says, in its own folder, or in the file that models share. */
export async function predictionsOfRun(
  run: Run,
  surroundings: Surroundings,
): Promise<Result<RunPredictions, string>> {
  const { files, manifest, runs } = surroundings;
  const { predictions: shared } = manifest.data;
  const folder = (await files.stat(run.file))?.kind === 'directory' ? run.file : folderOf(run.file);
  const stated = await statedFor(run, surroundings);
  if (stated !== undefined) return inside(manifest.root, resolve(folder, stated), stated);
  if (shared?.rival && isCalled(run, shared.rival.name)) return ok({ kind: 'rival' });
  const own = await foundFor(run, folder, surroundings);
  if (!own.ok || own.value !== undefined) return own.ok ? ok({ kind: 'file', file: own.value ?? '' }) : own;
  if (!shared) return fail(NOT_FOUND);
  return ok(run === runs[0] ? { kind: 'declared' } : { kind: 'called', name: run.name });
}

function inside(root: string, file: string, stated: string): Result<RunPredictions, string> {
  return isInside(root, file) ? ok({ kind: 'file', file }) : fail(`\`${stated}\` leads out of the project`);
}

const NOT_FOUND =
  'no file of its predictions is known; write them into its folder as `predictions.csv`, or name them by `predictions` under `runs`';

const isCalled = ({ id, name }: Run, wanted: string): boolean => id === wanted || name === wanted;

/** What the entry under `runs` says from which the run comes. */
async function statedFor(run: Run, { files, manifest }: Surroundings): Promise<string | undefined> {
  for (const source of manifest.runs) {
    if (source.predictions === undefined || 'server' in source) continue;
    const { found } = await expand(files, manifest.root, source.path.replace(/\/$/, ''));
    if (found.some(path => isInside(path, run.file))) return source.predictions;
  }
  return undefined;
}

/** A table that is called like predictions: of a folder that is the run's alone, or with the name of the run's file. */
async function foundFor(
  run: Run,
  folder: string,
  { files, manifest, runs }: Surroundings,
): Promise<Result<string | undefined, string>> {
  const isOwn =
    folder !== manifest.root && runs.every(other => other === run || folderOf(other.file) !== folder);
  const places = isOwn ? [folder, `${folder}/artifacts`] : [folder];
  const tables: string[] = [];
  for (const place of places) {
    const names = await files.list(place);
    tables.push(...names.filter(name => formatOf(name) !== undefined).map(name => `${place}/${name}`));
  }
  return bestOf(isOwn ? tables.filter(isPredictions) : tables.filter(file => isNamedAfter(run, file)));
}

const PREDICTIONS = new Set(['pred', 'preds', 'prediction', 'predictions', 'predicted']);
/** What else a file of metrics may be called, beside the name of its model. */
const METRICS = new Set(['metrics', 'metric', 'scores', 'results', 'eval', 'evaluation']);

function wordsOf(file: string): readonly string[] {
  const name = nameOf(file);
  return name
    .slice(0, name.length - extensionOf(name).length)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}

/** Those of training rows say nothing of how good a model is. */
function isPredictions(file: string): boolean {
  const words = wordsOf(file);
  return words.some(word => PREDICTIONS.has(word)) && !words.includes('train');
}

/** `xgb_predictions.csv` goes with `xgb.json` and `metrics_xgb.json`. */
function isNamedAfter(run: Run, file: string): boolean {
  const own = wordsOf(run.file).filter(word => !METRICS.has(word));
  const other = wordsOf(file).filter(word => !PREDICTIONS.has(word));
  return isPredictions(file) && own.length > 0 && own.join() === other.join();
}

/** The only one; of several that which names nothing else, or the test set. */
function bestOf(files: readonly string[]): Result<string | undefined, string> {
  const plain = files.filter(file => wordsOf(file).length === 1);
  const test = files.filter(file => wordsOf(file).includes('test'));
  for (const some of [files, plain, test]) if (some.length === 1) return ok(some[0]);
  if (files.length === 0) return ok(undefined);
  const names = files.slice(0, 3).map(file => `\`${nameOf(file)}\``);
  return fail(`${names.join(', ')} may all be its predictions; name one by \`predictions\` under \`runs\``);
}
