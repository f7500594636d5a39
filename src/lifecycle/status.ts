import { DAY } from '../base/time';
import type { CriterionState, Progress, StageState, StageStatus } from '../base/outcome';
import type { Manifest, StageEntry } from '../manifest/model';
import type { Lifecycle, Stage } from './model';

/** A stage with its criteria judged. */
export interface JudgedStage {
  readonly stage: Stage;
  readonly criteria: readonly CriterionState[];
}

/**
 * How stages stand: from their judged criteria and from what people signed.
 *
 * @param now milliseconds since 1970-01-01 UTC
 */
export function stageStates(
  lifecycle: Lifecycle,
  judged: readonly JudgedStage[],
  manifest: Manifest,
  now: number,
): readonly StageState[] {
  return judged.map(({ stage, criteria }, index) => {
    const entry = manifest.stages.get(stage.id);
    const status = statusOf(criteria, entry);
    const note = status === 'reopened' ? noteOf(lifecycle, stage, criteria) : staleNote(criteria);
    const before = judged.slice(0, index).map(earlier => manifest.stages.get(earlier.stage.id));
    return {
      id: stage.id,
      title: stage.title,
      status,
      overdue: status !== 'done' && isOverdue(entry, before, now),
      progress: progressOf(criteria),
      criteria,
      ...(note !== undefined && { note }),
    };
  });
}

/** Criteria met or waived, out of all. */
export function progressOf(criteria: readonly CriterionState[]): Progress {
  return { met: criteria.filter(isSettled).length, total: criteria.length };
}

export function isSettled({ outcome }: CriterionState): boolean {
  return outcome === 'met' || outcome === 'waived';
}

/** Signed off, a stage is done unless something is unmet again; what cannot be told does not reopen it. */
function statusOf(criteria: readonly CriterionState[], entry: StageEntry | undefined): StageStatus {
  if (entry?.signedOff) return criteria.some(({ outcome }) => outcome === 'unmet') ? 'reopened' : 'done';
  const { met, total } = progressOf(criteria);
  if (met === total) return 'ready';
  return met > 0 ? 'in-progress' : 'not-started';
}

/** What failed, and the stage that it sends work back to. */
function noteOf(lifecycle: Lifecycle, stage: Stage, criteria: readonly CriterionState[]): string {
  const failed = criteria.filter(({ outcome }) => outcome === 'unmet');
  const sentences = failed.map(({ id, reason }) => {
    const to = returnsOf(lifecycle, stage.id, id);
    const title = lifecycle.stages.find(other => other.id === to)?.title ?? stage.title;
    return `${id}: ${reason} Work goes back to ${title}.`;
  });
  return sentences.join(' ');
}

/** The stage that work goes back to when a criterion fails: as it says itself, as its stage says, or its stage. */
export function returnsOf({ stages }: Lifecycle, stage: string, criterion: string): string {
  const own = stages.find(({ id }) => id === stage);
  return own?.criteria.find(({ id }) => id === criterion)?.returnsTo ?? own?.returnsTo ?? stage;
}

/** What a signature rested on and does not any more: ticks whose files changed. They do not reopen the stage. */
function staleNote(criteria: readonly CriterionState[]): string | undefined {
  const stale = criteria.filter(criterion => criterion.stale);
  if (stale.length === 0) return undefined;
  return stale.map(({ id, reason }) => `${id}: ${reason}`).join(' ');
}

/**
 * A stage begins on the day on which the last of the stages before it was signed off, and may take the weeks planned
 * for it, the last day included. When the stage before it is not signed off, or there is none, its beginning is not known.
 */
function isOverdue(
  entry: StageEntry | undefined,
  before: readonly (StageEntry | undefined)[],
  now: number,
): boolean {
  if (!entry?.weeks || !before[before.length - 1]?.signedOff) return false;
  const days = before.flatMap(earlier =>
    earlier?.signedOff ? [Date.parse(`${earlier.signedOff.on}T00:00:00Z`)] : [],
  );
  return now >= Math.max(...days) + (entry.weeks.to * 7 + 1) * DAY;
}
