import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export const BENCH = import.meta.dirname;
export const ROOT = join(BENCH, '..');

/** Bundles a script of `arms/`, or of another folder, as the project's own code is bundled; others' packages stay what they are. */
export function bundled(arm: string, from = 'arms'): string {
  const folder = join(BENCH, 'node_modules/.arms');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${arm}.cjs`);
  const external = ['@astral-sh/ruff-wasm-nodejs', 'pyright'];
  const entryPoints = [join(BENCH, from, `${arm}.ts`)];
  buildSync({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external,
    // Several of our libraries have a UMD `main`, whose `require` a bundler cannot follow.
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}

/** Runs one arm in a process of its own, so that arms do not train each other's code or fill each other's heap. */
export function runArm(file: string, args: readonly string[], flags: readonly string[] = []): number[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, file, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${file} failed: ${stderr}`);
  return JSON.parse(stdout) as number[];
}

/** Runs the arms in turn, `rounds` times, and gives for each position of their answers the median. */
export function inTurn(arms: readonly (() => number[])[], rounds: number): number[][] {
  const answers = arms.map((): number[][] => []);
  for (let round = 0; round < rounds; round++) arms.forEach((arm, i) => answers[i]?.push(arm()));
  return answers.map(runs => (runs[0] ?? []).map((_, at) => median(runs.map(run => run[at] ?? NaN))));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

/** The paths on the command line, or what the project has of its own. */
export function pathsGiven(): string[] {
  const given = process.argv.slice(2);
  return given.length > 0 ? given : [join(ROOT, 'examples'), join(ROOT, 'test/fixtures/rules')];
}
