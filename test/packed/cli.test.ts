import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../harness/paths';
import type { Workspace } from '../harness/workspace';
import { writeWorkspace } from '../harness/workspace';

const LEAK = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("data.csv")
X = StandardScaler().fit_transform(frame.drop(columns="y"))
X_train, X_test, y_train, y_test = train_test_split(X, frame["y"], random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
`;

let cache: string;
let tarball: string;
let workspace: Workspace;

beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), 'holdout-cache-'));
  workspace = writeWorkspace('packed', { 'leak.py': LEAK, 'clean.py': 'print("nothing here")\n' });
  const target = ['--pack-destination', workspace.folder];
  const packed = spawnSync('npm', ['pack', '--json', '--ignore-scripts', ...target], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  tarball = `./${filename}`;
});

afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
  workspace.remove();
});

/** As a user types it, with nothing to fetch from and nothing cached. */
function npx(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const options = ['--yes', '--offline', '--cache', cache, '--loglevel', 'error'];
  return spawnSync('npx', [...options, tarball, ...args], {
    cwd: workspace.folder,
    encoding: 'utf8',
    env: withoutNpm(process.env),
  });
}

/** Run by `npm test`, npx would take the project itself for the package that is asked for. */
function withoutNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('npm_')));
}

describe('npx with the packed tarball', () => {
  it('finds what is wrong with a script', () => {
    const { status, stdout, stderr } = npx('check', 'leak.py');
    expect(stderr).toBe('');
    expect(stdout).toContain('leak.py:7');
    expect(stdout).toContain('fit-before-split');
    // Scaling ahead of the split is told, and does not fail a build: it is no error.
    expect(status).toBe(0);
  });

  it('exits with 0 where nothing is wrong', () => {
    expect(npx('check', 'clean.py').status).toBe(0);
  });

  it('exits with 2 where there is nothing to read', () => {
    const { status, stderr } = npx('check', 'missing.py');
    expect(stderr).toContain('missing.py');
    expect(status).toBe(2);
  });

  it('prints the JSON that it promises', () => {
    const { stdout } = npx('check', '--format', 'json', '--fail-on', 'never', 'leak.py');
    const report = JSON.parse(stdout) as {
      version: number;
      findings: { file: string; rule: string; start: object }[];
    };
    expect(report.findings).toContainEqual(
      expect.objectContaining({ file: 'leak.py', rule: 'fit-before-split' }),
    );
  });

  it('finds what only some commands need', () => {
    const { status, stdout, stderr } = npx('explain', 'fit-before-split');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('# `fit-before-split`');
  });

  it('knows its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(npx('--version').stdout.trim()).toContain(version);
  });
});
