import { expect, test } from 'vitest';
import type { Cancellation } from '../../../src/base/ports';
import { fail } from '../../../src/base/result';
import type { MetricsPort, TableRead } from '../../../src/project/ports';
import { memoryFiles } from './memory-files';
import { open } from './open';

const META = 'run_id: a\nrun_name: a\nstatus: 3\nlifecycle_stage: active\nstart_time: 1\nend_time: 2\n';
const FILES = {
  '/w/p/holdout.yaml': 'version: 1\nname: P\nmetrics: { loss: { max: 1 } }\nruns: [mlruns]\n',
  '/w/p/mlruns/0/meta.yaml': "experiment_id: '0'\nlifecycle_stage: active\nname: e\n",
  '/w/p/mlruns/0/a/meta.yaml': META,
  '/w/p/mlruns/0/a/metrics/loss': '1 0.5 0\n',
};

/** Answers once what is asked is cancelled, and never otherwise. */
function waiting(): MetricsPort & { readonly asked: Cancellation[] } {
  const asked: Cancellation[] = [];
  const read = async (_: unknown, cancellation?: Cancellation): Promise<TableRead> => {
    if (cancellation) asked.push(cancellation);
    while (cancellation?.cancelled === false) await new Promise(resolve => setTimeout(resolve, 5));
    return fail({ kind: 'unreadable', message: 'its reading was stopped' });
  };
  return { asked, read };
}

test('a folder that is left is forgotten, and what was being read of it is stopped', async () => {
  const metrics = waiting();
  const workspace = open(memoryFiles(FILES), undefined, { metrics });
  const [manifest = ''] = await workspace.discover(['/w/p']);
  const status = workspace.status({ lint: 'known', data: 'known', servers: 'known' });
  await expect.poll(() => metrics.asked.length).toBe(1);
  workspace.leave('/w/p');
  expect(metrics.asked[0]?.cancelled).toBe(true);
  await status;
  expect(await workspace.report(manifest)).toBeUndefined();
});

test('a folder that comes back is read anew', async () => {
  const workspace = open(memoryFiles(FILES));
  const read = async (): Promise<number> => {
    await workspace.discover(['/w/p']);
    await workspace.status();
    return workspace.counters().metricFilesRead;
  };
  const first = await read();
  workspace.leave('/w/p');
  expect(await read()).toBe(2 * first);
});

test('a run that was deleted is forgotten', async () => {
  const files = memoryFiles({
    ...FILES,
    '/w/p/mlruns/0/b/meta.yaml': META.replaceAll('a\n', 'b\n'),
    '/w/p/mlruns/0/b/metrics/loss': '1 0.25 0\n',
  });
  const workspace = open(files);
  const [manifest = ''] = await workspace.discover(['/w/p']);
  const runs = async (): Promise<number> => (await workspace.runs(manifest)).length;
  expect(await runs()).toBe(2);
  files.remove('/w/p/mlruns/0/b');
  await workspace.touch([{ path: '/w/p/mlruns/0/b', kind: 'deleted' }]);
  expect(await runs()).toBe(1);
});
