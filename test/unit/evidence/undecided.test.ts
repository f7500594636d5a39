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

  it.each(['4/44', '399/400'])('is not claimed where the interval lies on one side: %s', async recall => {
    const { reason } = await verdictOn('{ metric: recall }', {
      manifest,
      metrics: { 'recall[split=test]': recall },
    });
    expect(reason).toMatch(/the target is >= 0\.8\.$/);
  });
});
