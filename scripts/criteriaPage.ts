import { describeEvidence } from '../src/evidence/describe';
import { builtinLifecycle } from '../src/lifecycle/builtins';
import type { Criterion, Stage } from '../src/lifecycle/model';
import { ROWS } from '../test/unit/lifecycle/rows/lifecycles';
import type { Judged } from '../test/unit/lifecycle/rows/row';

export const CRITERIA_PAGE = 'docs/criteria.md';

/** Every criterion of every built-in lifecycle, with the three projects by which it is tested. */
export function criteriaPage(): string {
  const sections = Object.keys(ROWS).flatMap(id => {
    const lifecycle = builtinLifecycle(id);
    if (!lifecycle) throw new Error(`${id} is not built in`);
    return [`## ${id}`, '', ...[...lifecycle.stages, ...lifecycle.groups].flatMap(stage => table(id, stage))];
  });
  return [...INTRODUCTION, ...sections].join('\n').trimEnd() + '\n';
}

const INTRODUCTION = [
  '# Criteria',
  '',
  'Every criterion of the built-in [lifecycles](lifecycles.md), what answers it, and the facts that decide. Each line is a test',
  '(`test/unit/lifecycle/rows.test.ts`): small projects that differ in one fact are asked through the command line. This page',
  'is derived from these tests by `npm run derive`.',
  '',
];

function table(lifecycle: string, stage: Stage): readonly string[] {
  return [
    `### ${stage.title}`,
    '',
    '| criterion | asks | answered by | met | unmet | unknown |',
    '|---|---|---|---|---|---|',
    ...stage.criteria.map(criterion => line(lifecycle, stage, criterion)),
    '',
  ];
}

function line(lifecycle: string, stage: Stage, { id, ask, evidence }: Criterion): string {
  const row = ROWS[lifecycle]?.[`${stage.id}/${id}`];
  if (!row) throw new Error(`${lifecycle} ${stage.id}/${id} has no test`);
  const said = (outcome: Judged): string => row[outcome].says;
  const cells = [`\`${id}\``, ask, describeEvidence(evidence), said('met'), said('unmet'), said('unknown')];
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
