import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/base/result';
import { ok } from '../../../src/base/result';
import { buildOutcomes } from '../../../src/predictions/build-outcomes';
import type { Evaluating } from '../../../src/predictions/evaluate';
import { evaluate } from '../../../src/predictions/evaluate';
import type { Evaluation, RowCounts } from '../../../src/predictions/evaluation';
import { load } from '../../../src/predictions/load';
import type { UnreadFile } from '../../../src/predictions/read';
import type { PredictionsRequest } from '../../../src/predictions/request';
import { usableRows } from '../../../src/predictions/usable';
import { mulberry32 } from '../../../src/statistics/resampling/random';
import { largeFiles } from '../data/memory';
import { fixture } from './evaluated';
import { parquetFile } from './parquet-file';

const FLIPS = 40;
const ROWS = 6;
/** Of so many damaged files one is evaluated whole; of the others columns and rows are told. */
const EVALUATED = 9;
const SEED = 20261122;

/** The first rows of a fixture of each task. */
const TABLES = [
  'binary.csv',
  'multiclass.csv',
  'multilabel.csv',
  'multilabel-lists.csv',
  'regression.csv',
  'ranking.csv',
  'forecasting.csv',
  'horizons.csv',
  'clusters.csv',
  'weighted.csv',
].map(name => {
  const lines = fixture(name).split('\n');
  return [name, lines.slice(0, ROWS + 1).join('\n')] as const;
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const requestOf = (file: string): PredictionsRequest => ({
  files: [file],
  columns: {},
  splitRoles: [],
  slices: [],
  groups: [],
});

const readingOf = (file: string, bytes: Uint8Array): Evaluating => ({
  files: largeFiles(new Map([[file, bytes]])),
  cancellation: { cancelled: false },
  onBytes: () => undefined,
  pause: () => Promise.resolve(),
});

const evaluated = (file: string, bytes: Uint8Array): Promise<Result<Evaluation, UnreadFile>> =>
  evaluate(requestOf(file), readingOf(file, bytes));

async function rowsOf(file: string, bytes: Uint8Array): Promise<Result<RowCounts, UnreadFile>> {
  const loaded = await load(requestOf(file), readingOf(file, bytes));
  if (!loaded.ok) return loaded;
  const { outcomes } = buildOutcomes(loaded.value, requestOf(file));
  return ok(usableRows(loaded.value, outcomes).counts);
}

/** Figures of the rows that are there, or a clause; never a figure of more rows than there are. */
async function check(file: string, bytes: Uint8Array, isWhole: boolean): Promise<void> {
  const answer = isWhole ? await evaluated(file, bytes) : await rowsOf(file, bytes);
  const at = `${bytes.length} bytes: ${new TextDecoder().decode(bytes.slice(-30))}`;
  if (!answer.ok) {
    expect(answer.failure.file, at).toBe(file);
    expect(answer.failure.reason, at).toMatch(/\S{2}/);
    return;
  }
  const { rows, scores } = 'rows' in answer.value ? answer.value : { rows: answer.value, scores: [] };
  expect(rows.used, at).toBeLessThanOrEqual(ROWS + 1);
  expect(rows.used + rows.withoutLabel + rows.withoutPrediction + rows.unmatched, at).toBe(rows.read);
  for (const { interval, noInterval } of scores)
    expect((interval === undefined) !== (noInterval === undefined), at).toBe(true);
}

function* flipped(bytes: Uint8Array): Generator<Uint8Array> {
  const next = mulberry32(SEED);
  for (let flip = 0; flip < FLIPS; flip++) {
    const damaged = Uint8Array.from(bytes);
    damaged[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    yield damaged;
  }
}

describe('predictions that are cut short or damaged give figures of what is there, or say why not', () => {
  test.each(TABLES)('%s', { timeout: 120_000 }, async (name, text) => {
    const bytes = bytesOf(text);
    for (let length = 0; length < bytes.length; length++)
      await check(`/p/${name}`, bytes.slice(0, length), length % EVALUATED === 0);
    for (const [at, damaged] of [...flipped(bytes)].entries())
      await check(`/p/${name}`, damaged, at % EVALUATED === 0);
  });

  test('a Parquet file', { timeout: 120_000 }, async () => {
    const bytes = parquetFile(Array.from({ length: ROWS }, (_, at) => [at % 2, at / ROWS]));
    expect((await evaluated('/p/p.parquet', bytes)).ok).toBe(true);
    for (let length = 0; length < bytes.length; length++) {
      const answer = await rowsOf('/p/p.parquet', bytes.slice(0, length));
      expect(answer.ok, `${length} bytes`).toBe(false);
    }
    for (const damaged of flipped(bytes)) await check('/p/p.parquet', damaged, true);
  });
});
