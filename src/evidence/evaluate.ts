import type { CriterionState, StageState } from '../base/outcome';
import { decide, isManual } from '../lifecycle/decide';
import { effectiveLifecycle } from '../lifecycle/effective';
import type { Criterion, Lifecycle, Stage } from '../lifecycle/model';
import { stageStates } from '../lifecycle/status';
import type { JudgedStage } from '../lifecycle/status';
import type { Manifest } from '../manifest/model';
import { stagePlace } from './context';
import type { EvidenceContext } from './context';
import { describeEvidence } from './describe';
import type { EvidenceFacts } from './facts';
import { judge } from './judge';

export interface Evaluation {
  readonly stages: readonly StageState[];
  readonly groups: readonly StageState[];
}

/** Where a project stands in its lifecycle: every criterion with its outcome, every stage with its status. */
export async function evaluateProject(
  manifest: Manifest,
  lifecycle: Lifecycle,
  facts: EvidenceFacts,
): Promise<Evaluation> {
  const effective = effectiveLifecycle(lifecycle, manifest);
  const context: EvidenceContext = { manifest, facts };
  const now = facts.clock.now();
  const stages = await judgeStages(effective.stages, context);
  const groups = await judgeStages(effective.groups, context);
  return {
    stages: stageStates(effective, stages, manifest, now),
    groups: stageStates(effective, groups, manifest, now),
  };
}

async function judgeStages(
  stages: readonly Stage[],
  context: EvidenceContext,
): Promise<readonly JudgedStage[]> {
  const judged: JudgedStage[] = [];
  for (const stage of stages) {
    const criteria: CriterionState[] = [];
    for (const criterion of stage.criteria) criteria.push(await judgeCriterion(stage, criterion, context));
    judged.push({ stage, criteria });
  }
  return judged;
}

async function judgeCriterion(
  stage: Stage,
  criterion: Criterion,
  context: EvidenceContext,
): Promise<CriterionState> {
  const { id, ask, help, rule, doc, evidence } = criterion;
  const entry = context.manifest.stages.get(stage.id)?.criteria.get(id);
  const verdict = decide(criterion, entry, await judge(evidence, context), context.manifest);
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
    location: stagePlace(context.manifest, stage.id),
    ...verdict,
  };
}
