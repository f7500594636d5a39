import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { join } from 'node:path';
import process from 'node:process';
import { mlflowCredential } from '../host/mlflow-credentials';
import { nodeCommands } from '../host/node-commands';
import { nodeFiles } from '../host/node-files';
import { nodeLargeFiles } from '../host/node-large-files';
import { nodeTrail } from '../host/node-trail';
import { nodeGit } from '../host/node-git';
import { nodeVersions } from '../host/node-versions';
import { nodeNetwork } from '../host/node-network';
import { workerData } from '../host/worker-data';
import { workerMetrics } from '../host/worker-metrics';
import { KEY_VARIABLE, unseal } from '../protocol/sealed';
import { startServer } from './server';

/** No command that runs here later may see it. */
const key = process.env[KEY_VARIABLE];
Reflect.deleteProperty(process.env, KEY_VARIABLE);

/** The server as a process: it speaks over what its command line says (`--node-ipc`, `--stdio`, `--socket`). */
startServer(createConnection(ProposedFeatures.all), {
  files: roots => nodeFiles({ roots }),
  data: roots => {
    const readable = {
      get roots() {
        return roots();
      },
    };
    return workerData({ files: nodeFiles(readable), roots, script: join(__dirname, 'data-worker.js') });
  },
  metrics: roots => workerMetrics({ roots, script: join(__dirname, 'metrics-worker.js') }),
  large: roots => nodeLargeFiles({ roots }),
  clock: { now: Date.now },
  revisions: nodeGit,
  versions: nodeVersions,
  commands: nodeCommands(),
  charts: async () => (await import('../host/node-charts')).chartDocument(),
  network: ({ refusal, kept }) =>
    nodeNetwork({ refusal, credential: async origin => kept(origin) ?? mlflowCredential(origin) }),
  ...(key !== undefined && { unseal: (sealed: string) => unseal(key, sealed) }),
  trail: (roots, isTrusted) => nodeTrail({ roots, isTrusted }),
});
