import type { Given, Json, Row } from './row';

/** `count` lines of a table, from the id `from` on; every fourth row is positive. */
export function csv(from: number, count: number, shift = 0): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const id = from + at;
    return `${id},${((id * 37) % 101) + shift},${((id * 53) % 89) + shift},${id % 4 === 0 ? 1 : 0}`;
  });
  return `id,amount,age,is_fraud\n${lines.join('\n')}\n`;
}

const SPLITS = { train: 'data/train.csv', test: 'data/test.csv' };

/** A training and a test table that share nothing. */
export const TABLES: Given = {
  manifest: { data: { splits: SPLITS, target: 'is_fraud' } },
  files: { 'data/train.csv': csv(0, 80), 'data/test.csv': csv(80, 20) },
};

/** Enough rows, too few, and a file that is not there. */
export const rows: Row = {
  base: {
    manifest: { data: { splits: SPLITS, rows_needed: 100 } },
    files: { 'data/test.csv': csv(80, 20) },
  },
  met: { says: '100 rows of 100', files: { 'data/train.csv': csv(0, 80) } },
  unmet: { says: '70 rows of 100', files: { 'data/train.csv': csv(0, 50) } },
  unknown: { says: 'the training table is not there' },
};

/** No row in both splits, one in both, and a split that is not there. */
export const sharedRows: Row = {
  base: {
    manifest: { data: { splits: SPLITS, target: 'is_fraud' } },
    files: { 'data/train.csv': csv(0, 80) },
  },
  met: { says: 'splits share no row', files: { 'data/test.csv': csv(80, 20) } },
  unmet: { says: 'splits share ten rows', files: { 'data/test.csv': csv(70, 20) } },
  unknown: { says: 'the test table is not there' },
};

/** No row twice, one twice, and a table that is not there. */
export const duplicates: Row = {
  base: { manifest: { data: { splits: { train: 'data/train.csv' } } } },
  met: { says: 'no row twice', files: { 'data/train.csv': csv(0, 80) } },
  unmet: {
    says: 'ten rows twice',
    files: { 'data/train.csv': csv(0, 80) + csv(0, 10).replace(/^.*\n/, '') },
  },
  unknown: { says: 'the table is not there' },
};

/** Every value there, a column half empty, and a table that is not there. */
export function missing(base: Given = {}): Row {
  return {
    base: {
      ...base,
      manifest: {
        ...base.manifest,
        data: { ...(base.manifest?.['data'] as object), splits: { train: 'data/train.csv' } },
      },
    },
    met: { says: 'no value is missing', files: { 'data/train.csv': csv(0, 80) } },
    unmet: {
      says: 'half of a column is missing',
      files: { 'data/train.csv': csv(0, 80).replace(/^(\d*[02468]),\d+,/gm, '$1,,') },
    },
    unknown: { says: 'the table is not there' },
  };
}

/** Two annotators who agree, who do not, and one alone. */
export const labelNoise: Row = {
  base: { manifest: { data: { splits: { train: 'data/train.csv' } } } },
  met: {
    says: 'annotators agree',
    manifest: { data: { annotators: ['a', 'b'] } },
    files: { 'data/train.csv': annotated(() => false) },
  },
  unmet: {
    says: 'annotators differ in every fifth row',
    manifest: { data: { annotators: ['a', 'b'] } },
    files: { 'data/train.csv': annotated(row => row % 5 === 0) },
  },
  unknown: { says: 'no annotators', files: { 'data/train.csv': annotated(() => false) } },
};

function annotated(differ: (row: number) => boolean): string {
  const lines = Array.from(
    { length: 100 },
    (_, row) => `${row},${row % 2},${differ(row) ? 1 - (row % 2) : row % 2}`,
  );
  return `id,a,b\n${lines.join('\n')}\n`;
}

/** Columns of the current data look like those they were trained on, or do not, or are not there. */
export const drift: Row = compared('train', 'current', {
  current: { path: 'data/current.csv', role: 'production' },
});

/** The same of a sample and what it was drawn from. */
export const sample: Row = compared('whole', 'sample', { sample: 'data/sample.csv' });

function compared(reference: string, current: string, split: Json): Row {
  return {
    base: {
      manifest: { data: { splits: { [reference]: `data/${reference}.csv`, ...split } } },
      files: { [`data/${reference}.csv`]: csv(0, 2000) },
    },
    met: {
      says: `${current} rows are like ${reference} rows`,
      files: { [`data/${current}.csv`]: csv(2000, 2000) },
    },
    unmet: { says: `${current} rows are shifted`, files: { [`data/${current}.csv`]: csv(2000, 2000, 60) } },
    unknown: { says: `the table ${current} is not there` },
  };
}
