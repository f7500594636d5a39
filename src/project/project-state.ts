import type { ProjectState } from '../base/project';
import type { JudgeCriterion, StaleTick } from '../evidence/evaluate';
import { evaluateProject } from '../evidence/evaluate';
import { ledgerOf } from '../evidence/ledger/ledger';
import { runLooksInSteps } from '../evidence/ledger/runs';
import { tickEntry } from '../history/tick';
import type { Comparisons } from './comparisons';
import { effortShares } from '../lifecycle/effort-shares';
import type { Judgements } from './judgements';
import type { ManifestContent } from './loaded-manifest';
import { paced, type Pace } from './pace';
import { nextStep } from './next-step';
import { watchedPaths } from './watched-paths';
import { predictionsProblem } from './predictions-problem';
import type { Known } from './recorded';

/** What is remembered of a project from one evaluation to the next. */
export interface Kept {
  readonly judgements: Judgements;
  readonly comparisons: Comparisons;
}

/** A project as it stands; one whose lifecycle is not known has no stages, and a problem that says why. */
export async function projectState(
  { manifest, lifecycle, history }: ManifestContent,
  known: Known,
  { judgements, comparisons }: Kept,
  pace: Pace,
): Promise<ProjectState> {
  // Criteria ask for it all at once.
  if (lifecycle) await paced(runLooksInSteps(known), pace);
  const asked = new Set<string>();
  const judge: JudgeCriterion = async (id, evidence) => {
    asked.add(id);
    await pace();
    return judgements.verdict(id, evidence, known);
  };
  const stale: StaleTick = async (stage, criterion, tick) => {
    const entry = tickEntry(history.entries, stage, criterion, tick);
    return entry ? comparisons.changed(`${stage}/${criterion}`, entry.rests, manifest.root) : [];
  };
  const { stages, groups, pitfalls } = lifecycle
    ? await evaluateProject(manifest, lifecycle, { clock: known.facts.clock, judge, stale })
    : { stages: [], groups: [], pitfalls: [] };
  await pace();
  judgements.keep(asked);
  comparisons.keep(asked);
  const all = [...stages, ...groups];
  const servers = known.facts.servers.named;
  const next = nextStep(stages, groups);
  const ledger = lifecycle && ledgerOf(known);
  await pace();
  return {
    name: manifest.name,
    file: manifest.file,
    lifecycle: manifest.lifecycle,
    progress: {
      met: all.reduce((sum, { progress }) => sum + progress.met, 0),
      total: all.reduce((sum, { progress }) => sum + progress.total, 0),
    },
    problems: [...manifest.problems, ...predictionsProblem(manifest, known.facts.metrics.notRecomputed)],
    stages,
    groups,
    pitfalls,
    rulesOfThumb: lifecycle?.rulesOfThumb ?? [],
    effort: effortShares(manifest),
    watched: watchedPaths(manifest, lifecycle),
    ...(next && { next }),
    ...(servers.length > 0 && { servers }),
    ...(ledger && { ledger }),
  };
}
