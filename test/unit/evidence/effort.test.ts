import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { effortShares } from '../../../src/lifecycle/effort-shares';
import { verdictOn } from './verdict';
import { contextOf } from './world';
import type { World } from './world';

const FIRST = '{ effort: { of: data, than: modelling, first: data-readiness, before: proof-of-concept } }';
const TIMES = '{ effort: { of: production, at_least: 10, than: poc } }';
const BOX = '{ timebox: { stage: proof-of-concept, weeks: 4..8 } }';

const signed = (days: Readonly<Record<string, string>>): World => ({
  lifecycle: 'enterprise',
  manifest: Object.entries(days)
    .map(([stage, on]) => `  ${stage}: { signed_off: { on: ${on}, by: ana } }\n`)
    .join(''),
});

/** `verdictOn` adds a stage of its own; here it stands beside these. */
async function check(evidence: string, manifest: string, stages: World, outcome: Outcome, reason: RegExp) {
  const criterion = `{ criteria: { c: { ask: C?, evidence: ${evidence} } } }`;
  const context = contextOf({
    lifecycle: 'enterprise',
    manifest: `${manifest}\nstages:\n${stages.manifest ?? ''}  s: ${criterion}\n`,
  });
  const { judge } = await import('../../../src/evidence/judge');
  const asked = context.manifest.stages.get('s')?.criteria.get('c')?.evidence;
  if (!asked) throw new Error(context.manifest.problems.map(({ message }) => message).join(' '));
  expect(await judge(asked, context)).toMatchObject({
    outcome,
    reason: expect.stringMatching(reason) as string,
  });
}

describe('effort', () => {
  it.each<[string, World, Outcome, RegExp]>([
    ['effort: { data: 10d, modelling: 20d }', {}, 'met', /^data takes 10d, modelling 20d\.$/],
    ['effort: { data: 30d, modelling: 2w }', {}, 'met', /so Data readiness comes before Proof of concept/],
    [
      'effort: { data: 30d, modelling: 2w }',
      signed({ 'proof-of-concept': '2026-10-01' }),
      'unmet',
      /was signed off before Data readiness/,
    ],
    [
      'effort: { data: 30d, modelling: 2w }',
      signed({ 'proof-of-concept': '2026-10-01', 'data-readiness': '2026-10-02' }),
      'unmet',
      /was signed off before/,
    ],
    [
      'effort: { data: 30d, modelling: 2w }',
      signed({ 'proof-of-concept': '2026-10-02', 'data-readiness': '2026-10-01' }),
      'met',
      /comes before/,
    ],
    ['effort: { data: 30d }', {}, 'unmet', /`effort\.modelling` is not filled in/],
    ['', {}, 'unmet', /`effort\.data` is not filled in/],
    ['effort: { data: long, modelling: 2w }', {}, 'unknown', /long/],
  ])('what takes longer comes first: %s (%#)', (manifest, stages, outcome, reason) =>
    check(FIRST, manifest, stages, outcome, reason),
  );

  it.each<[string, Outcome, RegExp]>([
    ['effort: { production: 20m, poc: 2m }', 'met', /10 times as long/],
    ['effort: { production: 300d, poc: 40d }', 'unmet', /7\.5 times as long, and at least 10/],
    ['effort: { poc: 40d }', 'unmet', /`effort\.production`/],
  ])('times: %s', (manifest, outcome, reason) => check(TIMES, manifest, {}, outcome, reason));

  it('needs something to ask', async () => {
    await expect(verdictOn('{ effort: { of: a, than: b } }')).rejects.toThrow(/`at_least`, or `first`/);
    await expect(verdictOn('{ effort: { of: a, than: b, first: c } }')).rejects.toThrow(/`before`/);
  });
});

describe('timebox', () => {
  it.each<[Readonly<Record<string, string>>, Outcome, RegExp]>([
    [{ 'data-readiness': '2026-11-01' }, 'met', /It has taken 20 days of 8 weeks/],
    [{ 'data-readiness': '2026-09-01' }, 'unmet', /81 days of 8 weeks: it is over its time/],
    [
      { 'data-readiness': '2026-09-01', 'proof-of-concept': '2026-10-27' },
      'met',
      /It took 56 days of 8 weeks/,
    ],
    [{ 'data-readiness': '2026-09-01', 'proof-of-concept': '2026-10-28' }, 'unmet', /57 days/],
    [
      { 'data-readiness': '2026-09-01', 'proof-of-concept': '2026-08-28' },
      'unknown',
      /signed off before Data/,
    ],
    [{}, 'unknown', /not known before Data readiness is signed off/],
  ])('%j', (days, outcome, reason) => check(BOX, '', signed(days), outcome, reason));

  it('of the first stage, or of none, cannot be told', async () => {
    const of = (stage: string) => `{ timebox: { stage: ${stage}, weeks: 4 } }`;
    await check(of('problem-and-success'), '', {}, 'unknown', /first stage/);
    await check(of('nowhere'), '', {}, 'unknown', /no stage `nowhere`/);
  });
});

describe('shares of the effort', () => {
  it.each([
    ['', []],
    ['effort: { data: 30d }', []],
    ['effort: { a: 10d, data: 30d }', ['data 0.75', 'a 0.25']],
    ['effort: { data: 41d, modelling: 9d }', ['data 0.82 lopsided', 'modelling 0.18']],
    ['effort: { data: 1d, modelling: 29d }', ['modelling 0.97 lopsided', 'data 0.03 lopsided']],
  ])('%s', (manifest, shares) => {
    const found = effortShares(contextOf({ manifest }).manifest);
    expect(
      found.map(
        ({ kind, share, lopsided }) => `${kind} ${Number(share.toFixed(2))}${lopsided ? ' lopsided' : ''}`,
      ),
    ).toEqual(shares);
  });
});
