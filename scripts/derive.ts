/**
 * Runs every `derive-….ts` beside it; the rules first, because the others read the registry. `--check` only tells
 * whether something would change.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const FIRST = 'derive-rules.ts';

const scripts = readdirSync(import.meta.dirname).filter(
  name => /^derive-.*\.ts$/.test(name) && name !== FIRST,
);
for (const script of [FIRST, ...scripts.sort()]) {
  const args = ['--import', 'tsx', join(import.meta.dirname, script), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
