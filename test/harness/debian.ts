import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** May this process install Debian's packages? */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages of Debian; whoever asked looks whether they are there. */
export function install(...packages: readonly string[]): void {
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

function apt(...args: readonly string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
