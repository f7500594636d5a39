import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ModuleSource } from '../../src/base/source';
import { moduleOf } from '../../src/project/module';

/** Every script and notebook in the paths, as the analysis reads it. */
export function sourcesIn(paths: readonly string[]): ModuleSource[] {
  return paths.flatMap(filesIn).flatMap(file => {
    const read = moduleOf(file, readFileSync(file, 'utf8'));
    return read.ok ? [read.value.module] : [];
  });
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return filesIn(inner);
    return /\.(py|ipynb)$/.test(entry.name) ? [inner] : [];
  });
}

export function bytesOf(sources: readonly ModuleSource[]): number {
  return sources.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

/** CPU time of this process since it began, in milliseconds: what other processes do does not count. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The median over `rounds` of the CPU time of `work`, in milliseconds. */
export function timed(rounds: number, work: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = cpu();
    work();
    times.push(cpu() - before);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? NaN;
}

/** Prints what an arm has to say. */
export function answer(...numbers: readonly number[]): void {
  process.stdout.write(JSON.stringify(numbers));
}
