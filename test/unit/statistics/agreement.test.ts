import { expect, test } from 'vitest';
import { clusterAgreement } from '../../../src/statistics/clustering/agreement';

test('a single row agrees with itself, as scikit-learn has it', () => {
  expect(clusterAgreement([0], [0])).toMatchObject({ adjustedRand: 1, vMeasure: 1 });
});
