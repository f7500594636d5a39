import { nodeGit } from '../host/node-git';
import { nodeFiles } from '../host/node-files';
import { nodeTrail } from '../host/node-trail';
import { nodeLargeFiles } from '../host/node-large-files';
import { nodeVersions } from '../host/node-versions';
import type { Network } from '../base/ports';
import { isAllowed } from '../base/origin';
import { mlflowCredential } from '../host/mlflow-credentials';
import { nodeNetwork } from '../host/node-network';
import { inProcessData } from '../project/in-process-data';
import type { Workspace } from '../project/workspace';
import { createWorkspace } from '../project/workspace';
import type { Io } from './io';
import type { Targets } from './targets';

/**
 * The engine over this machine's files, as far as the targets allow.
 *
 * @param allowed hosts of tracking servers that may be asked
 */
export function openWorkspace(targets: Targets, io: Io, allowed: readonly string[] = []): Workspace {
  const files = nodeFiles({ roots: targets.readable });
  return createWorkspace(
    {
      files,
      data: inProcessData(files, nodeLargeFiles({ roots: targets.readable })),
      clock: { now: Date.now },
      revisions: nodeGit(() => true),
      versions: nodeVersions(() => true),
      commands: {
        run: async command => (await import('../host/node-commands')).nodeCommands().run(command),
      },
      charts: async () => (await import('../host/node-charts')).chartDocument(),
      network: networkTo(allowed),
      log: { info: () => undefined, warn: say(io), error: say(io) },
      // Nothing else waits in this process.
      pause: () => Promise.resolve(),
      // Who types a command that writes wants it to write.
      trail: nodeTrail({ roots: targets.readable, isTrusted: () => true }),
    },
    { roots: [targets.root] },
  );
}

/** Asks the servers that were named on the command line, with the credentials of MLflow's own programs. */
export function networkTo(allowed: readonly string[]): Network {
  return nodeNetwork({
    refusal: origin => {
      if (isAllowed(origin, allowed)) return undefined;
      const { host } = new URL(origin);
      return {
        kind: 'not-allowed',
        reason: `a server is asked only where \`--allow-network ${host}\` says so`,
      };
    },
    credential: mlflowCredential,
  });
}

function say(io: Io): (message: string) => void {
  return message => {
    io.err(`holdout: ${message}\n`);
  };
}
