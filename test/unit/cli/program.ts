import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { entries } from '../../../scripts/entries';
import { ROOT } from '../../support/sources';

export const FIXTURES = join(ROOT, 'test/fixtures/cli');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line as a program: bundled as it is shipped, and run as a process of its own. */
export function program(): (args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv) => Run {
  const script = bundled();
  return (args, cwd = FIXTURES, env = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script(), ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
}

/** The same beside the test, which can serve it meanwhile. */
export function programBeside(): (
  args: readonly string[],
  cwd: string,
  env?: NodeJS.ProcessEnv,
) => Promise<Run> {
  const script = bundled();
  return (args, cwd, env = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script(), ...args], { cwd, env: { ...process.env, ...env } });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.on('error', reject).on('close', code => resolve({ code, out, err }));
    });
}

/** Bundles it before the tests; gives its path. */
function bundled(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'holdout-cli-'));
    const entry = entries(ROOT).find(({ entryPoints }) => 'cli' in Object(entryPoints));
    await build({
      ...entry,
      absWorkingDir: ROOT,
      bundle: true,
      outdir: folder,
      logLevel: 'error',
      loader: { '.md': 'text', '.yaml': 'text' },
    });
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => join(folder, 'cli.js');
}
