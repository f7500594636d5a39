import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEVER_CANCELLED } from '../../../src/base/ports';
import type { LargeFiles } from '../../../src/base/ports';
import { ok } from '../../../src/base/result';
import type { DataProfile } from '../../../src/data/profile';
import type { FileCache } from '../../../src/data/file-cache';
import { profileTables } from '../../../src/data/profile-tables';
import type { DataRequest } from '../../../src/data/request';
import { csvReader } from '../../../src/data/table/csv';
import { addRows, startAdding } from '../../../src/data/summary/add-rows';
import { createSummary, mergeSummaries } from '../../../src/data/summary/summary';
import { splitProfile } from '../../../src/data/audit/split-profile';
import { estimateDistinct, createSketch, addToSketch } from '../../../src/data/summary/distinct';
import { addKey, createKeyTable, MAX_KEYS, mergeKeys } from '../../../src/data/summary/key-table';
import { createHasher, keyOf } from '../../../src/data/summary/hash';
import { sharedKeys } from '../../../src/data/audit/shared';
import { addSampled, createSample, hashOfRow, sampledRows } from '../../../src/data/summary/sample';
import { bytesOf, largeFiles } from './memory';

const PLAN = {
  compared: ['a', 'b'],
  target: 'y',
  time: 'd',
  groups: ['b'],
  annotators: ['a', 'b'],
  notFeatures: [],
};

/** The profile of a text read in pieces of so many bytes. */
function profiled(text: string, piece: number) {
  const bytes = bytesOf(text);
  const reader = csvReader();
  const summary = createSummary(PLAN);
  const adding = startAdding(PLAN);
  let first = 0;
  for (let at = 0; at <= bytes.length; at += piece) {
    const batch = at < bytes.length ? reader.push(bytes.subarray(at, at + piece)) : reader.end();
    if (!batch.ok) return batch.failure;
    if (batch.value) {
      const { value } = batch;
      addRows(
        summary,
        adding,
        value,
        Array.from({ length: value.rows }, (_, i) => i),
        first,
      );
      first += value.rows;
    }
    if (at < bytes.length && at + piece > bytes.length) at = bytes.length - piece;
  }
  return splitProfile({ name: 's', role: 'train', files: ['/w/s.csv'], summary });
}

const cell = fc.constantFrom('', '1', '2.5', 'NA', 'x', '"q,\n"', 'true', '2026-01-03', '7e3', 'é');
const rows = fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 40 });
const text = rows.map(all => ['a,b,d,y', ...all.map(row => row.join(','))].join('\r\n'));

