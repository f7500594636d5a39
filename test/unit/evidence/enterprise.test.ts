import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { builtinLifecycle } from '../../../src/lifecycle/builtins';
import { ENTERPRISE_ROWS } from './enterpriseRows';
import type { Row } from './rows';
import { CLEAN, evaluationOf, found } from './world';
import type { World } from './world';

const LIFECYCLE = builtinLifecycle('enterprise');
if (!LIFECYCLE) throw new Error('enterprise is not built in');

describe('the enterprise lifecycle', () => {
  it('has a case for each of its criteria, and for no other', () => {
    const ids = LIFECYCLE.stages.flatMap(stage => stage.criteria.map(({ id }) => `${stage.id}/${id}`));
    expect(Object.keys(ENTERPRISE_ROWS).sort()).toEqual(ids.sort());
  });

  const cases = Object.entries(ENTERPRISE_ROWS).flatMap(([path, row]) =>
    (Object.entries(row) as [Outcome, Row[Outcome]][]).flatMap(([outcome, worlds = []]) =>
      worlds.map(([world, reason], index) => [path, outcome, index, world, reason] as const),
    ),
  );

  it.each(cases)('%s is %s (%i)', async (path, outcome, _, world, reason) => {
    const { stages } = await evaluationOf(LIFECYCLE, { lifecycle: 'enterprise', ...world });
    const [stage, id] = path.split('/');
    const criteria = stages.find(state => state.id === stage)?.criteria;
    expect(criteria?.find(criterion => criterion.id === id)).toMatchObject({
      outcome,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('shows its two rules of thumb as they are', () => {
    expect(LIFECYCLE.rulesOfThumb).toEqual([
      expect.stringMatching(/^80 %/),
      expect.stringMatching(/^20 % .* 30 % .* 50 %/),
    ]);
  });

  it.each<[string, World, Outcome]>([
    ['over-engineered', { lint: found('no-baseline', 'hint') }, 'unmet'],
    ['over-engineered', { lint: CLEAN }, 'met'],
    ['over-engineered', {}, 'unknown'],
    ['unexplained', {}, 'unmet'],
    ['unexplained', { files: { 'MODEL_CARD.md': 'Why.\n' } }, 'met'],
    ['no-owner', {}, 'unmet'],
    ['no-owner', { manifest: 'owner: ana' }, 'met'],
    ['data-under-planned', {}, 'unmet'],
    ['data-under-planned', { manifest: 'effort: { data: 3d, modelling: 9d }' }, 'unmet'],
    ['data-under-planned', { manifest: 'effort: { data: 9d, modelling: 9d }' }, 'met'],
  ])('watches for %s (%#)', async (id, world, outcome) => {
    const { pitfalls } = await evaluationOf(LIFECYCLE, { lifecycle: 'enterprise', ...world });
    expect(pitfalls.find(pitfall => pitfall.id === id)).toMatchObject({ outcome });
  });
});
