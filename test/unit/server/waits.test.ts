import type { ProtocolConnection, WorkDoneProgressBegin } from 'vscode-languageserver-protocol/node';
import {
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../src/base/result';
import { STOPPED } from '../../../src/metrics/read-path';
import type { MetricsPort } from '../../../src/project/ports';
import { METHODS } from '../../../src/protocol/messages';
import type { ReportView } from '../../../src/reports/view';
import { memoryFiles } from '../project/memory-files';
import { ROOT, startClient } from './client';

const RUNS = Array.from({ length: 40 }, (_, at) => `${ROOT}/mlruns/0/run${at}`);
const AT_ONCE = 5;
const RANGE = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

const files = memoryFiles({
  [`${ROOT}/holdout.yaml`]:
    'version: 1\nname: p\nmetrics: { recall: { min: 0.5, direction: higher } }\nruns: [mlruns]\n',
  [`${ROOT}/mlruns/0/meta.yaml`]: "experiment_id: '0'\nlifecycle_stage: active\n",
  ...Object.fromEntries(RUNS.map(run => [`${run}/meta.yaml`, ''])),
});

/** Gives the first runs at once; the others not before somebody stops it, unless it `hurries`. */
function slowPort(): MetricsPort & { hurries: boolean; stopped: number } {
  const port = {
    hurries: false,
    stopped: 0,
    read: async ({ path }, cancellation) => {
      if (!port.hurries && RUNS.indexOf(path) >= AT_ONCE) {
        while (cancellation?.cancelled === false) await new Promise(resolve => setTimeout(resolve, 5));
        port.stopped++;
        return fail(STOPPED);
      }
      const place = { file: `${path}/metrics/recall`, range: RANGE };
      const value = { name: 'recall', run: path, value: 0.8, raw: '0.8', place };
      const run = { id: path, name: path, file: `${path}/meta.yaml`, source: 'mlflow', params: {} };
      return ok({ value: { runs: [run], values: [value] }, problems: [] });
    },
  } satisfies MetricsPort & { hurries: boolean; stopped: number };
  return port;
}

/** Presses the button of whatever progress is shown, and gives what was shown. */
function stopWhatIsShown(connection: ProtocolConnection): WorkDoneProgressBegin[] {
  const shown: WorkDoneProgressBegin[] = [];
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, progress => {
      if (progress.kind !== 'begin') return;
      shown.push(progress);
      void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    });
  });
  return shown;
}

const textOf = (view: ReportView | undefined, id: string): string =>
  JSON.stringify(view?.sections.find(section => section.id === id));

test('reading metrics is shown once it takes a while; stopped, what was read stays until all is read anew', async () => {
  const port = slowPort();
  const client = await startClient(files, {}, {}, { metrics: () => port });
  const shown = stopWhatIsShown(client.connection);
  const project = `${ROOT}/holdout.yaml`;

  await client.request(METHODS.getProjects, undefined);
  const { view } = await client.request(METHODS.report, { project });
  expect(shown).toMatchObject([{ title: 'Reading metrics', cancellable: true }]);
  expect(textOf(view, 'provenance')).toContain('5 runs read');
  expect(textOf(view, 'warnings')).toContain('stopped after 5 of 40 runs');
  // A later run may be among those that were not read.
  expect(view?.metrics).toMatchObject([{ name: 'recall', verdict: 'unknown' }]);
  expect(textOf(view, 'verdict')).toContain('stopped after 5 of 40 runs');

  const { stopped } = port;
  await client.tellChanged([`mlruns/0/run1/metrics/recall`, 2]);
  await client.until(() => client.reportChanges.length > 0);
  await client.request(METHODS.report, { project });
  expect(port.stopped).toBe(stopped);
  expect(shown).toHaveLength(1);

  port.hurries = true;
  await client.request(METHODS.refresh, undefined);
  const { view: whole } = await client.request(METHODS.report, { project });
  expect(textOf(whole, 'provenance')).toContain('40 runs read');
  expect(whole?.metrics).toMatchObject([{ name: 'recall', value: 0.8, verdict: 'met' }]);
  expect(shown).toHaveLength(1);
  client.dispose();
}, 30_000);
