import { targetOf } from './commands/target';
import { criterionId } from './tree/criterion';
import { stageId } from './tree/stage';
import type { Tracker } from './tree/tracker';

/** Shows the row of a stage or criterion in the tracker. */
export async function revealRow(tracker: Pick<Tracker, 'reveal'>, argument: unknown): Promise<void> {
  const target = targetOf(argument);
  if (target?.stage === undefined) return;
  const row = { project: target.project, stage: target.stage };
  await tracker.reveal(target.criterion === undefined ? stageId(row) : criterionId(row, target.criterion));
}
