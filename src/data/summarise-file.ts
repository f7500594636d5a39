import type { SplitRole } from '../base/declarations';
import type { Cancellation, OpenFile } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { divide } from './divide';
import type { Division } from './request';
import { addRows, startAdding } from './summary/add-rows';
import type { Plan } from './summary/plan';
import type { Summary } from './summary/summary';
import { createSummary } from './summary/summary';
import type { TableProblem } from './table/batch';
import { readTable } from './table/read-table';

/** What one file holds of each split, in the order in which they turn up. */
export type FileSummary = ReadonlyMap<string, { readonly role: SplitRole; readonly summary: Summary }>;

export interface Summarising {
  readonly plan: Plan;
  readonly division: Division | undefined;
  /** The split of a file that is not divided. */
  readonly own: { readonly name: string; readonly role: SplitRole };
  readonly cancellation: Cancellation;
  readonly onBytes: (bytes: number) => void;
}

/** Reads a file whole, once. Nothing of it counts when it cannot be read to its end. */
export async function summariseFile(
  file: OpenFile,
  path: string,
  { plan, division, own, cancellation, onBytes }: Summarising,
): Promise<Result<FileSummary, TableProblem>> {
  const parts = new Map<string, { readonly role: SplitRole; readonly summary: Summary }>();
  if (!division) parts.set(own.name, { role: own.role, summary: createSummary(plan) });
  const adding = startAdding(plan);
  let problem: TableProblem | undefined;
  let first = 0;
  const read = await readTable(file, path, {
    cancellation,
    onBytes,
    onBatch: batch => {
      const divided = divide(batch, own, division, plan.time);
      if (!divided.ok) {
        problem = divided.failure;
        return 'stop';
      }
      for (const { split, role, indices } of divided.value) {
        const part = parts.get(split) ?? { role, summary: createSummary(plan) };
        parts.set(split, part);
        addRows(part.summary, adding, batch, indices, first);
      }
      first += batch.rows;
      return 'go on';
    },
  });
  if (!read.ok) return read;
  return problem ? fail(problem) : ok(parts);
}
