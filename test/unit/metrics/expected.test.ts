import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeLargeFiles } from '../../../src/host/node-large-files';
import { syncFiles } from '../../../src/host/sync-files';
import { readRunFiles } from '../../../src/project/run-files';
import { ROOT } from '../../support/sources';

/*
 * `test/fixtures/metrics/make.py` writes a file of each format, and what it wrote: nothing of that went through our readers.
 */

const FOLDER = join(ROOT, 'test/fixtures/metrics/files');
type Value = readonly [
  name: string,
  split: string | null,
  value: number | 'NaN' | 'Infinity' | '-Infinity',
  step: number | null,
];
const EXPECTED = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Readonly<
  Record<string, { readonly values: readonly Value[]; readonly points: number }>
>;

const sorted = (values: readonly (readonly unknown[])[]): readonly string[] =>
  values.map(value => JSON.stringify(value)).sort();

describe('a file of each format', () => {
  it.each(Object.entries(EXPECTED))('%s holds what was written into it', async (path, { values, points }) => {
    const roots = [FOLDER];
    const { table, problems, skipped } = await readRunFiles(
      { files: syncFiles({ roots }), large: nodeLargeFiles({ roots }) },
      [join(FOLDER, path)],
    );
    expect(
      sorted(
        table.values.map(({ name, split, value, step }) => [
          name,
          split ?? null,
          Number.isFinite(value) ? value : String(value),
          step ?? null,
        ]),
      ),
    ).toEqual(sorted(values));
    expect((table.series ?? []).reduce((sum, { steps }) => sum + steps.length, 0)).toBe(points);
    expect(table.runs.length).toBe(1);
    expect([...problems.filter(({ severity }) => severity !== 'information'), ...skipped]).toEqual([]);
  });
});
