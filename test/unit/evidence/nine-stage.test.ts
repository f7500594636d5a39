import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { builtinLifecycle } from '../../../src/lifecycle/builtins';
import type { Lifecycle } from '../../../src/lifecycle/model';
import { MODEL_ROWS } from './modelRows';
import { OPERATION_ROWS } from './operationRows';
import type { Row } from './rows';
import { evaluationOf } from './world';
import type { World } from './world';

const ROWS: Readonly<Record<string, Row>> = { ...MODEL_ROWS, ...OPERATION_ROWS };

const LIFECYCLE = builtinLifecycle('nine-stage') ?? fail('nine-stage is not built in');

describe('the nine-stage lifecycle', () => {
  it('has a case for each of its criteria, and for no other', () => {
    const ids = [...LIFECYCLE.stages, ...LIFECYCLE.groups].flatMap(stage =>
      stage.criteria.map(({ id }) => `${stage.id}/${id}`),
    );
    expect(Object.keys(ROWS).sort()).toEqual(ids.sort());
  });

  const cases = Object.entries(ROWS).flatMap(([path, row]) =>
    (Object.entries(row) as [Outcome, Row[Outcome]][]).flatMap(([outcome, worlds = []]) =>
      worlds.map(([world, reason], index) => [path, outcome, index, world, reason] as const),
    ),
  );

  it.each(cases)('%s is %s (%i)', async (path, outcome, _, world, reason) => {
    const criterion = await criterionOf(LIFECYCLE, path, world);
    expect({ outcome: criterion?.outcome, reason: criterion?.reason }).toEqual({
      outcome,
      reason: expect.stringMatching(reason) as string,
    });
  });
});

async function criterionOf(lifecycle: Lifecycle, path: string, world: World) {
  const { stages, groups } = await evaluationOf(lifecycle, world);
  const [stage, id] = path.split('/');
  return [...stages, ...groups]
    .find(state => state.id === stage)
    ?.criteria.find(criterion => criterion.id === id);
}

function fail(message: string): never {
  throw new Error(message);
}
