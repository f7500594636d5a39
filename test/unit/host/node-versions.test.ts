import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VersionsFound } from '../../../src/base/ports';
import { NEVER_CANCELLED, NO_NETWORK } from '../../../src/base/ports';
import type { Result } from '../../../src/base/result';
import { nodeVersions } from '../../../src/host/node-versions';
import { nodeFiles } from '../../../src/host/node-files';
import { createCounters } from '../../../src/project/counters';
import { createFootprints } from '../../../src/project/footprints';
import { createManifestStore } from '../../../src/project/manifests';
import { createHistoryStore, type MetricHistories } from '../../../src/project/metric-histories';
import { createMetricsStore } from '../../../src/project/metrics-store';
import { normalise } from '../../../src/project/paths';
import { createServerStore } from '../../../src/project/servers/store';

let folder = '';
const at = (path: string): string => normalise(join(folder, path));
const versions = nodeVersions(() => true);
const ask = (file: string, most = 100): Promise<Result<VersionsFound, string>> =>
  versions.of(at(file), { most, cancellation: NEVER_CANCELLED });

function git(args: readonly string[], day = 1, cwd = at('repo')): void {
  const date = `2026-10-0${day}T10:00:00Z`;
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const named = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org'];
  const { status, stderr } = spawnSync('git', [...named, ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const FILES: readonly (readonly [message: string, content: string | undefined])[] = [
  ['first: <b>bold</b> é', '{ "recall": 0.7 }\n'],
  ['better', '{ "recall": 0.8, "precision": 0.5 }\n'],
  ['gone', undefined],
  ['back as it was first', '{ "recall": 0.7 }\n'],
  ['cut short', '{ "recall": 0.'],
  ['large', `{ "recall": 0.9, "text": "${'x'.repeat(11 << 20)}" }`],
  ['last', '{ "recall": NaN }\n'],
];

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-versions-')));
  mkdirSync(at('repo/reports'), { recursive: true });
  mkdirSync(at('bare'));
  git(['init', '-q']);
  writeFileSync(
    at('repo/holdout.yaml'),
    'holdout: 1\nname: p\nmetrics: { recall: { min: 0.5 } }\nruns: [reports/m.json]\n',
  );
  FILES.forEach(([message, content], index) => {
    writeFileSync(at('repo/reports/other *.json'), `{ "n": ${index} }`);
    if (content === undefined) rmSync(at('repo/reports/m.json'));
    else writeFileSync(at('repo/reports/m.json'), content);
    git(['add', '-A', '.'], index + 1);
    git(['commit', '-qm', message], index + 1);
  });
  writeFileSync(at('repo/new.json'), '{}');
  writeFileSync(at('repo/evil.sh'), `#!/bin/sh\ntouch '${at('ran')}'\n`, { mode: 0o755 });
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'diff.external',
    'diff.evil.textconv',
    'filter.evil.smudge',
  ])
    git(['config', key, at('repo/evil.sh')]);
  mkdirSync(at('renamed'));
  git(['init', '-q'], 1, at('renamed'));
  writeFileSync(at('renamed/old.json'), '{ "recall": 0.7 }\n');
  git(['add', '-A', '.'], 1, at('renamed'));
  git(['commit', '-qm', 'first'], 1, at('renamed'));
  git(['mv', 'old.json', 'new.json'], 2, at('renamed'));
  git(['commit', '-qm', 'renamed'], 2, at('renamed'));
  git(['config', 'log.follow', 'true'], 2, at('renamed'));
  writeFileSync(at('repo/.gitattributes'), '*.json filter=evil diff=evil\n');
}, 30_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what a file was at the commits that changed it', () => {
  it('is its content, or why there is none, oldest first', async () => {
    const found = await ask('repo/reports/m.json');
    const drawn =
      found.ok &&
      found.value.versions.map(({ time, subject, content }) => [
        new Date(time).toISOString().slice(0, 10),
        subject,
        content.ok ? new TextDecoder().decode(content.value) : content.failure,
      ]);
    expect(drawn).toEqual(
      FILES.map(([message, content], index) => [
        `2026-10-0${index + 1}`,
        message,
        content === undefined
          ? 'the commit removed the file, or made a folder of it'
          : message === 'large'
            ? 'it was 11 MB, too large for metrics'
            : content,
      ]),
    );
    expect(found).toMatchObject({ value: { more: false } });
  });

  it('is the latest few, where it is many, and says that there are more', async () => {
    const found = await ask('repo/reports/m.json', 2);
    expect(found.ok && [found.value.more, found.value.versions.map(({ subject }) => subject)]).toEqual([
      true,
      ['large', 'last'],
    ]);
  });

  it('takes signs of patterns in a name for what they are', async () => {
    const found = await ask('repo/reports/other *.json');
    expect(found.ok && found.value.versions.length).toBe(FILES.length);
  });

  it('begins with the name that the file has, whatever the repository is told to follow', async () => {
    const found = await ask('renamed/new.json');
    expect(found.ok && found.value.versions.map(({ subject }) => subject)).toEqual(['renamed']);
  });

  it.each([
    ['repo/new.json', 'it was never committed'],
    ['repo/a\nb.json', 'git is not asked about names with line ends'],
    ['bare/m.json', 'it lies in no repository that git can read'],
    ['nowhere/m.json', 'it lies in no repository that git can read'],
  ])('is not known of %j', async (file, failure) => {
    expect(await ask(file)).toEqual({ ok: false, failure });
  });

  it('is not asked where the workspace is not trusted, nor by whom who cancels', async () => {
    const untrusted = nodeVersions(() => false);
    const asked = { most: 9, cancellation: NEVER_CANCELLED };
    const reason = { ok: false, failure: expect.stringMatching(/restricted mode/) as string };
    expect(await untrusted.of(at('repo/reports/m.json'), asked)).toEqual(reason);
    expect(await untrusted.head(at('repo/reports/m.json'))).toEqual(reason);
    const cancelled = await versions.of(at('repo/reports/m.json'), {
      most: 9,
      cancellation: { cancelled: true },
    });
    expect(cancelled).toEqual({ ok: false, failure: 'it was cancelled' });
  });

  it('runs nothing that the repository names', async () => {
    await ask('repo/reports/m.json');
    expect(existsSync(at('ran'))).toBe(false);
  });
});

