import { describe, expect, it } from 'vitest';
import type { CriterionState } from '../../../src/base/outcome';
import { trackerNodes } from '../../../src/extension/tree/project';
import { project } from './states';

const pitfall = (id: string, outcome: CriterionState['outcome']): CriterionState => ({
  id,
  ask: `${id}.`,
  evidence: 'field owner',
  manual: false,
  outcome,
  reason: `Because of ${id}.`,
});

const WATCHED = project({
  pitfalls: [
    pitfall('no-owner', 'unmet'),
    pitfall('unexplained', 'met'),
    pitfall('over-engineered', 'unknown'),
  ],
  rulesOfThumb: ['80 % of the time goes into data.'],
  effort: [
    { kind: 'data', text: '30d', share: 0.9, lopsided: true },
    { kind: 'modelling', text: '3d', share: 0.1, lopsided: false },
  ],
});

const rows = (filter: 'all' | 'open' | 'failing', state = WATCHED) =>
  trackerNodes([state], { filter }).find(({ label }) => label === 'Pitfalls');

describe('what is watched', () => {
  it('stands in a group of its own, said in words', () => {
    const group = rows('all');
    expect(group?.description).toBe('1 warning');
    expect(group?.children.map(({ spoken }) => spoken)).toEqual([
      'No owner, warning. Because of no-owner.',
      'Unexplained, not the case. Because of unexplained.',
      'Over engineered, cannot be told. Because of over-engineered.',
      'Effort: data 30d (90 %, lopsided), modelling 3d (10 %)',
      'Rule of thumb: 80 % of the time goes into data.',
    ]);
  });

  it('is filtered as criteria are', () => {
    expect(rows('open')?.children.map(({ label }) => label)).toEqual(['No owner', 'Over engineered']);
    expect(rows('failing')?.children.map(({ label }) => label)).toEqual(['No owner']);
  });

  it('is not there where nothing is watched', () => {
    expect(rows('all', project({}))).toBeUndefined();
  });
});
