import type { HistoryView } from '../../project/decisions';
import type { Format } from '../arguments';
import { historyJson } from '../formats/history-json';
import { historyText } from '../formats/history-text';
import type { ExitCode, Io } from '../io';
import { openWorkspace } from '../open-workspace';
import { resolveTargets } from '../targets';
import { complain } from '../usage';

export interface HistoryInvocation {
  readonly paths: readonly string[];
  readonly format: Format;
}

/** Prints what was decided and noticed in every project, latest first, and the looks at its test set. */
export async function historyCommand({ paths, format }: HistoryInvocation, io: Io): Promise<ExitCode> {
  const targets = await resolveTargets(io.cwd, paths);
  if (!targets.ok) return complain(io, targets.failure);
  const { root } = targets.value;
  const workspace = openWorkspace(targets.value, io);
  const manifests = await workspace.discover(targets.value.paths);
  if (manifests.length === 0) return complain(io, ['no project here: `holdout.yaml` was not found']);
  // Which code looks at the test set only its analysis tells, and nobody comes back here once it is done.
  await workspace.status({ manifests, data: 'known', servers: 'known' });
  const views: HistoryView[] = [];
  for (const manifest of manifests) {
    const view = await workspace.history(manifest);
    if (view) views.push(view);
  }
  io.out(
    format === 'json'
      ? `${JSON.stringify(historyJson(views, root), undefined, 2)}\n`
      : historyText(views, root, io.style),
  );
  if (views.length === manifests.length) return 0;
  return complain(io, ['a manifest cannot be read, so its history is not known; see holdout check']);
}
