/** A project of 10,000 runs of MLflow and a million predictions. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mulberry32 } from '../src/statistics/resampling/random';

export const RUNS = 10_000;
const ROWS = 1_000_000;
const STEPS = 20;
const START = Date.UTC(2026, 0, 1);

const MANIFEST = `version: 1
name: Ten thousand runs
task: binary
data:
  target: { column: y_true, positive: 1 }
  predictions: { path: predictions.csv, y_true: y_true, y_score: y_score, id: id }
metrics:
  recall: { min: 0.9, baseline: 0.5, split: test }
  precision: { min: 0.8, split: test }
  accuracy: { min: 0.9, baseline: 0.9, split: test }
  f1: { min: 0.8, split: test }
  recall_gap: { expr: "recall[split=train] - recall[split=test]", max: 0.05 }
runs:
  - { path: mlruns, pick: best }
`;

const METRICS = ['test_recall', 'train_recall', 'test_precision', 'test_accuracy', 'test_f1'];
const PARAMS = ['C', 'solver', 'max_iter', 'class_weight', 'seed'];

export function makeStore(folder: string, runs = RUNS): void {
  const random = mulberry32(7);
  const experiment = join(folder, 'mlruns/1');
  put(join(folder, 'holdout.yaml'), MANIFEST);
  put(join(experiment, 'meta.yaml'), "experiment_id: '1'\nname: triage\nlifecycle_stage: active\n");
  for (let run = 0; run < runs; run++) writeRun(join(experiment, idOf(run)), run, random);
}

export function idOf(run: number): string {
  return run.toString(16).padStart(32, '0');
}

/** Writes the metrics of a run, which differ from one call to the next. */
export function writeMetrics(folder: string, random: () => number, time = START): void {
  mkdirSync(join(folder, 'metrics'), { recursive: true });
  for (const name of METRICS)
    writeFileSync(join(folder, 'metrics', name), `${time} ${0.7 + 0.3 * random()} 0\n`);
  const losses = Array.from({ length: STEPS }, (_, step) => `${time + step} ${1 / (step + 1)} ${step}\n`);
  writeFileSync(join(folder, 'metrics/loss'), losses.join(''));
}

function writeRun(folder: string, run: number, random: () => number): void {
  const time = START + run * 60_000;
  writeMetrics(folder, random, time);
  put(join(folder, 'meta.yaml'), metaOf(run, time));
  for (const name of PARAMS) put(join(folder, 'params', name), String(Math.floor(100 * random())));
  put(join(folder, 'tags/mlflow.runName'), `run-${run}`);
  put(join(folder, 'tags/mlflow.user'), 'ana');
  put(join(folder, 'tags/mlflow.source.git.commit'), run.toString(16).padStart(40, 'a'));
}

function metaOf(run: number, time: number): string {
  const lines = [
    `artifact_uri: file:///x/${idOf(run)}/artifacts`,
    `end_time: ${time + 30_000}`,
    "experiment_id: '1'",
    'lifecycle_stage: active',
    `run_id: '${idOf(run)}'`,
    `run_name: run-${run}`,
    `start_time: ${time}`,
    'status: 3',
    'tags: []',
    'user_id: ana',
  ];
  return `${lines.join('\n')}\n`;
}

export function makePredictions(folder: string, rows = ROWS): void {
  const random = mulberry32(1);
  const file = openSync(join(folder, 'predictions.csv'), 'w');
  writeSync(file, 'id,y_true,y_score\n');
  for (let from = 0; from < rows; from += 10_000) writeSync(file, rowsFrom(from, random));
  closeSync(file);
}

function rowsFrom(from: number, random: () => number): string {
  const lines = Array.from({ length: 10_000 }, (_, at) => {
    const truth = Number(random() < 0.1);
    return `${from + at},${truth},${Math.min(1, 0.3 * truth + 0.7 * random()).toFixed(6)}\n`;
  });
  return lines.join('');
}

function put(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
