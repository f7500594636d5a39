import { spawnSync } from 'node:child_process';
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
  return (args, cwd = FIXTURES, env = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cli.js'), ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
}