describe('a profile', () => {
  it('is the same however the bytes are cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (content, piece) => {
        expect(profiled(content, piece)).toEqual(profiled(content, 1_000_000));
      }),
      { numRuns: 60 },
    );
  });

  it('of parts that are merged is that of the whole, but for where rows stand', () => {
    fc.assert(
      fc.property(rows, rows, (one, two) => {
        const part = (all: readonly (readonly string[])[]) => {
          const summary = createSummary(PLAN);
          const cells = [0, 1, 2, 3].map(column => all.map(row => (row[column] ?? '').replaceAll('"', '')));
          const batch = {
            columns: ['a', 'b', 'd', 'y'],
            cells,
            rows: all.length,
            at: all.map(() => 1),
            short: 0,
          };
          addRows(
            summary,
            startAdding(PLAN),
            batch,
            all.map((_, i) => i),
            0,
          );
          return summary;
        };
        const merged = createSummary(PLAN);
        mergeSummaries(merged, part(one), 0);
        mergeSummaries(merged, part(two), 0);
        const profileOf = (summary: ReturnType<typeof part>) =>
          splitProfile({ name: 's', role: 'train', files: ['/w/s.csv'], summary });
        expect(profileOf(merged)).toEqual(profileOf(part([...one, ...two])));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is kept of many values', () => {
  const hasher = createHasher();
  const keyFor = (value: number): number => {
    hasher.hash(0, value);
    return keyOf(hasher.low, hasher.high);
  };

  it('estimates their number within a few per cent', () => {
    for (const count of [10, 1_000, 100_000]) {
      const sketch = createSketch();
      for (let value = 0; value < count; value++) {
        hasher.hash(7, value);
        addToSketch(sketch, hasher.low, hasher.high);
      }
      expect(Math.abs(estimateDistinct(sketch) / count - 1)).toBeLessThan(0.06);
    }
  });

  it('samples keys beyond the limit alike in both tables, so that shares stay right', () => {
    const [a, b] = [createKeyTable(), createKeyTable()];
    for (let value = 0; value < MAX_KEYS + 200_000; value++) addKey(a, keyFor(value), value, 0);
    // Every second one of b is in a.
    for (let value = 0; value < 100_000; value++) addKey(b, keyFor(value % 2 ? value : -value - 1), value, 0);
    expect(a.level).toBe(1);
    const shared = sharedKeys({ keys: a, files: ['a'] }, { keys: b, files: ['b'] });
    expect(shared.exact).toBe(false);
    expect(shared.rows / shared.of).toBeCloseTo(0.5, 1);
    const merged = createKeyTable();
    mergeKeys(merged, a, 0);
    expect([merged.level, merged.size, merged.total]).toEqual([a.level, a.size, a.total]);
  });

  it('samples rows by their numbers alone', () => {
    const add = (batch: number) => {
      const sample = createSample();
      for (let first = 0; first < 300_000; first += batch) {
        const indices = Array.from({ length: Math.min(batch, 300_000 - first) }, (_, i) => i);
        const kept = sampledRows(sample, indices, first);
        addSampled(
          sample,
          kept.map(index => hashOfRow(first + index)),
          new Map([['x', kept.map(index => first + index)]]),
        );
      }
      return sample;
    };
    const [small, large] = [add(977), add(50_000)];
    expect(small.level).toBeGreaterThan(0);
    expect(small).toEqual(large);
  });
});

describe('reading again', () => {
  const request: DataRequest = {
    tables: [
      { name: 'train', role: 'train', files: ['/w/a.csv', '/w/b.csv'] },
      { name: 'test', role: 'test', files: ['/w/c.csv'] },
    ],
    groups: [],
    annotators: [],
    ids: [],
    drift: [],
  };
  const contents = new Map([
    ['/w/a.csv', 'x,y\n1,2\n3,4\n'],
    ['/w/b.csv', 'x,y\n5,6\n'],
    ['/w/c.csv', 'x,y\n7,8\n'],
  ]);

  const counting = (): { readonly files: LargeFiles; readonly bytes: Map<string, number> } => {
    const bytes = new Map<string, number>();
    const files: LargeFiles = {
      open: async path => {
        const opened = await largeFiles(contents).open(path);
        if (!opened.ok) return opened;
        const { value } = opened;
        const read = (start: number, end: number) => {
          bytes.set(path, (bytes.get(path) ?? 0) + 1);
          return value.read(start, end);
        };
        return ok({ ...value, read });
      },
    };
    return { files, bytes };
  };

  it('takes apart only what changed, and gives what a fresh reading gives', async () => {
    const { files, bytes } = counting();
    const cache: FileCache = new Map();
    const profile = (kept: FileCache): Promise<DataProfile> =>
      profileTables(request, {
        files,
        cache: kept,
        cancellation: NEVER_CANCELLED,
        onProgress: () => undefined,
      });
    await profile(cache);
    contents.set('/w/b.csv', 'x,y\n7,8\n5,66\n');
    bytes.clear();
    const again = await profile(cache);
    // Its first rows are looked at each time.
    expect([...bytes]).toEqual([
      ['/w/a.csv', 1],
      ['/w/b.csv', 2],
      ['/w/c.csv', 1],
    ]);
    expect(again).toEqual(await profile(new Map()));
    expect(again.pairs[0]?.rows?.first).toEqual({
      earlier: { file: '/w/b.csv', row: 2 },
      later: { file: '/w/c.csv', row: 2 },
    });
  });

  it('has one file open at a time, of however many a table is made', async () => {
    const many = new Map(Array.from({ length: 300 }, (_, at) => [`/w/${at}.csv`, `x\n${at}\n`] as const));
    const disk = largeFiles(many);
    let [open, most] = [0, 0];
    const files: LargeFiles = {
      open: async path => {
        const file = await disk.open(path);
        most = Math.max(most, ++open);
        if (!file.ok) return file;
        return ok({ ...file.value, close: () => (open--, file.value.close()) });
      },
    };
    const tables = [{ name: 'train', role: 'train', files: [...many.keys()] }] as const;
    const profile = await profileTables(
      { ...request, tables },
      { files, cache: new Map(), cancellation: NEVER_CANCELLED, onProgress: () => undefined },
    );
    expect(profile.splits[0]?.rows).toBe(300);
    expect({ open, most }).toEqual({ open: 0, most: 1 });
  });

  it('takes no file for the one whose first rows it has seen', async () => {
    const own = new Map([['/w/a.csv', 'x,y\n1,2\n']]);
    const disk = largeFiles(own);
    let opened = 0;
    const files: LargeFiles = {
      open: path => {
        if (opened++ === 1) own.set(path, 'x,y,z\n1,2,3\n4,5,6\n');
        return disk.open(path);
      },
    };
    const tables = [{ name: 'train', role: 'train', files: ['/w/a.csv'] }] as const;
    const profile = await profileTables(
      { ...request, tables },
      { files, cache: new Map(), cancellation: NEVER_CANCELLED, onProgress: () => undefined },
    );
    expect(profile.unread.map(({ reason }) => reason)).toEqual([
      'it changed while it was read; it will be read again',
    ]);
    expect(profile.splits).toEqual([]);
  });

  it('stops when it is asked to, and says so', async () => {
    const cancellation = { cancelled: false };
    const files = largeFiles(contents, path => {
      if (path === '/w/c.csv') cancellation.cancelled = true;
    });
    const profile = await profileTables(request, {
      files,
      cache: new Map(),
      cancellation,
      onProgress: () => undefined,
    });
    expect(profile.unread.map(({ reason }) => reason)).toContain('its reading was stopped');
    expect(profile.splits).toEqual([]);
  });
});
