import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/sources';
import { workspaceOver } from '../../support/workspace';

const EXAMPLE = join(ROOT, 'examples/breast-cancer');

describe('what Holdout says of the example project', () => {
  it('is what its README says, and nothing else', async () => {
    const { findings, skipped } = await workspaceOver(EXAMPLE).check();
    const said = findings.map(({ rule, severity, place: { file, cell, range } }) => {
      const where = cell === undefined ? '' : `cell ${cell}, `;
      return `${relative(EXAMPLE, file)} ${where}line ${range.start.line + 1}: ${severity} ${rule}`;
    });
    expect(said).toEqual([
      'notebooks/02-features.ipynb cell 3, line 2: information fit-before-split',
      'notebooks/03-model.ipynb cell 4, line 3: error resample-before-split',
      'notebooks/03-model.ipynb cell 6, line 1: information out-of-order-execution',
      'scripts/compare_models.py line 20: warning refit-on-test',
      'scripts/tune.py line 19: error tuning-on-test',
    ]);
    expect(skipped).toEqual([]);
  });

  it('has one safe fix in it', async () => {
    const { findings } = await workspaceOver(EXAMPLE).check();
    const fixes = findings.flatMap(({ rule, fix }) => (fix ? [`${rule}: ${fix.safe ? 'safe' : 'unsafe'}`] : []));
    expect(fixes).toEqual(['refit-on-test: safe']);
  });

  it('is that a project stands in the middle of its life', async () => {
    const workspace = workspaceOver(EXAMPLE);
    await workspace.discover([EXAMPLE]);
    const { projects } = await workspace.status();
    const [project] = projects;
    expect(projects).toHaveLength(1);
    expect(project?.problems).toEqual([]);
    expect(project?.stages.map(({ id, status }) => `${id}: ${status}`)).toEqual([
      'problem-definition: done',
      'data-collection: done',
      'exploration: done',
      'feature-engineering: reopened',
      'model-selection: in-progress',
      'training: in-progress',
      'evaluation: in-progress',
      'deployment: in-progress',
      'monitoring: in-progress',
    ]);
    const outcomes = new Set(project?.stages.flatMap(({ criteria }) => criteria.map(({ outcome }) => outcome)));
    expect([...outcomes].sort()).toEqual(['met', 'unknown', 'unmet', 'waived']);
  });

  it('is that of the targets two are met with confidence, two undecided, one is missed and one not measured', async () => {
    const workspace = workspaceOver(EXAMPLE);
    await workspace.discover([EXAMPLE]);
    const view = await workspace.report(join(EXAMPLE, 'holdout.yaml'));
    expect(Object.fromEntries((view?.metrics ?? []).map(({ name, verdict }) => [name, verdict]))).toEqual({
      recall: 'undecided',
      specificity: 'met',
      accuracy: 'met',
      recall_gap: 'undecided',
      missed_per_week: 'not met',
      latency_p95: 'unknown',
    });
  });
});

describe('what Holdout says of the minimal project', () => {
  it('is that nothing is wrong and everything is to be done', async () => {
    const root = join(ROOT, 'examples/minimal');
    const workspace = workspaceOver(root);
    const { findings, skipped } = await workspace.check();
    expect([findings, skipped]).toEqual([[], []]);
    const { projects } = await workspace.status();
    expect(projects.map(({ lifecycle }) => lifecycle)).toEqual(['nine-stage']);
    expect(projects[0]?.problems).toEqual([]);
  });
});
