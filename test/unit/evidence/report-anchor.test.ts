import { describe, expect, it } from 'vitest';
import { reportAnchor } from '../../../src/evidence/report-anchor';
import type { Evidence } from '../../../src/manifest/evidence';
import type { Manifest } from '../../../src/manifest/model';

const manifest = { metrics: [{ name: 'recall' }] } as unknown as Manifest;
const metric = (text: string, demand: object = { is: 'target' }): Evidence =>
  ({ kind: 'metric', of: { by: 'text', text }, demand, confident: false }) as Evidence;

describe('the part of the report that says more of a criterion', () => {
  it.each([
    ['a metric of the manifest', metric('recall'), 'metric/recall'],
    ['an expression', metric('recall > 0.9'), 'verdict'],
    ['a gap', metric('recall', { is: 'gap', between: ['train', 'test'], max: 0.1 }), 'splits'],
    ['slices', metric('recall', { is: 'slices' }), 'slices'],
    ['looks', { kind: 'looks' } as Evidence, 'ledger'],
    [
      'the first part that has one',
      { kind: 'any', of: [{ kind: 'manual' }, metric('recall')] },
      'metric/recall',
    ],
    ['what the report says nothing of', { kind: 'manual' }, undefined],
  ] satisfies [string, Evidence, string | undefined][])('%s', (_, evidence, expected) => {
    expect(reportAnchor(evidence, manifest)).toBe(expected);
  });
});
