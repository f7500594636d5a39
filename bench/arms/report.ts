/**
 * What a server's main thread does for a report: `<folder> <metrics worker> <data worker>` → for each phase of `PHASES` the
 * CPU time of the longest turn, and how long the phase took, in milliseconds; then the bytes of the report.
 * The report itself goes to `<folder>/report.json`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles } from '../../src/host/node-files';
import { nodeLargeFiles } from '../../src/host/node-large-files';
import { workerData } from '../../src/host/worker-data';
import { workerMetrics } from '../../src/host/worker-metrics';
import { createWorkspace } from '../../src/project/workspace';
import { mulberry32 } from '../../src/statistics/resampling/random';
import { idOf, writeMetrics } from '../store';
import { answer } from './sources';
import { watchTurns } from './turns';

const [folder = '', metricsScript = '', dataScript = ''] = process.argv.slice(2);
const roots = [folder];
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const files = nodeFiles({ roots });
const workspace = createWorkspace(
  {
    files,
    large: nodeLargeFiles({ roots }),
    metrics: workerMetrics({ roots, script: metricsScript }),
    data: workerData({ files, roots: () => roots, script: dataScript }),
    clock: { now: Date.now },
    log,
    pause: () => new Promise(resolve => setImmediate(resolve)),
  },
  { roots },
);

const manifest = join(folder, 'holdout.yaml');
const KNOWN = { lint: 'known', data: 'known', servers: 'known' } as const;
const random = mulberry32(3);

const PHASES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the runs are read, and criteria judged', () => workspace.status(KNOWN)],
  ['the report is made', () => workspace.report(manifest)],
  [
    'the predictions are evaluated',
    () => workspace.readData({ cancellation: { cancelled: false }, onProgress: () => undefined }),
  ],
  ['criteria are judged again', () => workspace.status(KNOWN)],
  ['the report is made again', () => workspace.report(manifest)],
  ['one run changes', change],
  ['the report is made once more', () => workspace.report(manifest)],
];

async function change(): Promise<void> {
  const run = join(folder, 'mlruns/1', idOf(4321));
  writeMetrics(run, random);
  await workspace.touch([{ path: join(run, 'metrics/test_recall'), kind: 'changed' }]);
  await workspace.status(KNOWN);
}

async function measure(): Promise<void> {
  await workspace.discover([folder], { depth: 1 });
  const turns = watchTurns();
  const numbers: number[] = [];
  let last: unknown;
  for (const [, phase] of PHASES) {
    await turns.longest();
    const start = performance.now();
    last = await phase();
    const took = performance.now() - start;
    numbers.push(await turns.longest(), took);
  }
  const text = JSON.stringify(last);
  writeFileSync(join(folder, 'report.json'), text);
  answer(...numbers, text.length);
}

// Its threads need not be waited for.
void measure().then(() => process.exit());
