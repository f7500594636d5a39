import { describe, expect, it } from 'vitest';
import type { FileVersion } from '../../../src/base/ports';
import { fail, ok } from '../../../src/base/result';
import { lockedVersions } from '../../../src/metrics/dvc/locked-versions';
import { readMetricsFile } from '../../../src/metrics/read-file';
import { fileHistory } from '../../../src/metrics/revisions';
import { memoryFiles } from '../project/memory-files';

const md5 = (digit: string): string => digit.repeat(32);
const inCache = (digit: string): string => `/p/.dvc/cache/files/md5/${digit.repeat(2)}/${digit.repeat(30)}`;
const lockOf = (path: string, hash: string): string =>
  `stages:\n  e:\n    outs:\n    - path: ${path}\n      md5: ${hash}\n`;

const versionsOf = (...locks: readonly (string | undefined)[]): readonly FileVersion[] =>
  locks.map((text, at) => ({
    commit: String(at).repeat(40),
    time: at,
    subject: `commit ${at}`,
    content: text === undefined ? fail('the commit removed it') : ok(new TextEncoder().encode(text)),
  }));

async function history(
  file: string,
  contents: Readonly<Record<string, string>>,
  ...locks: readonly (string | undefined)[]
) {
  const files = memoryFiles({
    '/p/.dvc/config': '',
    '/p/dvc.lock': locks[locks.length - 1] ?? '',
    ...contents,
  });
  const { path, versions } = await lockedVersions(files, { lock: '/p/dvc.lock', file }, versionsOf(...locks));
  const { metrics, unread } = await fileHistory(file, { versions, more: false }, bytes =>
    readMetricsFile(path, bytes),
  );
  return {
    path,
    points: metrics.flatMap(({ metric, points }) =>
      points.map(({ subject, value }) => [subject, metric, value]),
    ),
    unread: unread.map(({ reason }) => reason),
  };
}

describe('a file that DVC keeps, over the commits of dvc.lock', () => {
  const contents = { [inCache('a')]: 'auc: 0.7\n', [inCache('b')]: 'auc: 0.9\n' };
  const [first, second] = [lockOf('m.yaml', md5('a')), lockOf('m.yaml', md5('b'))];

  it.each([
    ['where it is checked out', '/p/m.yaml'],
    ['by its place in the cache', inCache('b')],
  ])('%s: each content once, in the format of its own name', async (_, file) => {
    expect(await history(file, contents, first, first, second)).toEqual({
      path: '/p/m.yaml',
      points: [
        ['commit 0', 'auc', 0.7],
        ['commit 2', 'auc', 0.9],
      ],
      unread: [],
    });
  });

  it('in a folder that is kept as a whole', async () => {
    const listing = (digit: string): string => `[{"md5": "${md5(digit)}", "relpath": "m.yaml"}]`;
    const all = { ...contents, [`${inCache('c')}.dir`]: listing('a'), [`${inCache('d')}.dir`]: listing('b') };
    const locks = ['c', 'd'].map(digit => lockOf('eval', `${md5(digit)}.dir`));
    expect(await history(inCache('b'), all, ...locks)).toMatchObject({
      path: '/p/eval/m.yaml',
      points: [
        ['commit 0', 'auc', 0.7],
        ['commit 1', 'auc', 0.9],
      ],
    });
  });

  it.each([
    ['a content that was not pulled', lockOf('m.yaml', md5('e')), 'DVC keeps it, and it is not in the cache'],
    ['a lock without it', lockOf('other.yaml', md5('a')), '`dvc.lock` does not know it'],
    ['a lock that is no YAML', 'stages: [', '`dvc.lock` does not know it'],
    ['a commit that removed the lock', undefined, 'the commit removed it'],
  ])('%s is said', async (_, lock, reason) => {
    const { points, unread } = await history('/p/m.yaml', contents, lock, second);
    expect(points).toEqual([['commit 1', 'auc', 0.9]]);
    expect(unread).toEqual([reason]);
  });
});
