import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/data/table/format';
import { fileFilter } from '../../../src/language/completion/paths';
import { readMetrics } from '../../../src/metrics/read';

describe('the files that are offered', () => {
  it.each(['csv', 'TSV', 'tab', 'jsonl', 'ndjson', 'parquet', 'json', 'csv.gz', 'xlsx', 'feather', 'txt'])(
    'as data are those that can be read: .%s',
    ending => {
      const name = `train.${ending}`;
      expect(fileFilter('data-path', ['data', 'table'])(name)).toBe(formatOf(name) !== undefined);
    },
  );

  it.each([
    'm.json',
    'm.csv',
    'm.toml',
    'm.yaml',
    'README.md',
    'events.out.tfevents.1.h',
    'notes.txt',
    'a.png',
  ])('as runs are those of a known format: %s', name => {
    const { problems } = readMetrics(name, new TextEncoder().encode('x'));
    const known = !problems.some(({ code }) => code === 'unknown-format');
    expect(fileFilter('path', ['runs', 0])(name)).toBe(known);
  });
});
