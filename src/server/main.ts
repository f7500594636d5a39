import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../host/node-files';
import { startServer } from './server';

/** The server as a process: it speaks over what its command line says (`--node-ipc`, `--stdio`, `--socket`). */
startServer(createConnection(ProposedFeatures.all), {
  files: roots => nodeFiles({ roots }),
  clock: { now: Date.now },
});
