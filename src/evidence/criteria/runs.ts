import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import type { RunsEvidence } from '../../manifest/evidence';
import type { Manifest } from '../../manifest/model';
import type { MetricTable, Run } from '../../metrics/table';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { fileOf } from '../measure';
import { counted, listed } from '../words';

/** Does the manifest select that many runs? */
export function judgeRuns(
  { least, history }: RunsEvidence,
  { manifest, facts: { metrics } }: EvidenceContext,
): Verdict {
  const others = filesOfOthers(manifest);
  const runs = metrics.table.runs.filter(({ fault, file }) => fault === undefined && !others.has(file));
  const counting = history ? withHistory(runs, metrics.table) : runs;
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

/** A table of indicators, week by week, is no run of a model: files that only metrics of business and operations name. */
function filesOfOthers(manifest: Manifest): ReadonlySet<string> {
  const named = (isModel: boolean): readonly string[] =>
    manifest.metrics
      .filter(({ kind }) => (kind === 'model') === isModel)
      .flatMap(spec => fileOf(manifest, spec) ?? []);
  const ofModel = new Set(named(true));
  return new Set(named(false).filter(file => !ofModel.has(file)));
}

function withHistory(runs: readonly Run[], table: MetricTable): readonly Run[] {
  const found = runsWithHistory(table);
  return runs.filter(({ id }) => found.has(id));
}

/** The runs of which a metric has values at several steps. */
function runsWithHistory({ values, series = [] }: MetricTable): ReadonlySet<string> {
  const found = new Set(series.map(({ run }) => run));
  const first = new Map<string, number>();
  for (const { run, name, split = '', step } of values) {
    if (step === undefined || found.has(run)) continue;
    const key = [run, name, split].join('\0');
    const known = first.get(key);
    if (known === undefined) first.set(key, step);
    else if (known !== step) found.add(run);
  }
  return found;
}
