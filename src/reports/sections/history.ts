import type { Axis, LineChart } from '../../base/chart';
import { wordTime } from '../../evidence/fresh/age';
import { relativeTo } from '../../evidence/words';
import type { MetricSpec } from '../../manifest/model';
import type { Block, ChartBlock, Row, Section, TableBlock } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf } from '../figures';
import { formatNumber, plural } from '../format';
import type { HistoryPoint } from '../run-history';
import { areTimed, overCommits, overRuns } from '../run-history';
import { statedColumns, UNKNOWN } from '../shown';

/** Rows of a table of history; of more, the latest. */
const MOST_ROWS = 20;

type Over = 'runs' | 'commits';

/** The metrics of the manifest over runs and over commits, each with its interval. */
export function history(facts: ReportFacts): Section {
  const section = { id: 'history', title: 'Over runs and commits' };
  const specs = facts.manifest.metrics;
  const runs = specs.flatMap((spec, at) => blockOf(overRuns(facts, spec), spec, at, 'runs') ?? []);
  const commits = specs.flatMap((spec, at) => blockOf(overCommits(facts, spec), spec, at, 'commits') ?? []);
  const unread = unreadText(facts);
  if (runs.length + commits.length === 0) return { ...section, missing: missingText(facts), blocks: [] };
  const blocks: readonly Block[] = [
    ...runs,
    ...commits,
    ...(unread === undefined ? [] : [{ kind: 'text' as const, text: unread }]),
  ];
  const parts = [
    ...(runs.length > 0 ? [`${plural(runs.length, 'metric')} over runs`] : []),
    ...(commits.length > 0 ? [`${plural(commits.length, 'metric')} over commits`] : []),
  ];
  return { ...section, summary: `${parts.join(', ')}.`, blocks };
}

function missingText({ manifest, commits }: ReportFacts): string {
  if (manifest.metrics.length === 0) return 'The manifest names no metrics to follow.';
  const [unknown] = commits.unknown;
  const why = unknown
    ? `, and of earlier commits nothing is known (${unknown.reason})`
    : ', and no earlier commit of their files has another value';
  return `No metric has a value in two runs${why}. Keep earlier runs, or commit the files of metrics.`;
}

function unreadText({ manifest, commits }: ReportFacts): string | undefined {
  const lost = commits.files.flatMap(({ file, unread, more }) => [
    ...(unread.length > 0
      ? [`${plural(unread.length, 'commit')} of ${relativeTo(manifest.root, file)} could not be read`]
      : []),
    ...(more ? [`older commits of ${relativeTo(manifest.root, file)} were left out`] : []),
  ]);
  const unknown = commits.unknown.map(({ file, reason }) => `${relativeTo(manifest.root, file)}: ${reason}`);
  const { more = 0 } = commits;
  const further = more > 0 ? [`the commits of ${plural(more, 'further file')}`] : [];
  const all = [...lost, ...unknown, ...further];
  return all.length === 0 ? undefined : `Not shown: ${all.join('; ')}.`;
}

function blockOf(
  points: readonly HistoryPoint[],
  spec: MetricSpec,
  at: number,
  over: Over,
): ChartBlock | undefined {
  if (points.length < 2) return undefined;
  const isTimed = over === 'commits' || areTimed(points);
  const id = `history-${over}-${at + 1}`;
  const count = plural(points.length, over === 'runs' ? 'run' : 'commit');
  const text = isTimed ? `${wayText(points)} in ${count}.` : unorderedText(points, count);
  return {
    kind: 'chart',
    id,
    title: `${spec.name} over ${over}`,
    text,
    chart: chartOf(spec, points, over),
    table: tableOf(spec, points, over, isTimed, `${id}-table`),
  };
}

/** How a metric went: `From 0.5802 to 0.5597, between 0.535 and 0.5922`. */
function wayText(points: readonly HistoryPoint[]): string {
  const values = points.map(({ value }) => value);
  const [first = NaN, last = NaN] = [values[0], values[values.length - 1]];
  const ends = [Math.min(...values), Math.max(...values)];
  const [from, to, low, high] = [first, last, ...ends].map(formatNumber);
  if (low === high) return `${from ?? ''}, the same`;
  const way = from === to ? `${from ?? ''} first and last` : `From ${from ?? ''} to ${to ?? ''}`;
  const isWithin = ends.every(end => end === first || end === last);
  return isWithin || values.some(value => Number.isNaN(value))
    ? way
    : `${way}, between ${low ?? ''} and ${high ?? ''}`;
}

/** Runs that do not say when they ran have no order. */
function unorderedText(points: readonly HistoryPoint[], count: string): string {
  const values = points.map(({ value }) => value);
  const [least = '', most = ''] = [Math.min(...values), Math.max(...values)].map(formatNumber);
  const range = least === most ? `${least}, the same,` : `Between ${least} and ${most}`;
  const all = points.some(({ time }) => time !== undefined) ? ' all' : '';
  return `${range} in ${count}, which do not${all} say when they ran.`;
}

function chartOf(spec: MetricSpec, points: readonly HistoryPoint[], over: Over): LineChart {
  // Moments that are all one would stand above each other.
  const timed =
    points.every(({ time }) => time !== undefined) && new Set(points.map(({ time }) => time)).size > 1;
  const x: Axis = timed
    ? { title: over === 'runs' ? 'Time of the run' : 'Time of the commit', scale: 'time' }
    : { title: 'Runs, the one that counts last', isWhole: true };
  const bounded = points.every(({ certainty }) => !('none' in certainty));
  const end = (of: 'low' | 'high'): number[] =>
    points.map(({ certainty, value }) => ('none' in certainty ? value : certainty[of]));
  const { target, baseline, unit, name } = spec;
  return {
    kind: 'lines',
    x,
    y: { title: unit === undefined ? name : `${name} (${unit})` },
    lines: [
      {
        name,
        x: points.map(({ time }, at) => (timed ? (time ?? 0) : at + 1)),
        y: points.map(({ value }) => value),
        ...(bounded && { low: end('low'), high: end('high') }),
        shape: 'dots-and-line',
      },
    ],
    rules: [
      ...(target ? [{ of: 'y' as const, at: target.value, name: 'target' }] : []),
      ...(baseline === undefined ? [] : [{ of: 'y' as const, at: baseline, name: 'baseline' }]),
    ],
  };
}

function tableOf(
  spec: MetricSpec,
  points: readonly HistoryPoint[],
  over: Over,
  isTimed: boolean,
  id: string,
): TableBlock {
  const more = Math.max(0, points.length - MOST_ROWS);
  const notes = points.some(({ note }) => note !== undefined);
  return statedColumns({
    kind: 'table',
    id,
    title: `${spec.name} over ${over}, the ${isTimed ? 'latest' : 'one that counts'} first`,
    columns: [
      { title: over === 'runs' ? 'Run' : 'Commit' },
      { title: 'Time' },
      { title: spec.name, isNumber: true },
      ...(notes ? [{ title: 'Subject' }] : []),
    ],
    rows: points
      .slice(-MOST_ROWS)
      .reverse()
      .map(point => rowOf(point, spec, notes)),
    ...(more > 0 && { more }),
  });
}

function rowOf(point: HistoryPoint, { unit }: MetricSpec, notes: boolean): Row {
  const { name, time, value, certainty, n, source, note } = point;
  return {
    cells: [
      name,
      time === undefined ? UNKNOWN : wordTime(time),
      figureOf(value, { unit, certainty, n, source }),
      ...(notes ? [note ?? ''] : []),
    ],
  };
}
