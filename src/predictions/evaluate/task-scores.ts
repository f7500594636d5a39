import type { Score, Task } from '../evaluation';
import type { Outcomes } from '../outcomes';
import { binaryScores } from './binary';
import { clusterScores } from './clusters';
import type { Context } from './context';
import { multiclassScores } from './multiclass';
import { multilabelScores } from './multilabel';
import { isBinary } from './quick';
import { rankingScores } from './ranking';
import { numberScores } from './regression';

export interface ScoringOptions {
  readonly task: Task;
  /** Of forecasts: how many rows of a series make up one season. */
  readonly season: number;
}

/** All metrics of a task on some rows, each with its interval. */
export async function taskScores(
  outcomes: Outcomes,
  subset: Uint32Array,
  context: Context,
  { task, season }: ScoringOptions,
): Promise<readonly Score[]> {
  if (subset.length === 0) return [];
  if (isBinary(outcomes)) return binaryScores(outcomes, subset, context);
  switch (outcomes.kind) {
    case 'classes':
      return multiclassScores(outcomes, subset, context);
    case 'numbers':
      return numberScores(outcomes, subset, context, task === 'forecasting' ? { season } : undefined);
    case 'label-sets':
      return multilabelScores(outcomes, subset, context);
    case 'clusters':
      return clusterScores(outcomes, subset, context);
    case 'ranked':
      return (await rankingScores(outcomes, subset, context)).scores;
  }
}
