import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeGit } from '../../../src/host/node-git';
import { normalise } from '../../../src/project/paths';

let folder = '';
const at = (path: string) => normalise(join(folder, path));
const { lastChange } = nodeGit(() => true);

function git(args: readonly string[], cwd = at('repo')): void {
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: '2026-10-01T10:00:00Z',
    GIT_COMMITTER_DATE: '2026-10-01T10:00:00Z',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const named = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org'];
  const { status, stderr } = spawnSync('git', [...named, ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-git-')));
  mkdirSync(at('repo/data'), { recursive: true });
  mkdirSync(at('bare'));
  git(['init', '-q']);
  writeFileSync(at('repo/data/a b.csv'), 'x\n');
  writeFileSync(at('repo/changed.csv'), 'x\n');
  git(['add', '.']);
  git(['commit', '-qm', 'first']);
  writeFileSync(at('repo/changed.csv'), 'y\n');
  writeFileSync(at('repo/new.csv'), 'x\n');
  // Git would run this for nearly every question, were it not told otherwise.
  writeFileSync(at('repo/evil.sh'), `#!/bin/sh\ntouch '${at('ran')}'\n`, { mode: 0o755 });
  git(['config', 'core.fsmonitor', at('repo/evil.sh')]);
  git(['config', 'core.pager', at('repo/evil.sh')]);
  git(['config', 'filter.evil.clean', at('repo/evil.sh')]);
  writeFileSync(at('repo/.gitattributes'), '*.csv filter=evil\n');
  git(['clone', '-q', '--depth', '1', `file://${at('repo')}`, at('shallow')], folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const TIME = Date.UTC(2026, 9, 1, 10);

describe('when a file was last committed', () => {
  it.each([
    ['repo/data/a b.csv', { ok: true, value: { time: TIME, modified: false } }],
    ['repo/changed.csv', { ok: true, value: { time: TIME, modified: true } }],
    ['repo/new.csv', { ok: false, failure: 'it was never committed' }],
    ['repo/none.csv', { ok: false, failure: 'it was never committed' }],
    ['bare/a.csv', { ok: false, failure: 'it lies in no repository that git can read' }],
    ['nowhere/a.csv', { ok: false, failure: expect.stringMatching(/no repository/) as string }],
    ['shallow/data/a b.csv', { ok: false, failure: expect.stringMatching(/clone is shallow/) as string }],
  ])('%s', async (path, answer) => {
    expect(await lastChange(at(path))).toEqual(answer);
  });

  it('runs nothing that the repository names', async () => {
    await lastChange(at('repo/changed.csv'));
    expect(existsSync(at('ran'))).toBe(false);
  });

  it('is not asked where the workspace is not trusted', async () => {
    const asked = await nodeGit(() => false).lastChange(at('repo/changed.csv'));
    expect(asked).toEqual({ ok: false, failure: expect.stringMatching(/restricted mode/) as string });
  });
});
