import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HARNESS = import.meta.dirname;

/** Where an installed VS Code server lies, and the Node that runs it. */
export interface Harness {
  readonly node: string;
  /** `server-main.js`. */
  readonly server: string;
  /** VS Code's own version. */
  readonly version: string;
}

/**
 * Installs the VS Code server from packages unless this lockfile's is there already. Nothing is built: install scripts
 * stay off, and three small stubs (`stubs/`) stand for native modules.
 */
export function ensureHarness(log: (line: string) => void = console.log): Harness {
  const stamp = join(HARNESS, 'node_modules/.holdout-stamp');
  const wanted = fingerprint();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    log('Installing VS Code for tests and demos (about 320 MB, once) …');
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: HARNESS,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm ci in test/harness failed with status ${String(status)}`);
    linkModules();
    writeFileSync(stamp, wanted);
  }
  const root = join(HARNESS, 'node_modules/code-server/lib/vscode');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { node: process.execPath, server: join(root, 'out/server-main.js'), version };
}

/** The web client fetches `/static/node_modules/*` from below the server's own folder. */
function linkModules(): void {
  const link = join(HARNESS, 'node_modules/code-server/lib/vscode/node_modules');
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync('../../..', link, 'junction');
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(HARNESS, file)));
  return hash.digest('hex');
}
