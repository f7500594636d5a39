/**
 * A file of a million predictions: read, all figures of two classes with their intervals (1,000 replicates, DeLong), against
 * pandas and scikit-learn, which compute one ROC AUC and 1,000 replicates of it; theirs are extrapolated from five. Needs Python
 * with both: `PYTHON=/usr/bin/python3 npx tsx predictions.ts`.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mulberry32 } from '../src/statistics/resampling/random';
import { BENCH, bundled, runArm } from './measure';

const ROWS = 1_000_000;

async function writeRows(file: string): Promise<void> {
  const random = mulberry32(1);
  const out = createWriteStream(file);
  out.write('id,y_true,y_score\n');
  for (let from = 0; from < ROWS; from += 10_000) {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const truth = Number(random() < 0.1);
      const score = Math.min(1, Math.max(0, 0.3 * truth + 0.7 * random()));
      return `${from + at},${truth},${score.toFixed(6)}\n`;
    });
    if (!out.write(rows.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function python(file: string): number[] {
  const { status, stdout, stderr } = spawnSync(
    process.env['PYTHON'] ?? 'python3',
    [join(BENCH, 'arms/predictions.py'), file],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as number[];
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-bench-'));
  try {
    const file = join(folder, 'predictions.csv');
    await writeRows(file);
    const [own = NaN, area = NaN] = runArm(bundled('predictions'), [file]);
    const [theirs = NaN, peer = NaN, plain = NaN] = python(file);
    console.log(`Holdout, everything: ${(own / 1000).toFixed(1)} s; ROC AUC ${area.toFixed(9)}`);
    console.log(`pandas and scikit-learn, one ROC AUC: ${(plain / 1000).toFixed(1)} s; ${peer.toFixed(9)}`);
    console.log(
      `the same with 1,000 replicates, from five: ${(theirs / 1000).toFixed(0)} s; ${(theirs / own).toFixed(1)} times as long`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
