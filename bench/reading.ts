/**
 * Reading metrics beside what Python programs read them with: CPU time in processes of their own, in turn.
 *
 *     npx tsx reading.ts        needs python3 with pandas and PyYAML
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BENCH, bundled, inTurn, ratio, runArm } from './measure';

const ROUNDS = 3;
const CASES = [
  ['steps', 'steps', '1,000,000 steps of a metric in a store of MLflow ÷ the same lines by a loop in Python'],
  ['store', 'store', '2,000 runs of a store (16 files each) ÷ the same by PyYAML in C and a loop in Python'],
  ['table', 'log.csv', '1,000,000 rows of a log in CSV, kept as series ÷ pandas.read_csv'],
  ['database', 'mlflow.db', '2,000 runs, 200,000 points in SQLite ÷ sqlite3 of Python, fetching rows alone'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'holdout-reading-'));
try {
  python('make');
  const ours = bundled('reading');
  for (const [what, path, label] of CASES) {
    const [mine = [], theirs = []] = inTurn(
      [() => runArm(ours, [join(folder, path)]), () => JSON.parse(python(what)) as number[]],
      ROUNDS,
    );
    const [time = NaN, memory = NaN, points = NaN] = mine;
    const [otherTime = NaN, otherMemory = NaN, otherPoints = NaN] = theirs;
    console.log(label);
    console.log(
      `  time ${ratio(time, otherTime)}   memory ${ratio(memory, otherMemory)}   (${time.toFixed(2)} s, ${memory.toFixed(0)} MB; ${points} and ${otherPoints} points)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function python(what: string): string {
  const { status, stdout, stderr } = spawnSync(
    '/usr/bin/python3',
    [join(BENCH, 'peers/reading.py'), what, folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
