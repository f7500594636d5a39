import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { nodeFiles } from '../../../src/host/node-files';
import { nodeLargeFiles } from '../../../src/host/node-large-files';
import { inProcessData } from '../../../src/project/in-process-data';
import type { ProjectState } from '../../../src/base/project';
import { createWorkspace } from '../../../src/project/workspace';
import { ROOT } from '../../support/sources';
import { NOW } from './open';

/** Criteria by `stage/criterion`, with the outcome and what the reason says. */
type Expected = readonly (readonly [criterion: string, outcome: Outcome, reason: RegExp])[];

const CHURN: Expected = [
  ['data-collection/enough', 'met', /train 33, test 14/],
  ['data-collection/later', 'met', /ends with 2025-12-06.*begins with 2026-01-17.*37 days must lie between/],
  ['data-collection/customers-apart', 'met', /No value of `customer_id` of test is in train too/],
  ['evaluation/looked-once', 'met', /1 of 3 looks/],
  ['evaluation/generalises', 'met', /auc_gap is 0\.03/],
  ['evaluation/targets-met', 'met', /recall on test is 0\.7 \(95 % interval/],
  ['monitoring/drift', 'unknown', /names one table, and no current data to compare with it/],
];

const IMAGING: Expected = [
  ['data-collection/label-reliability', 'met', /agree on 97\.5 % of 40 pairs/],
  ['data-collection/patients-apart', 'met', /No value of `patient_id`/],
  ['data-collection/site-apart', 'met', /No value of `site` of external is in train too/],
  ['data-collection/enough-elsewhere', 'met', /^8 rows/],
  ['evaluation/liver', 'met', /dice\.liver on test is 0\.95/],
  ['evaluation/tumour', 'met', /dice\.tumour on test is 0\.71/],
  ['evaluation/edges', 'met', /hd95\.tumour on test is 11 mm/],
  ['evaluation/tumour-elsewhere', 'unmet', /is 0\.52; the target is >= 0\.55/],
  ['evaluation/lost-elsewhere', 'met', /is 0\.19; the target is <= 0\.2/],
];

const LLM: Expected = [
  ['data-collection/label-reliability', 'met', /agree on 98\.33 % of 60 pairs/],
  ['training/converged', 'waived', /nothing is trained/],
  ['evaluation/helpful', 'met', /helpful is 0\.88 \(95 % interval 0\.828 to 0\.918, n = 200\)/],
  ['evaluation/refusals', 'met', /refusal_rate is 0\.02/],
  ['evaluation/arithmetic', 'met', /gsm8k\.acc,none is 0\.72/],
  ['evaluation/reading', 'met', /arc_easy\.acc,none is 0\.81/],
  ['evaluation/prompt', 'met', /prompt_gain is 0\.13/],
  ['evaluation/judge', 'met', /judge_kappa is 0\.74/],
  ['evaluation/judge-labels', 'met', /agree on 98\.33 %/],
];

describe.each([
  ['churn, from one table with a cutoff, a horizon and a gap', 'churn', CHURN],
  ['imaging, with an index, two hospitals and two readers', 'imaging', IMAGING],
  ['models and prompts, of which nothing is trained', 'llm', LLM],
])('a manifest of %s', (_, name, expected) => {
  let project: ProjectState;
  beforeAll(async () => {
    project = await statusOf(join(ROOT, 'test/fixtures/manifests', name));
  });

  it('has no mistakes', () => {
    expect(project.problems).toEqual([]);
  });

  it.each(expected)('says of %s that it is %s', (id, outcome, reason) => {
    const [stage, criterion] = id.split('/');
    const found = project.stages
      .concat(project.groups)
      .find(one => one.id === stage)
      ?.criteria.find(one => one.id === criterion);
    expect(found).toMatchObject({ outcome, reason: expect.stringMatching(reason) as string });
  });
});

async function statusOf(root: string): Promise<ProjectState> {
  const files = nodeFiles({ roots: [root] });
  const silent = (): undefined => undefined;
  const workspace = createWorkspace(
    {
      files,
      data: inProcessData(files, nodeLargeFiles({ roots: [root] })),
      clock: { now: () => NOW },
      log: { info: silent, warn: silent, error: silent },
      pause: () => Promise.resolve(),
    },
    { roots: [root] },
  );
  await workspace.discover([root]);
  const [project] = (await workspace.status()).projects;
  if (!project) throw new Error('no project');
  return project;
}
