import type { CriterionState, StageState, Verdict } from '../base/outcome';
import { decide, isManual } from '../lifecycle/decide';
import { effectiveLifecycle } from '../lifecycle/effective';
import type { Criterion, Lifecycle, Stage } from '../lifecycle/model';
import { stageStates } from '../lifecycle/status';
import type { JudgedStage } from '../lifecycle/status';
import type { Evidence } from '../manifest/evidence';
import type { Manifest } from '../manifest/model';
import type { EvidenceClock } from './clock';
import { stagePlace } from './context';
import { describeEvidence } from './describe';

export interface Evaluation {
  readonly stages: readonly StageState[];
  readonly groups: readonly StageState[];
}

/** What evidence says of a criterion; `id` is its own within the project, as in `data/clean`. */
export type JudgeCriterion = (id: string, evidence: Evidence) => Promise<Verdict>;

/** Where a project stands in its lifecycle: every criterion with its outcome, every stage with its status. */
export async function evaluateProject(
  manifest: Manifest,
  lifecycle: Lifecycle,
  { clock, judge }: { readonly clock: EvidenceClock; readonly judge: JudgeCriterion },
): Promise<Evaluation> {
  const effective = effectiveLifecycle(lifecycle, manifest);
  const now = clock.today();
  const stages = await judgeStages(effective.stages, manifest, judge);
  const groups = await judgeStages(effective.groups, manifest, judge);
  return {
    stages: stageStates(effective, stages, manifest, now),
    groups: stageStates(effective, groups, manifest, now),
  };
}

async function judgeStages(
  stages: readonly Stage[],
  manifest: Manifest,
  judge: JudgeCriterion,
): Promise<readonly JudgedStage[]> {
  const judged: JudgedStage[] = [];
  for (const stage of stages) {
    const criteria: CriterionState[] = [];
    for (const criterion of stage.criteria) {
      const verdict = await judge(`${stage.id}/${criterion.id}`, criterion.evidence);
      criteria.push(stateOf(stage, criterion, manifest, verdict));
    }
    judged.push({ stage, criteria });
  }
  return judged;
}

function stateOf(stage: Stage, criterion: Criterion, manifest: Manifest, said: Verdict): CriterionState {
  const { id, ask, help, rule, doc, evidence } = criterion;
  const entry = manifest.stages.get(stage.id)?.criteria.get(id);
  return {
    id,
    ask,
    ...(help !== undefined && { help }),
    ...(rule !== undefined && { rule }),
    ...(doc !== undefined && { doc }),
    evidence: describeEvidence(evidence),
    manual: isManual(criterion),
    ...(entry?.done && { tick: entry.done }),
    // Everything has a place to go to: at the least where the manifest speaks of the stage, or names the lifecycle.
    location: stagePlace(manifest, stage.id),
    ...decide(criterion, entry, said, manifest),
  };
}
