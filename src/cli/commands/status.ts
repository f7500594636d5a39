import { NEVER_CANCELLED } from '../../base/ports';
import { isFatal } from '../../base/problems';
import type { Workspace } from '../../project/workspace';
import type { Format } from '../arguments';
import { statusJson } from '../formats/status-json';
import { statusText } from '../formats/status-text';
import type { ExitCode, Io } from '../io';
import { openWorkspace } from '../open-workspace';
import { resolveTargets } from '../targets';
import { complain } from '../usage';

export interface StatusInvocation {
  readonly paths: readonly string[];
  readonly format: Format;
  /** Note in the histories what is to be seen and not noted yet. */
  readonly record: boolean;
  readonly runCommands: boolean;
  /** Hosts of tracking servers that may be asked. */
  readonly allowed: readonly string[];
}

export async function statusCommand(
  { paths, format, record, runCommands, allowed }: StatusInvocation,
  io: Io,
): Promise<ExitCode> {
  const targets = await resolveTargets(io.cwd, paths);
  if (!targets.ok) return complain(io, targets.failure);
  const { root } = targets.value;
  const workspace = openWorkspace(targets.value, io, allowed);
  const manifests = await workspace.discover(targets.value.paths);
  if (runCommands) await runAll(workspace, manifests, io);
  let result = await workspace.status({ manifests });
  if (record) {
    const { written, failures } = await workspace.notice(result.projects);
    if (failures.length > 0) return complain(io, failures);
    await workspace.touch(written.map(path => ({ path, kind: 'changed' })));
    result = await workspace.status({ manifests });
  }
  io.out(
    format === 'json'
      ? `${JSON.stringify(statusJson(result, root), undefined, 2)}\n`
      : statusText(result, root, io.style),
  );
  const unusable = result.projects.some(({ problems }) => problems.some(isFatal));
  return result.skipped.length > 0 || unusable ? 2 : 0;
}

/** One after the other; what they print goes to standard error, as the answer stands on standard output. */
async function runAll(workspace: Workspace, manifests: readonly string[], io: Io): Promise<void> {
  for (const manifest of manifests) {
    for (const line of await workspace.commandsOf(manifest)) {
      io.err(`$ ${line}\n`);
      const run = await workspace.runCommand(manifest, line, {
        onOutput: io.err,
        cancellation: NEVER_CANCELLED,
      });
      if (!run.ok) io.err(`holdout: ${run.failure}\n`);
    }
  }
}
