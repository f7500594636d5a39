import type { Files } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Manifest, PredictionsEntry } from '../manifest/model';
import type { Run } from '../metrics/table';
import type { ModelRequest, PairsRequest } from '../predictions/request';
import { confined } from './confined';
import type { Footprint } from './footprints';
import { predictionsRequest } from './predictions-request';
import type { RunPredictions, Surroundings } from './run-predictions';
import { predictionsOfRun } from './run-predictions';

/** What a host is to be asked, and which runs that leaves out: a clause each. */
export interface PairsPlan {
  readonly request: PairsRequest;
  /** Of each run after the first: its place among the request's others, or why it has none. */
  readonly others: readonly Result<number, string>[];
}

/** Finds the predictions of runs that are compared. The failure is a clause about the first run. */
export async function planPairs(
  files: Files,
  manifest: Manifest,
  { runs, picked }: { readonly runs: readonly Run[]; readonly picked: readonly Run[] },
  footprint: Footprint,
): Promise<Result<PairsPlan, string>> {
  const surroundings = { files: confined(footprint.files, manifest.root), manifest, runs };
  const [first, ...others] = picked;
  if (!first || others.length === 0) return fail('it is compared with no other run');
  const requestOf = (run: Run): Promise<Result<ModelRequest, string>> =>
    modelRequest(files, run, surroundings, footprint);
  const own = await requestOf(first);
  if (!own.ok) return own;
  const asked: ModelRequest[] = [];
  const places: Result<number, string>[] = [];
  for (const run of others) {
    const request = await requestOf(run);
    places.push(request.ok ? ok(asked.push(request.value) - 1) : request);
  }
  return ok({ request: { first: own.value, others: asked }, others: places });
}

async function modelRequest(
  files: Files,
  run: Run,
  surroundings: Surroundings,
  footprint: Footprint,
): Promise<Result<ModelRequest, string>> {
  const found = await predictionsOfRun(run, surroundings);
  if (!found.ok) return found;
  const { manifest } = surroundings;
  const entry = entryFor(found.value, manifest);
  const request = await predictionsRequest(files, manifest, entry, footprint);
  if (!request.ok) return fail(`\`${request.failure.path}\`: ${request.failure.reason}`);
  const { kind } = found.value;
  if (kind === 'called') return ok({ ...request.value, called: found.value.name });
  return ok(kind === 'file' || kind === 'rival' ? { ...request.value, lenient: true } : request.value);
}

const EMPTY: PredictionsEntry = { path: '', columns: {}, scores: [], roles: [] };

/** `data.predictions` as it would be for this model alone. */
function entryFor(found: RunPredictions, { root, data }: Manifest): PredictionsEntry {
  const { rival, ...entry } = data.predictions ?? EMPTY;
  if (found.kind === 'file') return { ...entry, path: found.file.slice(root.length + 1) };
  if (found.kind !== 'rival' || !rival) return entry;
  const { y_pred: _, y_score: __, ...columns } = entry.columns;
  return {
    ...entry,
    path: rival.path ?? entry.path,
    scores: [],
    columns: {
      ...columns,
      ...(rival.y_pred !== undefined && { y_pred: [rival.y_pred] }),
      ...(rival.y_score !== undefined && { y_score: [rival.y_score] }),
    },
  };
}
