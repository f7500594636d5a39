import type { CriterionState, StageState, Tick, Verdict } from '../base/outcome';
import { decide, isManual } from '../lifecycle/decide';
import { effectiveLifecycle } from '../lifecycle/effective';
import type { Criterion, Lifecycle, Stage } from '../lifecycle/model';
import { stageStates } from '../lifecycle/status';
import type { JudgedStage } from '../lifecycle/status';
import type { Evidence } from '../manifest/evidence';
import type { Manifest } from '../manifest/model';
import type { EvidenceClock } from './clock';
import { commandLines } from './command-lines';
import { reportAnchor } from './report-anchor';
import { fieldPlace, stagePlace } from './context';
import { describeEvidence } from './describe';

export interface Evaluation {
  readonly stages: readonly StageState[];
  readonly groups: readonly StageState[];
  readonly pitfalls: readonly CriterionState[];
}

/** What evidence says of a criterion; `id` is its own within the project, as in `data/clean`. */
export type JudgeCriterion = (id: string, evidence: Evidence) => Promise<Verdict>;

/** The files that a tick rested on and that changed since, relative to the manifest. */
export type StaleTick = (stage: string, criterion: string, tick: Tick) => Promise<readonly string[]>;

export interface Judging {
  readonly clock: EvidenceClock;
  readonly judge: JudgeCriterion;
  /** No tick is stale unless given. */
  readonly stale?: StaleTick;
}

/** Where a project stands in its lifecycle: every criterion with its outcome, every stage with its status. */
export async function evaluateProject(
  manifest: Manifest,
  lifecycle: Lifecycle,
  judging: Judging,
): Promise<Evaluation> {
  const effective = effectiveLifecycle(lifecycle, manifest);
  const now = judging.clock.today();
  const stages = await judgeStages(effective.stages, manifest, judging);
  const groups = await judgeStages(effective.groups, manifest, judging);
  return {
    stages: stageStates(effective, stages, manifest, now),
    groups: stageStates(effective, groups, manifest, now),
    pitfalls: await judgePitfalls(effective, manifest, judging.judge),
  };
}

async function judgeStages(
  stages: readonly Stage[],
  manifest: Manifest,
  { judge, stale }: Judging,
): Promise<readonly JudgedStage[]> {
  const judged: JudgedStage[] = [];
  for (const stage of stages) {
    const criteria: CriterionState[] = [];
    for (const criterion of stage.criteria) {
      const verdict = await judge(`${stage.id}/${criterion.id}`, criterion.evidence);
      const tick = manifest.stages.get(stage.id)?.criteria.get(criterion.id)?.done;
      const changed = tick && (await stale?.(stage.id, criterion.id, tick));
      criteria.push(stateOf({ stage, criterion, manifest, verdict, changed: changed ?? [] }));
    }
    judged.push({ stage, criteria });
  }
  return judged;
}

interface Judged {
  readonly stage: Stage;
  readonly criterion: Criterion;
  readonly manifest: Manifest;
  readonly verdict: Verdict;
  /** Files that its tick rested on and that changed since. */
  readonly changed: readonly string[];
}

/** Nobody ticks a pitfall: it is there, or it is not, or it cannot be told. */
async function judgePitfalls(
  { pitfalls }: Lifecycle,
  manifest: Manifest,
  judge: JudgeCriterion,
): Promise<readonly CriterionState[]> {
  const states: CriterionState[] = [];
  for (const pitfall of pitfalls) {
    const verdict = await judge(`pitfalls/${pitfall.id}`, pitfall.evidence);
    states.push({ ...saidOf(pitfall, manifest), location: fieldPlace(manifest, 'lifecycle'), ...verdict });
  }
  return states;
}

function stateOf({ stage, criterion, manifest, verdict, changed }: Judged): CriterionState {
  const entry = manifest.stages.get(stage.id)?.criteria.get(criterion.id);
  return {
    ...saidOf(criterion, manifest),
    ...(entry?.done && { tick: entry.done }),
    // Everything has a place to go to: at the least where the manifest speaks of the stage, or names the lifecycle.
    location: stagePlace(manifest, stage.id),
    ...(entry?.done && changed.length > 0 && { stale: changed }),
    ...decide(criterion, entry, verdict, manifest, changed),
  };
}

/** What a state takes from its criterion, before anything is judged. */
function saidOf(criterion: Criterion, manifest: Manifest): Omit<CriterionState, 'outcome' | 'reason'> {
  const { id, ask, help, rule, doc, evidence } = criterion;
  const commands = commandLines(evidence, manifest);
  const report = reportAnchor(evidence, manifest);
  return {
    id,
    ask,
    ...(help !== undefined && { help }),
    ...(rule !== undefined && { rule }),
    ...(doc !== undefined && { doc }),
    evidence: describeEvidence(evidence),
    ...(commands.length > 0 && { commands }),
    ...(report !== undefined && { report }),
    manual: isManual(criterion),
  };
}
