import { START_OF_FILE } from '../../base/place';
import { parseTime } from '../../metrics/time-inside';
import type { Run } from '../../metrics/table';
import { fieldPlace } from '../context';
import type { EvidenceContext } from '../context';
import { measureSpec } from '../measure';
import type { Dated } from './age';
import { dateFile } from './of-file';

/** When a run took place: by itself, else by the file that it was read from. */
async function dateRun(run: Run, context: EvidenceContext): Promise<Dated> {
  const time = run.time === undefined ? undefined : parseTime(run.time);
  if (time === undefined) return dateFile(run.file, context);
  return { known: true, time, words: `The run ${run.name}`, place: { file: run.file, range: START_OF_FILE } };
}

/** `latest`, or a run by its id or name, of those that the manifest selects. */
export async function dateNamedRun(name: string, context: EvidenceContext): Promise<Dated> {
  const { runs } = context.facts.metrics.table;
  const run = name === 'latest' ? runs[0] : runs.find(one => one.id === name || one.name === name);
  if (run) return dateRun(run, context);
  const what = name === 'latest' ? 'no run' : `no run \`${name}\``;
  return nothing(`The manifest selects ${what}${unreadHint(context)}.`, context, 'runs');
}

/** The run that a metric's value was taken from. */
export async function dateMetric(
  metric: string,
  split: string | undefined,
  context: EvidenceContext,
): Promise<Dated> {
  const spec = context.manifest.metrics.find(({ name }) => name === metric);
  if (!spec) return nothing(`The manifest declares no metric \`${metric}\`.`, context, 'metrics');
  const measured = measureSpec(context, spec, split);
  if (!measured.ok) return nothing(measured.failure.reason, context, 'metrics');
  const of = measured.value.parts[0]?.run;
  const run = context.facts.metrics.table.runs.find(({ id }) => id === of);
  return run ? dateRun(run, context) : nothing(`No run is known for \`${metric}\`.`, context, 'metrics');
}

/** The first selected run, by their order, with a value on this split. */
export async function dateSplit(split: string, context: EvidenceContext): Promise<Dated> {
  const { runs, values } = context.facts.metrics.table;
  const on = new Set(values.filter(value => value.split === split).map(({ run }) => run));
  const run = runs.find(({ id }) => on.has(id));
  return run
    ? dateRun(run, context)
    : nothing(`No run reports a metric on ${split}${unreadHint(context)}.`, context, 'runs');
}

function nothing(reason: string, { manifest }: EvidenceContext, field: string): Dated {
  return { known: false, reason, place: fieldPlace(manifest, field) };
}

function unreadHint({ facts }: EvidenceContext): string {
  const [unread] = facts.metrics.unread;
  return unread ? `; ${unread.source} could not be read: ${unread.reason.replace(/\.$/, '')}` : '';
}
