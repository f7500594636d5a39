import { describe, expect, it } from 'vitest';
import { judgeRuns } from '../../../src/evidence/criteria/runs';
import { parseManifest } from '../../../src/manifest/parse';
import type { World } from './world';
import { contextOf } from './world';

const TWO: World = { manifest: 'runs: r/*.json', metrics: { 'f1[run=a]': 0.8, 'f1[run=b]': 0.9 } };

describe('runs as evidence', () => {
  it.each([
    [1, TWO, 'met', /^2 runs: a and b\.$/],
    [2, TWO, 'met', /^2 runs/],
    [3, TWO, 'unmet', /^2 runs; at least 3 asked for/],
    [3, { ...TWO, unread: ['mlruns'] }, 'unknown', /2 runs, but mlruns could not be read/],
    [1, {}, 'unmet', /does not say yet where/],
  ] as const)('at least %i', (least, world, outcome, reason) => {
    expect(judgeRuns({ kind: 'runs', least, history: false }, contextOf(world))).toMatchObject({
      outcome,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it.each([true, false])('a table of indicators is no run of a model (values per step: %s)', history => {
    const world = (kind: string): World => ({
      manifest: `runs: r/*.json\nmetrics: { missed: { max: 0, kind: ${kind}, from: metrics.json#missed } }`,
      metrics: { 'missed[step=1]': 2, 'missed[step=2]': 1 },
    });
    const judged = (kind: string) => judgeRuns({ kind: 'runs', least: 1, history }, contextOf(world(kind)));
    expect(judged('business')).toMatchObject({
      outcome: 'unmet',
      reason: expect.stringMatching(/^0 runs/) as string,
    });
    expect(judged('operational').outcome).toBe('unmet');
    expect(judged('model').outcome).toBe('met');
  });

  it.each([
    ['">= 2"', 2, false],
    ['"> 2"', 3, false],
    ['{ history: true }', 1, true],
    ['{ count: ">= 4", history: true }', 4, true],
  ])('%s is read', (text, least, history) => {
    expect(evidenceOf(text)).toEqual({ evidence: { kind: 'runs', least, history }, problems: [] });
  });

  it.each(['"<= 2"', 'many', '{ count: two }'])('%s is a mistake, and never met', text => {
    const { evidence, problems } = evidenceOf(text);
    expect(evidence?.kind).not.toBe('runs');
    expect(problems[0]?.message).toMatch(/\bleast|comparison/);
  });
});

function evidenceOf(runs: string) {
  const criterion = `{ ask: Enough?, evidence: { runs: ${runs} } }`;
  const text = `version: 1\nname: x\nlifecycle: nine-stage\nstages: { training: { criteria: { enough: ${criterion} } } }\n`;
  const { value, problems } = parseManifest('/p/holdout.yaml', text);
  return { evidence: value.stages.get('training')?.criteria.get('enough')?.evidence, problems };
}
