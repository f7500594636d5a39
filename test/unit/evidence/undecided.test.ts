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

describe('a comparison of two metrics', () => {
  const judged = (evidence: string, metrics: Record<string, string | number>) =>
    verdictOn(evidence, { manifest, metrics });
  const APART = { 'recall[split=test]': '88/100', 'recall[split=validation]': '90/100' };
  const SAME = { 'recall[split=test]': '88/100', 'precision[split=test]': '80/100' };

  // Newcombe's method 10 of 88/100 and 90/100, by hand from their Wilson intervals.
  it.each<[string, Outcome, RegExp]>([
    [
      '{ metric: "recall[split=test] >= recall[split=validation]" }',
      'unmet',
      /which is 0\.9; the difference is -0\.020 \(95 % interval -0\.110 to 0\.070\)\. Undecided, and counted as unmet/,
    ],
    [
      '{ metric: "recall[split=test] >= recall[split=validation] - 0.05" }',
      'met',
      /the difference is 0\.030 \(95 % interval -0\.060 to 0\.120\)\. Undecided, and counted as met/,
    ],
    [
      '{ metric: "recall[split=test] >= recall[split=validation] - 0.05", confident: true }',
      'unmet',
      /may be luck\.$/,
    ],
    [
      '{ metric: "recall[split=test] >= recall[split=validation] - 0.2", confident: true }',
      'met',
      /0\.090 to 0\.270\)\.$/,
    ],
    ['{ metric: "0.5 <= recall[split=test]", confident: true }', 'met', /at the widest/],
  ])('rests on the interval of their difference: %s', async (evidence, outcome, reason) => {
    expect(await judged(evidence, APART)).toMatchObject({ outcome, reason: expect.stringMatching(reason) });
  });

  it('lets errors add up where both may be of the same rows', async () => {
    const { outcome, reason } = await judged(
      '{ metric: "recall[split=test] > precision[split=test]", confident: true }',
      SAME,
    );
    // Wilson: 0.802 to 0.930 and 0.711 to 0.867.
    expect(reason).toContain('the difference is 0.080 (95 % interval at the widest -0.065 to 0.219)');
    expect(outcome).toBe('unmet');
  });

  it('is told by the values, and never by luck, where a side has no counts', async () => {
    const metrics = { 'recall[split=test]': '88/100', 'recall[split=validation]': 0.8 };
    const by = (more: string) =>
      judged(`{ metric: "recall[split=test] >= recall[split=validation]"${more} }`, metrics);
    expect(await by('')).toMatchObject({ outcome: 'met', reason: expect.not.stringContaining('interval') });
    expect(await by(', confident: true')).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('beside both sides'),
    });
  });
});
