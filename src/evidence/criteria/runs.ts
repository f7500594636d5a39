import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import type { RunsEvidence } from '../../manifest/evidence';
import type { MetricTable, Run } from '../../metrics/table';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { counted, listed } from '../words';

/** Does the manifest select that many runs? */
export function judgeRuns(
  { least, history }: RunsEvidence,
  { manifest, facts: { metrics } }: EvidenceContext,
): Verdict {
  const runs = metrics.table.runs.filter(({ fault }) => fault === undefined);
  const counting = history ? runs.filter(run => hasHistory(metrics.table, run)) : runs;
  const what = `${counted(counting.length, 'run')}${history ? ' with values per step' : ''}`;
  const [first] = counting;
  if (first && counting.length >= least) {
    const place = { file: first.file, range: START_OF_FILE };
    return met(`${what}: ${listed(counting.map(({ name }) => name))}.`, place);
  }
  const place = fieldPlace(manifest, 'runs');
  const [unread] = [...metrics.unread, ...(history ? metrics.withoutSteps : [])];
  if (unread) return unknown(`${what}, but ${unread.source} could not be read: ${unread.reason}`, place);
  if (!manifest.fields.has('runs')) return unmet('`runs` does not say yet where runs are kept.', place);
  return unmet(`${what}; at least ${least.toLocaleString('en-US')} asked for.`, place);
}

/** Does one of its metrics have values at several steps? */
function hasHistory({ values, series = [] }: MetricTable, { id }: Run): boolean {
  if (series.some(({ run }) => run === id)) return true;
  const steps = new Map<string, Set<number>>();
  for (const { run, name, split, step } of values) {
    if (run !== id || step === undefined) continue;
    const key = `${name} ${split ?? ''}`;
    const known = steps.get(key) ?? new Set();
    steps.set(key, known.add(step));
  }
  return [...steps.values()].some(known => known.size > 1);
}
