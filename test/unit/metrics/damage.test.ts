import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../src/base/result';
import { readMetricsFile } from '../../../src/metrics/read-file';
import { openStream } from '../../../src/metrics/read';
import type { MetricTable } from '../../../src/metrics/table';
import { readRunFiles } from '../../../src/project/run-files';
import { ROOT } from '../../support/sources';
import { memoryFiles } from '../project/memory-files';

const FOLDER = join(ROOT, 'test/fixtures/metrics/files');
const SEED = 20261121;
const FLIPS = 200;

const all = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name !== 'expected.json')
  .map(entry => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
  .sort();
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, path)));
const FOLDERS = ['mlruns/', 'dvc/', 'dvclive/'];
const single = all.filter(path => !FOLDERS.some(folder => path.startsWith(folder)));
const inFolders = all.filter(path => FOLDERS.some(folder => path.startsWith(folder)));

/** Every length of a small file; of a larger one those near its ends and the borders of blocks, and some between. */
function lengthsOf(size: number): readonly number[] {
  const every = Array.from({ length: size }, (_, length) => length);
  if (size < 5000) return every;
  return every.filter(at => at < 120 || size - at < 120 || Math.abs(at - 32768) < 20 || at % 997 === 0);
}

/** mulberry32: the same flips on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function* flipped(bytes: Uint8Array): Generator<Uint8Array> {
  const next = random(SEED);
  for (let flip = 0; flip < FLIPS; flip++) {
    const damaged = Uint8Array.from(bytes);
    damaged[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    yield damaged;
  }
}

function* damaged(bytes: Uint8Array): Generator<Uint8Array> {
  for (const length of lengthsOf(bytes.length)) yield bytes.slice(0, length);
  yield* flipped(bytes);
}

/** What is wrong with an answer, if anything: nothing read and nothing said, or values of no run. */
function fault({ value: { runs, values, series = [] }, problems }: Parsed<MetricTable>): string | undefined {
  if (values.length === 0 && problems.length === 0) return 'silence';
  const ids = new Set(runs.map(({ id }) => id));
  if ([...values, ...series].some(({ run }) => !ids.has(run))) return 'a value of no run';
  if (series.some(({ steps, values: all }) => steps.length !== all.length)) return 'steps without values';
  const places = [...values, ...problems].map(({ place }) => place.range.start);
  return places.every(({ line, column }) => line >= 0 && column >= 0) ? undefined : 'a place that is none';
}

describe('a file that is cut short or damaged gives values, or a problem with its place', () => {
  it.each(single)('%s', { timeout: 60_000 }, async path => {
    for (const bytes of damaged(bytesOf(path))) {
      const read = await readMetricsFile(`/p/${path}`, bytes);
      expect(
        fault(read),
        `${bytes.length} bytes: ${new TextDecoder().decode(bytes.slice(-40))}`,
      ).toBeUndefined();
    }
  });

  it.each(inFolders)('%s, in the folder of its run', { timeout: 60_000 }, async path => {
    const whole = Object.fromEntries(inFolders.map(name => [`/p/${name}`, bytesOf(name)]));
    for (const bytes of damaged(bytesOf(path))) {
      const files = memoryFiles({ ...whole, [`/p/${path}`]: bytes });
      const { table, problems, skipped } = await readRunFiles({ files }, [`/p/${path.split('/')[0] ?? ''}`]);
      const read = { value: table, problems };
      expect(skipped.length > 0 ? undefined : fault(read), `${bytes.length} bytes`).toBeUndefined();
    }
  });
});

describe('a file that is read in pieces', () => {
  const logs = single.filter(path => openStream(`/p/${path}`) !== undefined && !/long|free/.test(path));

  it.each(logs)('%s: however it is cut, is read as it is at once', path => {
    const bytes = bytesOf(path);
    const readIn = (sizes: () => number): string => {
      const stream = openStream(`/p/${path}`);
      for (let at = 0; at < bytes.length;) {
        const size = Math.max(1, sizes());
        stream?.push(bytes.slice(at, at + size));
        at += size;
      }
      return JSON.stringify(stream?.end(), (_, value: unknown) =>
        typeof value === 'number' ? String(value) : value,
      );
    };
    const whole = readIn(() => bytes.length);
    expect(whole).toContain('"values"');
    const next = random(SEED);
    for (const cut of [() => 1, () => 7, () => Math.ceil(next() * 100), () => 32768])
      expect(readIn(cut)).toBe(whole);
  });
});
