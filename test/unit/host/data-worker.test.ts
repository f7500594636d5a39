import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../../scripts/entries';
import { NEVER_CANCELLED } from '../../../src/base/ports';
import { nodeFiles } from '../../../src/host/node-files';
import { workerData } from '../../../src/host/worker-data';
import { normalise } from '../../../src/project/paths';
import type { DataPort, DataRequest } from '../../../src/project/ports';
import { ROOT } from '../../support/sources';

let folder = '';
const at = (path: string): string => normalise(join(folder, path));
const ROWS = 200_000;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-data-worker-')));
  const entry = entries(ROOT).find(({ entryPoints }) => 'data-worker' in Object(entryPoints));
  await build({ ...entry, absWorkingDir: ROOT, bundle: true, outdir: folder, logLevel: 'error' });
  const rows = Array.from({ length: ROWS }, (_, row) => `${row},${row % 97},${row % 2}\n`);
  writeFileSync(join(folder, 'large.csv'), `id,x,y\n${rows.join('')}`);
  writeFileSync(join(folder, 'small.csv'), 'id,x,y\n1,2,0\n2,3,1\n');
  // One thread that fails as soon as it begins, one that ends when it is asked, and one that fails
  // after it answered.
  writeFileSync(join(folder, 'broken.js'), "throw new Error('out of order');");
  writeFileSync(
    join(folder, 'ends.js'),
    "require('node:worker_threads').parentPort.on('message', () => process.exit(0));",
  );
  writeFileSync(
    join(folder, 'later.js'),
    `const { parentPort } = require('node:worker_threads');
     const profile = { splits: [], unread: [], pairs: [], drift: [] };
     parentPort.on('message', () => {
       parentPort.postMessage({ kind: 'profile', profile });
       setTimeout(() => { throw new Error('out of order'); }, 20);
     });`,
  );
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function port(script = 'data-worker.js', roots: readonly string[] = [at('.')]): DataPort {
  return workerData({ files: nodeFiles({ roots }), roots: () => roots, script: join(folder, script) });
}

function request(...files: readonly string[]): DataRequest {
  const tables = files.map(file => ({ name: file, role: 'other' as const, files: [at(file)] }));
  return { tables, groups: [], annotators: [], ids: [], drift: [] };
}

const QUIET = { cancellation: NEVER_CANCELLED, onProgress: () => undefined };

describe('data files that are read in a thread', () => {
  it('are summed up, with progress that ends at all there is, while this thread goes on', async () => {
    const told: (readonly [number, number])[] = [];
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const onProgress = (done: number, of: number): void => void told.push([done, of]);
    const { splits, unread } = await port().profile(request('large.csv'), { ...QUIET, onProgress });
    clearInterval(turning);
    expect({ rows: splits.map(({ rows }) => rows), unread }).toEqual({ rows: [ROWS], unread: [] });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
    expect(turns).toBeGreaterThan(5);
  });

  it('are given up when that is wished, and the thread goes on with the next question', async () => {
    const data = port();
    const cancellation = { cancelled: false };
    const onProgress = (): void => void (cancellation.cancelled = true);
    const many = request('large.csv', ...Array.from({ length: 30 }, () => 'large.csv'));
    const { unread } = await data.profile(many, { cancellation, onProgress });
    expect(unread.at(-1)?.reason).toMatch(/stopped/);
    const next = await data.profile(request('small.csv'), QUIET);
    expect(next.splits.map(({ rows }) => rows)).toEqual([2]);
  });

  it('are read one question after the other, however many are asked at once', async () => {
    const data = port();
    const answers = await Promise.all(
      ['small.csv', 'large.csv'].map(file => data.profile(request(file), QUIET)),
    );
    expect(answers.map(({ splits }) => splits[0]?.rows)).toEqual([2, ROWS]);
  });

  it('are not read outside of the roots', async () => {
    const { unread } = await port('data-worker.js', [at('elsewhere')]).profile(request('small.csv'), QUIET);
    expect(unread).toMatchObject([{ reason: expect.stringContaining('holdout.dataRoots') as string }]);
  });
});

describe('predictions that are evaluated in the thread', () => {
  const asked = () => ({
    files: [at('predictions.csv')],
    columns: {},
    splitRoles: [],
    slices: [],
    groups: [],
  });

  it('come back whole, and next to data files', async () => {
    writeFileSync(at('predictions.csv'), 'y_true,y_score\n1,0.9\n0,0.2\n1,0.4\n0,0.1\n');
    const data = port();
    const [answer, profile] = await Promise.all([
      data.predictions(asked(), QUIET),
      data.profile(request('small.csv'), QUIET),
    ]);
    expect(answer).toMatchObject({ ok: true, value: { task: 'binary', rows: { used: 4 } } });
    expect(profile.splits.map(({ rows }) => rows)).toEqual([2]);
  });

  it('say what stood in the way', async () => {
    const gone = await port().predictions({ ...asked(), files: [at('gone.csv')] }, QUIET);
    expect(gone).toMatchObject({ ok: false, failure: { file: at('gone.csv') } });
    const failed = await port('broken.js').predictions(asked(), QUIET);
    expect(failed).toMatchObject({
      ok: false,
      failure: { reason: expect.stringMatching(/out of order/) as string },
    });
  });
});

describe('a thread that fails', () => {
  it.each([
    ['broken.js', /out of order/],
    ['missing.js', /missing\.js/],
    ['ends.js', /the thread that reads it ended/],
  ])('%s: says so of every table, each time', async (script, reason) => {
    const data = port(script);
    for (const attempt of [1, 2]) {
      const { unread } = await data.profile(request('small.csv', 'large.csv'), QUIET);
      expect(
        unread.map(table => reason.test(table.reason)),
        `attempt ${attempt}`,
      ).toEqual([true, true]);
    }
  });

  it('while nobody asks does not end the process, and is followed by another', async () => {
    const data = port('later.js');
    for (const attempt of [1, 2]) {
      expect((await data.profile(request('small.csv'), QUIET)).unread, `attempt ${attempt}`).toEqual([]);
      await new Promise(resolve => setTimeout(resolve, 300));
    }
  });
});
