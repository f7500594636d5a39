/**
 * A report of 10,000 runs and a million predictions: how long the server's thread is taken at a time, in CPU time, while runs are
 * read, criteria judged and the report is made; and how big the report is. On Linux alone.
 *
 *     npx tsx report.ts [--keep <file>]        keeps the report there, as the page receives it
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled, inTurn, runArm } from './measure';
import { makePredictions, makeStore } from './store';

const ROUNDS = 3;
const WORDS = [
  'the runs are read, and criteria judged',
  'the report is made',
  'the predictions are evaluated',
  'criteria are judged again',
  'the report is made again',
  'one run changes, and criteria are judged',
  'the report is made once more',
];

const folder = mkdtempSync(join(tmpdir(), 'holdout-report-'));
try {
  makeStore(folder);
  makePredictions(folder);
  const arm = bundled('report');
  const threads = ['metrics-worker', 'data-worker'].map(name => bundled(name, '../src/host'));
  const [numbers = []] = inTurn([() => runArm(arm, [folder, ...threads])], ROUNDS);
  WORDS.forEach((words, at) => {
    const [longest = NaN, took = NaN] = numbers.slice(2 * at, 2 * at + 2);
    console.log(`${words}: at most ${longest.toFixed(0)} ms at a time, in ${took.toFixed(0)} ms`);
  });
  const [flag, kept] = process.argv.slice(2);
  if (flag === '--keep' && kept !== undefined) copyFileSync(join(folder, 'report.json'), kept);
  console.log(`the report: ${((numbers.at(-1) ?? NaN) / 1024).toFixed(0)} kB`);
} finally {
  rmSync(folder, { recursive: true });
}
