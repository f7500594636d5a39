import { START_OF_FILE } from '../base/place';
import { wordTime } from '../evidence/fresh/age';
import { listed, relativeTo } from '../evidence/words';
import { parseTime } from '../metrics/time-inside';
import { countingRuns } from './counted-rows';
import type { Notice } from './document';
import type { FileChange, ReportFacts } from './facts';
import { metricReadings } from './metric-readings';

/** When a run's numbers came into being, and who says so. */
interface Made {
  readonly name: string;
  readonly file: string;
  readonly time: number;
  readonly by: string;
}

/** Code and data that are younger than the numbers: they may no longer be what the model of today gives. */
export function stalenessOf(facts: ReportFacts): readonly Notice[] {
  const { manifest, changes } = facts;
  const counting = countingRuns(facts, metricReadings(facts));
  const made = facts.metrics.table.runs.flatMap(run =>
    counting.has(run.id) ? (madeAt(facts, run) ?? []) : [],
  );
  const younger = (one: Made): readonly FileChange[] =>
    changes.filter(
      ({ of, file, time, modified }) =>
        of !== 'metrics' && file !== one.file && (modified || time > one.time),
    );
  const byFile = new Map<string, Stale>();
  for (const one of made) {
    const [first, ...others] = [...younger(one)].sort((a, b) => b.time - a.time);
    if (!first) continue;
    const known = byFile.get(first.file);
    byFile.set(first.file, {
      first,
      others: Math.max(others.length, known?.others ?? 0),
      made: [...(known?.made ?? []), one],
    });
  }
  return [...byFile.values()].map(stale => noticeOf(manifest.root, stale));
}

/** Numbers that are older than a file; it is the youngest of those that are younger than they. */
interface Stale {
  readonly first: FileChange;
  readonly others: number;
  readonly made: readonly Made[];
}

/** An information: most changes of code do not move a number, and which do nobody knows. */
function noticeOf(root: string, { first, others, made }: Stale): Notice {
  const path = relativeTo(root, first.file);
  const when = first.modified
    ? `has changes that are not committed, last of ${wordTime(first.time)}`
    : `was changed on ${wordTime(first.time)}`;
  const runs = listed(made.map(({ name, time, by }) => `${name} (${wordTime(time)}, ${by})`));
  return {
    severity: 'information',
    message: `${path} ${when}, after the metrics of ${runs}${othersText(others)}. Evaluate again where that may have moved them.`,
    place: { file: first.file, range: START_OF_FILE },
  };
}

function othersText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ', and 1 more file is younger' : `, and ${count} more files are younger`;
}

/** A run that is committed together with its code is as young as that code, whenever it ran. */
function madeAt(
  { changes }: ReportFacts,
  { name, file, time }: { name: string; file: string; time?: string },
): Made | undefined {
  const stated = time === undefined ? undefined : parseTime(time);
  const change = changes.find(one => one.of === 'metrics' && one.file === file && !one.modified);
  if (change && (stated === undefined || change.time > stated))
    return { name, file, time: change.time, by: 'by the last commit of its file' };
  return stated === undefined ? undefined : { name, file, time: stated, by: 'as the run says' };
}
