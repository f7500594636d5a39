/**
 * Random inputs through everything that Holdout computes, against scikit-learn and scipy, or a formula written out where these have
 * none: the largest difference of each figure, relative to theirs, and on how many inputs. Needs Python with both:
 * `PYTHON=/usr/bin/python3 npx tsx statistics.ts [INPUTS] [SEED]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BENCH, bundled, runArm } from './measure';

const [inputs = '300', seed = '1'] = process.argv.slice(2);
/** Below this a figure is compared by its absolute difference: p values of next to nothing, and what is 0 but for rounding. */
const SMALL = 1e-6;
/** More than this is more than rounding. */
const ROUNDING = 1e-9;

type Figures = Readonly<Record<string, number | string | null>>;

const folder = mkdtempSync(join(tmpdir(), 'holdout-bench-'));
try {
  const [cases, ours, theirs] = ['cases', 'ours', 'theirs'].map(name => join(folder, `${name}.json`));
  runArm(bundled('statistics'), [inputs, seed, cases ?? '', ours ?? '']);
  const { status, stderr } = spawnSync(
    process.env['PYTHON'] ?? 'python3',
    [join(BENCH, 'peers/statistics.py'), cases ?? '', theirs ?? ''],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  compare(figuresIn(ours ?? ''), figuresIn(theirs ?? ''));
} finally {
  rmSync(folder, { recursive: true });
}

function figuresIn(file: string): readonly Figures[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Figures[];
}

interface Compared {
  inputs: number;
  worst: number;
  where: string;
}

function compare(ours: readonly Figures[], theirs: readonly Figures[]): void {
  const all = new Map<string, Compared>();
  for (const [at, expected] of theirs.entries())
    for (const [name, value] of Object.entries(expected)) {
      const own = ours[at]?.[name];
      const difference = differenceOf(numberIn(own), numberIn(value));
      const one = all.get(name) ?? { inputs: 0, worst: 0, where: '' };
      all.set(name, one);
      one.inputs++;
      if (difference <= one.worst) continue;
      one.worst = difference;
      one.where = `input ${at}: ${String(own)} v ${String(value)}`;
    }
  for (const [name, { inputs: count, worst, where }] of [...all].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `${name.padEnd(34)} ${String(count).padStart(5)}  ${worst.toExponential(1)}${worst > ROUNDING ? `  ${where}` : ''}`,
    );
  const beyond = [...all.values()].filter(({ worst }) => worst > ROUNDING).length;
  console.log(`${all.size} figures, ${beyond} of them more than ${ROUNDING} apart`);
}

/** JSON has no NaN. */
function numberIn(value: number | string | null | undefined): number {
  return value === null || value === undefined ? NaN : Number(value);
}

function differenceOf(own: number, expected: number): number {
  if (Object.is(own, expected) || own === expected) return 0;
  if (!Number.isFinite(own) || !Number.isFinite(expected)) return Infinity;
  return Math.abs(own - expected) / Math.max(Math.abs(expected), SMALL);
}
