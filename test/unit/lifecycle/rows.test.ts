import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { builtinLifecycle } from '../../../src/lifecycle/builtins';
import { program } from '../cli/program';
import { JUDGED, ROWS } from './rows/lifecycles';
import type { Fact, Given, Judged, Row } from './rows/row';
import { together } from './rows/row';

const run = program();

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-rows-')));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly outcome: string;
  readonly reason: string;
}

describe.each(Object.entries(ROWS))('%s', (lifecycle, rows) => {
  const paths = Object.keys(rows);
  const answers = new Map<string, Answer>();

  it('has three projects for each of its criteria, and for no other', () => {
    const { stages = [], groups = [] } = builtinLifecycle(lifecycle) ?? {};
    const known = [...stages, ...groups].flatMap(stage =>
      stage.criteria.map(({ id }) => `${stage.id}/${id}`),
    );
    expect([...paths].sort()).toEqual(known.sort());
  });

  beforeAll(() => {
    const asked = { read: [] as string[], run: [] as string[] };
    for (const [path, row] of Object.entries(rows)) {
      for (const outcome of JUDGED) {
        const fact = row[outcome];
        asked[fact.runs ? 'run' : 'read'].push(write(lifecycle, { path, outcome, row, fact }));
      }
    }
    collect(answers, ['status', ...asked.read, '--format', 'json']);
    if (asked.run.length > 0)
      collect(answers, ['status', ...asked.run, '--run-commands', '--format', 'json']);
  }, 120_000);

  const cases = Object.entries(rows).flatMap(([path, row]) =>
    JUDGED.map(outcome => [path, outcome, row[outcome].says] as const),
  );

  it.each(cases)('%s is %s: %s', (path, outcome) => {
    const answer = answers.get(`${folderOf(lifecycle, path, outcome)}:${path}`);
    expect(answer?.outcome, answer?.reason).toBe(outcome);
  });
});

const folderOf = (lifecycle: string, path: string, outcome: Judged): string =>
  `${lifecycle}/${path.replace('/', '-')}/${outcome}`;

interface Project {
  readonly path: string;
  readonly outcome: Judged;
  readonly row: Row;
  readonly fact: Fact;
}

/** Writes a project, and gives its folder. */
function write(lifecycle: string, { path, outcome, row, fact }: Project): string {
  const { manifest, files = {}, committed } = together(row.base, fact);
  const root = join(folder, folderOf(lifecycle, path, outcome));
  const written: NonNullable<Given['files']> = {
    'holdout.yaml': stringify({ version: 1, name: path, lifecycle, ...manifest }),
    ...files,
  };
  for (const [name, content] of Object.entries(written)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(root, name), content);
    else symlinkSync(content.link, join(root, name));
  }
  if (committed !== undefined) commit(root, committed);
  return root;
}

function commit(root: string, day: Given['committed']): void {
  const time = `${day ?? ''}T12:00:00Z`;
  const env = { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
  const git = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync('git', ['-C', root, ...args], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '--quiet');
  git('add', '.');
  git(
    '-c',
    'user.name=r.ahn',
    '-c',
    'user.email=r.ahn@example.org',
    'commit',
    '--quiet',
    '--message',
    'data',
  );
}

interface StatusJson {
  readonly root: string;
  readonly projects: readonly {
    readonly file: string;
    readonly stages: readonly Stage[];
    readonly groups: readonly Stage[];
  }[];
}

interface Stage {
  readonly id: string;
  readonly criteria: readonly ({ readonly id: string } & Answer)[];
}

function collect(answers: Map<string, Answer>, args: readonly string[]): void {
  const { out, err } = run(args, folder);
  if (out === '') throw new Error(err);
  for (const { file, stages, groups } of (JSON.parse(out) as StatusJson).projects) {
    for (const stage of [...stages, ...groups]) {
      for (const { id, outcome, reason } of stage.criteria) {
        answers.set(`${dirname(file)}:${stage.id}/${id}`, { outcome, reason });
      }
    }
  }
}
