import { START_OF_FILE } from '../base/place';
import { metricFactsOf } from '../evidence/metric-facts';
import { NO_HISTORY } from '../history/read';
import type { Manifest } from '../manifest/model';
import { parseManifest } from '../manifest/parse';
import { NO_PREDICTIONS } from '../predictions/facts';
import { unmanagedReport } from '../reports/unmanaged-report';
import type { ReportView } from '../reports/view';
import { confined, confinedLarge } from './confined';
import type { Engine } from './engine';
import { folderOf, isInside, nameOf, normalise } from './paths';
import { NO_WAITS, type TableRead } from './ports';
import { needsThread, readOne, STOPPED } from './read-table';
import type { RunFiles } from './run-files';
import { readRunFiles } from './run-files';

/** What was read of runs in a file or folder. */
export interface PathRuns extends RunFiles {
  /** Normalised. */
  readonly path: string;
}

/** The report of the runs in a file or folder, whatever manifests say of it; `undefined` where it is in no folder of the workspace. */
export async function pathReport(engine: Engine, given: string): Promise<ReportView | undefined> {
  const runs = await pathRuns(engine, given);
  return runs && reportOnRuns(runs);
}

/** `undefined` for what is in no folder of the workspace. */
export async function pathRuns(engine: Engine, given: string): Promise<PathRuns | undefined> {
  const path = normalise(given);
  const root = engine.roots.find(folder => isInside(folder, path));
  return root === undefined ? undefined : { path, ...(await readWithin(engine, root, path)) };
}

export function reportOnRuns({ path, table, problems, skipped }: PathRuns): ReportView {
  const manifest = manifestOf(path);
  const unread = skipped
    .filter(({ isBeside }) => !isBeside)
    .map(({ file, reason }) => ({ source: file, reason, place: { file, range: START_OF_FILE } }));
  return unmanagedReport({
    manifest,
    metrics: metricFactsOf({ table, unread }),
    problems,
    data: { state: 'off', reason: 'No manifest names data files.' },
    predictions: NO_PREDICTIONS,
    ledger: { looks: [], count: 0, possible: [], chance: [], doubts: [], text: '' },
    history: NO_HISTORY,
    commits: { files: [], unknown: [] },
    changes: [],
  });
}

/** One that selects nothing and asks for nothing: it gives the report its name, and the folder that paths are told from. */
function manifestOf(path: string): Manifest {
  const { value } = parseManifest(path, `version: 1\nname: ${JSON.stringify(nameOf(path))}\n`);
  return { ...value, root: folderOf(path) };
}

async function readWithin({ ports }: Engine, root: string, path: string): Promise<RunFiles> {
  const files = confined(ports.files, root);
  const wait = (ports.waits ?? NO_WAITS).begin('Reading metrics');
  const { cancellation } = wait;
  const io = { files, large: ports.large && confinedLarge(ports.large, root), cancellation };
  let done = 0;
  const one = async (file: string): Promise<TableRead> => {
    const stat = await files.stat(file);
    const isFar = ports.metrics && needsThread(stat, file);
    const read = await (isFar ? ports.metrics.read({ path: file, root }, cancellation) : readOne(io, file));
    wait.count(++done);
    return read;
  };
  const read = await readRunFiles(io, [path], one).finally(wait.end);
  if (!cancellation.cancelled) return read;
  // What was not begun is in nobody's list.
  return { ...read, skipped: [...read.skipped, { file: path, reason: STOPPED.message }] };
}
