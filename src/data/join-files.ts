import type { SummedSplit } from './audit/split-profile';
import type { FileSummary } from './summarise-file';
import type { Plan } from './summary/plan';
import type { Summary } from './summary/summary';
import { createSummary, mergeSummaries } from './summary/summary';

export interface FileOfTable {
  readonly path: string;
  readonly summary: FileSummary;
}

/** Splits, each from what all files hold of it. */
export function joinFiles(plan: Plan, files: readonly FileOfTable[]): readonly SummedSplit[] {
  const splits = new Map<
    string,
    Omit<SummedSplit, 'summary'> & { readonly summaries: Summary[]; readonly files: string[] }
  >();
  for (const { path, summary } of files) {
    for (const [name, part] of summary) {
      const split = splits.get(name) ?? { name, role: part.role, summaries: [], files: [] };
      splits.set(name, split);
      split.summaries.push(part.summary);
      split.files.push(path);
    }
  }
  return [...splits.values()].map(({ summaries, ...split }) => ({
    ...split,
    summary: joined(plan, summaries),
  }));
}

function joined(plan: Plan, summaries: readonly Summary[]): Summary {
  const [first, second] = summaries;
  if (first && !second) return first;
  // Those of the files are kept for the next time, and must not change.
  const whole = createSummary(plan);
  for (const [file, summary] of summaries.entries()) mergeSummaries(whole, summary, file);
  return whole;
}
