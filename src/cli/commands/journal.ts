import type { ExitCode, Io } from '../io';
import { openWorkspace } from '../open-workspace';
import { resolveTargets } from '../targets';
import { complain } from '../usage';

/** Prints the journals of the projects as stories, one after the other. */
export async function journalCommand(paths: readonly string[], io: Io): Promise<ExitCode> {
  const targets = await resolveTargets(io.cwd, paths);
  if (!targets.ok) return complain(io, targets.failure);
  const workspace = openWorkspace(targets.value, io);
  const manifests = await workspace.discover(targets.value.paths);
  if (manifests.length === 0) return complain(io, ['no project here: `holdout.yaml` was not found']);
  const failures: string[] = [];
  for (const manifest of manifests) {
    const story = await workspace.exportJournal(manifest);
    if (story.ok) io.out(story.value.text);
    else failures.push(story.failure);
  }
  return failures.length > 0 ? complain(io, failures) : 0;
}
