/** The rows of 10 projects of 200 criteria each: CPU milliseconds to make them, and to take in one that changed. */
import type { ProjectState } from '../../src/base/project';
import { trackerNodes } from '../../src/extension/tree/project';
import { createRows } from '../../src/extension/tree/rows';
import { answer, timed } from './sources';

const PROJECTS = 10;
const STAGES = 10;
const CRITERIA = 20;
const ROUNDS = 50;

const each = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

function projects(version: number): readonly ProjectState[] {
  const stage = (project: number, s: number) => ({
    id: `s${s}`,
    title: `Stage ${s}`,
    status: 'in-progress' as const,
    overdue: false,
    progress: { met: 1, total: CRITERIA },
    criteria: each(CRITERIA, c => ({
      id: `c${c}`,
      ask: 'Is it so?',
      evidence: 'field owner',
      manual: false,
      outcome: 'unmet' as const,
      reason: `\`owner\` is not filled in${project + s + c === 0 ? `, for the ${version}. time` : ''}; add it to the manifest.`,
    })),
  });
  return each(PROJECTS, n => ({
    name: `Project ${n}`,
    file: `/work/p${n}/holdout.yaml`,
    lifecycle: 'nine-stage',
    progress: { met: 1, total: 200 },
    problems: [],
    stages: each(STAGES, s => stage(n, s)),
    groups: [],
    pitfalls: [],
    rulesOfThumb: [],
    effort: [],
    watched: [],
  }));
}

const first = projects(0);
const made = timed(ROUNDS, () => createRows().renew(trackerNodes(first)));
const rows = createRows();
let version = 0;
const renewed = timed(ROUNDS, () => rows.renew(trackerNodes(projects(++version))));
const drawn = rows.renew(trackerNodes(projects(++version)));
answer(made, renewed, drawn === 'all' ? NaN : drawn.length);
