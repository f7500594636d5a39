import { nodeGit } from '../../src/host/node-git';
import { nodeVersions } from '../../src/host/node-versions';
import { nodeFiles } from '../../src/host/node-files';
import { createWorkspace } from '../../src/project/workspace';
import type { Workspace } from '../../src/project/workspace';

/** The engine over a folder of this machine, silent, at the beginning of time. */
export function workspaceOver(root: string): Workspace {
  const silent = (): void => undefined;
  const log = { info: silent, warn: silent, error: silent };
  const ports = {
    files: nodeFiles({ roots: [root] }),
    clock: { now: () => 0 },
    log,
    revisions: nodeGit(() => true),
    versions: nodeVersions(() => true),
    pause: () => Promise.resolve(),
  };
  return createWorkspace(ports, { roots: [root] });
}
