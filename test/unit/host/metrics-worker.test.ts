import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../../scripts/entries';
import { nodeFiles } from '../../../src/host/node-files';
import { nodeLargeFiles } from '../../../src/host/node-large-files';
import { syncFiles } from '../../../src/host/sync-files';
import { workerMetrics } from '../../../src/host/worker-metrics';
import { normalise } from '../../../src/project/paths';
import type { MetricsPort, TableRead } from '../../../src/project/ports';
import { createWorkspace } from '../../../src/project/workspace';
import { ROOT } from '../../support/sources';

let folder = '';
const at = (path: string): string => normalise(join(folder, path));
/** Above what is read at once, in a log of steps. */
const ROWS = 400_000;

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-metrics-worker-')));
  const entry = entries(ROOT).find(({ entryPoints }) => 'metrics-worker' in Object(entryPoints));
  await build({ ...entry, absWorkingDir: ROOT, bundle: true, outdir: folder, logLevel: 'error' });
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `${row},${(1 / (row + 1)).toFixed(12)},0.${row % 89}\n`,
  );
  write('p/log.csv', `step,loss,val_acc\n${rows.join('')}`);
  write('p/small.json', '{ "recall": 0.9 }');
  write('p/mlruns/0/meta.yaml', "experiment_id: '0'\nlifecycle_stage: active\nname: fraud\n");
  write(
    'p/mlruns/0/a/meta.yaml',
    'run_id: a\nrun_name: a\nstatus: 3\nlifecycle_stage: active\nstart_time: 1\nend_time: 2\n',
  );
  write('p/mlruns/0/a/metrics/loss', '1 0.5 0\n2 0.25 1\n');
  write('p/holdout.yaml', 'holdout: 1\nname: p\nruns: [mlruns, log.csv, small.json]\n');
  write('elsewhere/m.json', '{ "recall": 1 }');
  symlinkSync(join(folder, 'elsewhere/m.json'), join(folder, 'p/link.json'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'p/linked'));
  write('broken.js', "throw new Error('out of order');");
  write('ends.js', "require('node:worker_threads').parentPort.on('message', () => process.exit(0));");
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const port = (script = 'metrics-worker.js'): MetricsPort =>
  workerMetrics({ roots: [at('p')], script: join(folder, script) });
const read = (path: string, from = port()): Promise<TableRead> =>
  from.read({ path: at(path), root: at('p') });

describe('metrics that are read in a thread', () => {
  it('are those of a file too large to be read at once, with all its steps, while this thread goes on', async () => {
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const { ok, ...answer } = await read('p/log.csv');
    clearInterval(turning);
    expect(ok && 'value' in answer && answer.value.value.values).toMatchObject([
      {
        name: 'loss',
        value: Number((1 / ROWS).toFixed(12)),
        step: ROWS - 1,
        place: { range: { start: { line: ROWS } } },
      },
      { name: 'acc', split: 'validation' },
    ]);
    const series = ok && 'value' in answer ? answer.value.value.series : [];
    expect(series?.map(({ steps, values }) => [steps.length, values[0]])).toEqual([
      [ROWS, 1],
      [ROWS, 0],
    ]);
    expect(turns).toBeGreaterThan(20);
  }, 60_000);

  it.each([
    ['p/../elsewhere/m.json', /outside/],
    ['p/link.json', /outside/],
    ['p/linked/m.json', /outside/],
    ['p/none.json', /not there/],
  ])('%s: is refused', async (path, reason) => {
    expect(await read(path)).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(reason) as string },
    });
  });

  it.each([
    ['broken.js', /out of order/],
    ['missing.js', /missing\.js/],
    ['ends.js', /the thread that reads it ended/],
  ])('%s: a thread that fails says so to all who wait, each time', async (script, reason) => {
    const failing = port(script);
    for (const attempt of [1, 2]) {
      const answers = await Promise.all(['p/small.json', 'p/log.csv'].map(path => read(path, failing)));
      expect(
        answers.map(answer => !answer.ok && reason.test(answer.failure.message)),
        `attempt ${attempt}`,
      ).toEqual([true, true]);
    }
  });
});

describe('questions that nobody wants answered any more', () => {
  it('end soon, also those that still wait, and others are answered', async () => {
    const from = port();
    const cancellation = { cancelled: false };
    // More than one thread takes, so that some wait.
    const unwanted = Array.from({ length: 40 }, () =>
      from.read({ path: at('p/log.csv'), root: at('p') }, cancellation),
    );
    cancellation.cancelled = true;
    const answers = await Promise.all(unwanted);
    const stopped = answers.filter(one => !one.ok && /stopped/.test(one.failure.message));
    expect(stopped.length).toBeGreaterThan(30);
    expect(await read('p/small.json', from)).toMatchObject({ ok: true });
  }, 60_000);
});

describe('a workspace with a thread for metrics', () => {
  const open = (metrics?: MetricsPort) => {
    const silent = (): void => undefined;
    const roots = [at('p')];
    return createWorkspace(
      {
        files: nodeFiles({ roots }),
        large: nodeLargeFiles({ roots }),
        clock: { now: () => 0 },
        log: { info: silent, warn: silent, error: silent },
        pause: () => Promise.resolve(),
        ...(metrics && { metrics }),
      },
      { roots },
    );
  };

  it('says what one without says, and reads what changed alone', async () => {
    const asked: string[] = [];
    const thread = port();
    const counting: MetricsPort = {
      read: request => {
        asked.push(request.path.slice(at('p').length + 1));
        return thread.read(request);
      },
    };
    const [threaded, plain] = [open(counting), open()];
    const [manifest = ''] = await threaded.discover([at('p')]);
    await plain.discover([at('p')]);
    expect(await threaded.report(manifest)).toEqual(await plain.report(manifest));
    expect(asked.sort()).toEqual(['log.csv', 'mlruns/0/a']);
    write('p/mlruns/0/a/metrics/loss', '1 0.5 0\n2 0.125 1\n');
    await threaded.touch([{ path: at('p/mlruns/0/a/metrics/loss'), kind: 'changed' }]);
    await threaded.report(manifest);
    expect(asked.slice(2)).toEqual(['mlruns/0/a']);
  }, 60_000);
});

describe('files by calls that wait', () => {
  it.each(['p/small.json', 'p/link.json', 'p/linked/m.json', 'p/none.json', 'p/mlruns', 'elsewhere/m.json'])(
    '%s: are as they are by others',
    async path => {
      const [sync, async] = [syncFiles({ roots: [at('p')] }), nodeFiles({ roots: [at('p')] })];
      expect(await sync.read(at(path))).toEqual(await async.read(at(path)));
      expect(await sync.stat(at(path))).toEqual(await async.stat(at(path)));
      expect(await sync.list(at(path))).toEqual(await async.list(at(path)));
    },
  );
});
