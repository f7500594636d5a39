/**
 * From an edit to its diagnostics, over stdio, as an editor sees it: characters are typed into each script, one by one,
 * and the next follows when the answer is there. Wall time. Needs `npm run build`.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { quantile, ROOT } from './measure';

const WARM_UP = 200;
const EDITS = 1000;
/** Prime to the number of lines of any file. */
const STRIDE = 7919;

const server = spawn(process.execPath, [join(ROOT, 'dist/server.js'), '--stdio']);
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let arrived: (shown: PublishDiagnosticsParams) => void = () => undefined;
connection.onNotification(PublishDiagnosticsNotification.type, shown => arrived(shown));
connection.listen();
await connection.sendRequest(InitializeRequest.type, {
  processId: process.pid,
  rootUri: null,
  capabilities: {},
  workspaceFolders: null,
});
await connection.sendNotification(InitializedNotification.type, {});
for (const file of process.argv.slice(2)) await type(file);
await connection.sendRequest(ShutdownRequest.type);
await connection.sendNotification(ExitNotification.type);

async function type(file: string): Promise<void> {
  const text = readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  await answered(1, uri, () =>
    connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'python', version: 1, text },
    }),
  );
  const lines = text.split('\n');
  const times: number[] = [];
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    // A name is typed at the end of one line after another, all over the file; what was typed before is taken away again.
    const line = (Math.floor(edit / 8) * STRIDE) % lines.length;
    const at = { line, character: (lines[line] ?? '').length };
    const typed = edit % 8;
    const end = { line, character: at.character + (typed === 7 ? 7 : 0) };
    const start = typed === 7 ? at : { line, character: at.character + typed };
    const change = {
      range: typed === 7 ? { start: at, end } : { start, end: start },
      text: typed === 7 ? '' : 'x',
    };
    const before = performance.now();
    await answered(edit + 2, uri, () =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: edit + 2 },
        contentChanges: [change],
      }),
    );
    if (edit >= WARM_UP) times.push(performance.now() - before);
  }
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => quantile(times, share).toFixed(1));
  console.log(`${lines.length} lines: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms  ${file}`);
}

function answered(version: number, uri: string, send: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    arrived = shown => {
      if (shown.uri === uri && shown.version === version) resolve();
    };
    send().catch(reject);
  });
}
