import type { Result } from '../../base/result';
import type { Manifest, ServerSource } from '../../manifest/model';
import { pickRuns } from '../pick-runs';
import type { Picked } from '../pick-runs';
import type { ServerRuns } from './ask';
import type { StepsQuestion } from './questions';

/** A comparison shows no more; of further runs the values over steps are not asked for. */
const MOST_WITH_STEPS = 6;

export interface CountingRuns {
  readonly picked: Result<Picked, string>;
  /** What is asked for the values over steps of the first runs. */
  readonly asked: readonly StepsQuestion[];
  /** How many runs more would have such values. */
  readonly further: number;
}

/** The runs of a server that count, and the questions for the values over their steps. */
export function countingRuns(
  { table, stepped }: ServerRuns,
  source: ServerSource,
  manifest: Manifest,
): CountingRuns {
  const picked = pickRuns(table, source, manifest);
  const runs = picked.ok ? picked.value.table.runs : [];
  const questions = runs.flatMap((run): StepsQuestion[] => {
    const metrics = stepped.get(run.id) ?? [];
    const finished = run.tracked?.status === 'FINISHED';
    return metrics.length === 0 ? [] : [{ server: source.server, run: run.id, metrics, finished }];
  });
  const asked = questions.slice(0, MOST_WITH_STEPS);
  return { picked, asked, further: questions.length - asked.length };
}
