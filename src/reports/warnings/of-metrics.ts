import type { Place } from '../../base/place';
import type { Measured } from '../../evidence/measure';
import { listed } from '../../evidence/words';
import { support } from '../../statistics/classification/confusion';
import { confusionOf, reportedMatrices } from '../counted-rows';
import type { Notice } from '../document';
import type { ReportFacts } from '../facts';
import { plural } from '../format';
import type { MetricReading } from '../metric-readings';
import { runName } from '../metric-readings';
import { runNames } from '../run-names';
import type { MetricRow } from '../view';
import type { FindWarnings } from './context';
import { information, warning } from './context';

/** What casts doubt on the metrics of the manifest, each by itself. */
export const ofMetrics: FindWarnings = ({ facts, readings }) => [
  ...readings.flatMap(reading => {
    const { row } = reading;
    if (!reading.measured) return failureOf(reading);
    const at = row.source?.place ?? row.declared;
    return [
      ...doubtsOn(row, reading.measured).map(notice => ({ ...notice, place: at })),
      ...assumedSplit(row, reading.measured).map(message => information(message, at)),
    ];
  }),
  ...inLaterRuns(facts, readings),
];

/** What is wrong with a file is said once, for all of its metrics. */
function failureOf(reading: MetricReading): readonly Notice[] {
  if (reading.measured) return [];
  const { kind, reason } = reading.failure;
  const ofFile = kind === 'unread' || kind === 'malformed';
  return ofFile ? [] : [warning(reason, reading.row.declared)];
}

/** What the reader should know about how the value was found. */
function assumedSplit({ name, source, split }: MetricRow, { splitAssumed }: Measured): readonly string[] {
  const path = source?.path ?? 'The source';
  return splitAssumed
    ? [`${path} does not say which split \`${name}\` is of; it is taken as ${split ?? 'asked for'}.`]
    : [];
}

const MOST_NAMES = 3;

/** Runs whose values do not count, since an earlier one has them: said once for all metrics of the same runs. */
function inLaterRuns(
  { metrics: { table }, manifest }: ReportFacts,
  readings: readonly MetricReading[],
): readonly Notice[] {
  const nameOf = runNames(table.runs, manifest.root);
  const alike = new Map<string, { readonly names: string[]; readonly place: Place }>();
  for (const { row, measured } of readings) {
    const later = measured?.laterRuns;
    if (!later || later.size === 0) continue;
    const others = [...later].slice(0, MOST_NAMES).map(run => nameOf.get(run) ?? runName(table, run));
    const first = measured?.parts[0]?.run;
    const counts = (first !== undefined && nameOf.get(first)) || (row.source?.run ?? 'the first');
    const rest = `also in ${plural(later.size, 'other run')} (${listed(others, 'and', MOST_NAMES, later.size)}); that of ${counts} counts. Narrow \`runs\` in the manifest to choose another.`;
    const known = alike.get(rest);
    if (known) known.names.push(`\`${row.name}\``);
    else alike.set(rest, { names: [`\`${row.name}\``], place: row.source?.place ?? row.declared });
  }
  return [...alike].map(([rest, { names, place }]) =>
    information(`${listed(names)} ${names.length === 1 ? 'is' : 'are'} ${rest}`, place),
  );
}

function doubtsOn(row: MetricRow, { value, computed }: Measured): readonly Notice[] {
  const { name, text, baseline } = row;
  const doubts: Notice[] = [];
  if (computed && Number.isNaN(value)) {
    const why = computed.noInterval === undefined ? '' : `: ${computed.noInterval}`;
    doubts.push(warning(`\`${name}\` is not defined on the rows of its predictions${why}.`));
  } else if (!Number.isFinite(value)) {
    const message = `\`${name}\` is ${text}: the training diverged, or it was computed on nothing.`;
    doubts.push({ severity: 'error', message });
  } else if (row.target && row.verdict === 'unknown') {
    doubts.push(warning(`\`${name}\`: ${row.reason}`));
  }
  if (baseline?.beaten === false)
    doubts.push(warning(`\`${name}\` is ${text} and does not beat its baseline of ${baseline.text}.`));
  if (baseline?.beaten && !baseline.sure && row.interval)
    doubts.push(
      information(
        `\`${name}\` is ${text}, but its 95 % interval ${row.interval.text} reaches its baseline of ${baseline.text}: that it is beaten may be luck.`,
      ),
    );
  return doubts;
}

/** Targets that a value alone is held against: how far it may be off is not known. */
export const byValueAlone: FindWarnings = ({ readings }) => {
  const alone = readings.flatMap(reading => {
    const { row, spec } = reading;
    const isJudged = row.verdict === 'met' || row.verdict === 'not met';
    if (!isJudged || spec.kind !== 'model' || !reading.measured) return [];
    if (!Number.isFinite(reading.measured.value)) return [];
    const { certainty } = reading.sureness;
    return 'none' in certainty ? [{ name: `\`${row.name}\``, why: certainty.none, place: row.declared }] : [];
  });
  return [...new Set(alone.map(({ why }) => why))].flatMap(why => {
    const own = alone.filter(one => one.why === why);
    const names = listed(own.map(({ name }) => name));
    const message = `${names} ${own.length === 1 ? 'is' : 'are'} judged by ${own.length === 1 ? 'its value' : 'their values'} alone, without an interval: ${why}.`;
    return [information(message, own[0]?.place)];
  });
};

/** Under so few rows an interval is honest, but hardly narrower than a guess. */
const FEW_ROWS = 30;

/** Metrics that rest on few rows, unless these are the rows of a class, of which more is said elsewhere. */
export const fewRows: FindWarnings = ({ facts, readings }) => {
  const said = new Set(reportedMatrices(facts, readings).flatMap(matrix => support(confusionOf(matrix))));
  return readings.flatMap(({ row: { name, interval, source, declared } }) => {
    if (interval?.n === undefined || interval.n >= FEW_ROWS || said.has(interval.n)) return [];
    const width = (interval.high - interval.low).toFixed(2);
    return [
      warning(
        `\`${name}\` rests on ${plural(interval.n, 'row')}, so its interval is ${width} wide. A larger test set would say more.`,
        source?.place ?? declared,
      ),
    ];
  });
};