/** What the project in a folder asks of its commits. */
async function historiesIn(root: string): Promise<() => Promise<MetricHistories | undefined>> {
  const files = nodeFiles({ roots: [root] });
  const manifests = createManifestStore(files);
  const file = `${root}/holdout.yaml`;
  await manifests.load([file]);
  const content = manifests.get(file)?.content;
  const servers = createServerStore(NO_NETWORK, { now: () => 0 });
  const metrics = createMetricsStore(createFootprints(files), servers, createCounters());
  const store = createHistoryStore(versions, metrics, files);
  return async () => (content?.ok ? store.of(content, NEVER_CANCELLED) : undefined);
}

describe('the metrics of a project over its commits', () => {
  it('are told for the files that its metrics come from, until another commit is checked out', async () => {
    const historiesNow = await historiesIn(at('repo'));
    const histories = await historiesNow();
    expect(histories?.unknown).toEqual([]);
    expect(
      histories?.files.map(({ metrics, unread }) => ({
        metrics: metrics.map(({ metric, points }) => [
          metric,
          points.map(({ subject, value }) => [subject, value]),
        ]),
        unread: unread.map(({ reason }) => reason),
      })),
    ).toEqual([
      {
        metrics: [
          [
            'recall',
            [
              [FILES[0]?.[0], 0.7],
              ['better', 0.8],
              ['back as it was first', 0.7],
              ['last', NaN],
            ],
          ],
          ['precision', [['better', 0.5]]],
        ],
        unread: [
          'the commit removed the file, or made a folder of it',
          'the file had a syntax error',
          'it was 11 MB, too large for metrics',
        ],
      },
    ]);
    expect((await historiesNow())?.files[0]).toBe(histories?.files[0]);
    writeFileSync(at('repo/reports/m.json'), '{ "recall": 0.95 }\n');
    git(['commit', '-qam', 'once more'], 8);
    const again = await historiesNow();
    expect(again?.files[0]?.metrics[0]?.points.at(-1)).toMatchObject({ subject: 'once more', value: 0.95 });
  });
});
