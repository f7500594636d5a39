import type { CriterionState, StageState } from '../../../src/base/outcome';
import { START_OF_FILE } from '../../../src/base/place';
import type { ProjectState } from '../../../src/base/project';

/** States as the server sends them; each test names only what it is about. */
export function criterion(overrides: Partial<CriterionState> = {}): CriterionState {
  return {
    id: 'cost-of-error',
    ask: 'What does a wrong prediction cost?',
    evidence: 'field problem.cost',
    manual: false,
    outcome: 'met',
    reason: 'It is filled in.',
    ...overrides,
  };
}

export function stage(overrides: Partial<StageState> = {}): StageState {
  const criteria = overrides.criteria ?? [criterion()];
  return {
    id: 'problem-definition',
    title: 'Problem definition',
    status: 'in-progress',
    overdue: false,
    progress: {
      met: criteria.filter(({ outcome }) => outcome === 'met' || outcome === 'waived').length,
      total: criteria.length,
    },
    ...overrides,
    criteria,
  };
}

export function project(overrides: Partial<ProjectState> = {}): ProjectState {
  return {
    name: 'Card fraud screening',
    file: '/ada/fraud/holdout.yaml',
    lifecycle: 'nine-stage',
    progress: { met: 12, total: 31 },
    problems: [],
    stages: [stage()],
    groups: [],
    pitfalls: [],
    rulesOfThumb: [],
    effort: [],
    watched: [],
    ...overrides,
  };
}

export const somewhere = { file: '/ada/fraud/holdout.yaml', range: START_OF_FILE };
