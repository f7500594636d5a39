import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedIn } from '../../../src/metrics/named';
import { lookUp } from '../../../src/metrics/select';
import type { MetricTable } from '../../../src/metrics/table';

const NAMES = [
  'recall',
  'Recall',
  'test_recall',
  'sensitivity',
  'rf.recall',
  'rf.test_recall',
  'mAP50(B)',
  'metrics/mAP50(B)',
  'ROC-AUC',
  'auc',
  'loss.',
];
const RANGE = { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } };

const table: fc.Arbitrary<MetricTable> = fc
  .array(fc.record({ name: fc.constantFrom(...NAMES), run: fc.constantFrom('a', 'b'), value: fc.double() }))
  .map(values => ({
    runs: ['a', 'b'].map(id => ({ id, name: id, file: `/${id}`, params: {} })),
    values: values.map(value => ({ ...value, raw: '', place: { file: '/a', range: RANGE } })),
  }));

describe('the part of a table that a name may mean', () => {
  it('answers as the whole table does', () => {
    const query = fc.record(
      { name: fc.constantFrom(...NAMES), split: fc.constantFrom('test', 'train') },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(table, query, (whole, asked) => {
        expect(lookUp(namedIn(whole)(asked.name), asked)).toEqual(lookUp(whole, asked));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out other metrics', () => {
    const values = ['recall', 'loss'].map(name => ({
      name,
      run: 'a',
      value: 1,
      raw: '1',
      place: { file: '/a', range: RANGE },
    }));
    expect(namedIn({ runs: [], values })('Recall').values).toEqual([values[0]]);
  });
});
