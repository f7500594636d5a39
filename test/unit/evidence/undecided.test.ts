import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { verdictOn } from './verdict';

const manifest = 'metrics: { recall: { min: 0.8, split: test } }';
const SAYS = 'Undecided, and counted as';

describe('a target that lies inside the interval', () => {
  it.each<[string, Outcome, RegExp]>([
    ['38/44', 'met', new RegExp(` ${SAYS} met: the interval reaches to both sides\\.$`)],
    ['34/44', 'unmet', new RegExp(` ${SAYS} unmet: the interval reaches to both sides\\.$`)],
  ])('is judged by the value, and said to be undecided: %s', async (recall, outcome, reason) => {
    const verdict = await verdictOn('{ metric: recall }', {
      manifest,
      metrics: { 'recall[split=test]': recall },
    });
    expect(verdict).toMatchObject({ outcome, reason: expect.stringMatching(reason) });
  });

  it.each([
    [
      '{ metric: gap }',
      'met',
      /^gap is 0\.0\d+ \(95 % interval -0\.\d{3} to 0\.\d{3}, n = 44\); .* Undecided/,
    ],
    ['{ metric: gap, confident: true }', 'unmet', /The interval reaches across it, so it may be luck\.$/],
    [
      '{ metric: "recall[split=train] - recall[split=validation] <= 0.05" }',
      'met',
      /n = 44\).* Undecided, and counted as met/,
    ],
  ])('is so too of a difference of two splits: %s', async (evidence, outcome, reason) => {
    const verdict = await verdictOn(evidence, {
      manifest: 'metrics: { gap: { expr: "recall[split=train] - recall[split=validation]", max: 0.05 } }',
      metrics: { 'recall[split=train]': '123/127', 'recall[split=validation]': '41/44' },
    });
    expect(verdict).toMatchObject({ outcome, reason: expect.stringMatching(reason) });
  });

  it('is not told of a difference of the same rows', async () => {
    const { reason } = await verdictOn('{ metric: gap }', {
      manifest: 'metrics: { gap: { expr: "recall[split=test] - precision[split=test]", max: 0.05 } }',
      metrics: { 'recall[split=test]': '41/44', 'precision[split=test]': '40/44' },
    });
    expect(reason).not.toContain('interval');
  });

  it.each(['4/44', '399/400'])('is not claimed where the interval lies on one side: %s', async recall => {
    const { reason } = await verdictOn('{ metric: recall }', {
      manifest,
      metrics: { 'recall[split=test]': recall },
    });
    expect(reason).toMatch(/the target is >= 0\.8\.$/);
  });
});
