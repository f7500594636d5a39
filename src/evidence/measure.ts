import type { Place } from '../base/place';
import { fail, ok } from '../base/result';
import type { Result } from '../base/result';
import type { Expression, MetricRef } from '../manifest/expression/ast';
import { evaluate } from '../manifest/expression/evaluate';
import { parseExpression } from '../manifest/expression/parse';
import type { Manifest, MetricSpec } from '../manifest/model';
import { didYouMean, nearest } from '../base/nearest';
import { alike } from '../metrics/alike';
import { lookUp } from '../metrics/select';
import type { Lookup, MetricQuery } from '../metrics/select';
import type { ComputedFrom, MetricValue } from '../metrics/table';
import type { DifferenceOfShares } from './difference';
import { differenceOfShares } from './difference';
import type { MetricFacts } from './facts';
import { listed, relativeTo } from './words';

/** The part of an evaluator's context that metrics are measured in; reports measure in one of their own. */
export interface MeasureContext {
  readonly manifest: Manifest;
  readonly facts: { readonly metrics: MetricFacts };
}

/** The value of a metric, and where it came from. */
export interface Measured {
  readonly value: number;
  /** `recall on test`. */
  readonly label: string;
  readonly place: Place;
  readonly counts?: { readonly successes: number; readonly n: number };
  /** Of a value that was computed afresh from rows. */
  readonly computed?: ComputedFrom;
  /** Of an expression that takes one share from another. */
  readonly difference?: DifferenceOfShares;
  /** A split was asked for, and the source does not name the split of this value. */
  readonly splitAssumed: boolean;
  /** Every value that it was computed from. */
  readonly parts: readonly MetricValue[];
  /** Runs that come later and report the same metrics, by their ids: these values do not count. */
  readonly laterRuns: ReadonlySet<string>;
}

/**
 * Why there is no value. `elsewhere`: the metric is known, but not on this split or slice; `malformed`: its file has a syntax
 * error; `unread`: the file that may hold it could not be read.
 */
export interface NotMeasured {
  readonly kind: 'missing' | 'elsewhere' | 'ambiguous' | 'malformed' | 'unread';
  readonly reason: string;
}

/** The value of a metric of the manifest, on `split` where one is given, else on its own. */
export function measureSpec(
  context: MeasureContext,
  spec: MetricSpec,
  split = spec.split,
): Result<Measured, NotMeasured> {
  if (spec.expr !== undefined) return computed(context, spec.expr, split, spec.name);
  if (spec.from === undefined) return found(context, query(spec.name, split));
  const [, name = spec.name] = spec.from.split('#', 2);
  const run = fileOf(context.manifest, spec);
  const own = found(context, { ...query(name, split), ...(run !== undefined && { run }) });
  // The source has a name of its own for it; the reader knows the manifest's.
  return own.ok ? ok({ ...own.value, label: labelOf(spec.name, own.value.parts[0]?.split ?? split) }) : own;
}

/** The file that a metric of the manifest names as its own source. */
export function fileOf(manifest: Manifest, { from }: MetricSpec): string | undefined {
  return from === undefined ? undefined : resolvedIn(manifest, from.split('#', 1)[0] ?? '');
}

const labelOf = (name: string, split: string | undefined): string =>
  split === undefined ? name : `${name} on ${split}`;

function resolvedIn({ root }: Manifest, path: string): string {
  return `${root}/${path.replace(/^\.\//, '')}`;
}

/** The value of a metric as an expression names it. */
export function measureRef(
  context: MeasureContext,
  ref: MetricRef,
  split: string | undefined,
): Result<Measured, NotMeasured> {
  const of = (key: string): string | undefined =>
    ref.qualifiers.find(qualifier => qualifier.key === key)?.value;
  const slices = ref.qualifiers.filter(({ key }) => key.startsWith('slice.'));
  const run = of('run');
  return found(context, {
    ...query(ref.name, of('split') ?? split),
    ...(run !== undefined && { run }),
    ...(slices.length > 0 && {
      slice: Object.fromEntries(slices.map(({ key, value }) => [key.slice('slice.'.length), value])),
    }),
  });
}

function computed(
  context: MeasureContext,
  expr: string,
  split: string | undefined,
  name: string,
): Result<Measured, NotMeasured> {
  const parsed = parseExpression(expr);
  if (!parsed.ok || parsed.value.kind === 'comparison') {
    return fail({ kind: 'missing', reason: `\`${expr}\` cannot be computed.` });
  }
  const parts: Measured[] = [];
  const result = evaluate(parsed.value, (ref): Result<number, NotMeasured> => {
    const part = measureRef(context, ref, split);
    if (part.ok) parts.push(part.value);
    return part.ok ? ok(part.value.value) : part;
  });
  const [first] = parts;
  if (!result.ok) return result;
  if (!first) return fail({ kind: 'missing', reason: `\`${expr}\` mentions no metric.` });
  return ok(computedFrom(parsed.value, { value: result.value, label: name }, [first, ...parts.slice(1)]));
}

/** The value of an expression, with what is known of the metrics that it is made of. */
export function computedFrom(
  expression: Expression,
  own: Pick<Measured, 'value' | 'label'>,
  parts: readonly [Measured, ...Measured[]],
): Measured {
  const values = parts.flatMap(part => part.parts);
  const difference = differenceOfShares(expression, values);
  return {
    ...own,
    place: parts[0].place,
    splitAssumed: parts.some(part => part.splitAssumed),
    parts: values,
    get laterRuns() {
      return new Set(parts.flatMap(part => [...part.laterRuns]));
    },
    ...(difference && { difference }),
  };
}

function found(context: MeasureContext, asked: MetricQuery): Result<Measured, NotMeasured> {
  const positive = context.manifest.declarations.target?.positive;
  const lookup = lookUp(context.facts.metrics.named(asked.name), {
    ...asked,
    ...(positive !== undefined && { positive: String(positive) }),
  });
  if (lookup.kind === 'found') {
    const stopped = stoppedBefore(context, asked);
    return stopped ? fail(stopped) : ok(measuredBy(asked, lookup));
  }
  const afresh = asked.run === undefined ? recomputed(context, asked, lookup.kind) : undefined;
  return afresh ? ok(measuredBy(asked, afresh)) : fail(whyNot(context, asked, lookup));
}

/** Which run counts first is not known while some were not read. */
function stoppedBefore({ facts }: MeasureContext, { name, run }: MetricQuery): NotMeasured | undefined {
  const stopped = run === undefined && facts.metrics.unread.find(source => source.stopped);
  if (!stopped) return undefined;
  const { source, reason } = stopped;
  return {
    kind: 'unread',
    reason: `Which run \`${name}\` is taken from is not known, as ${source} could not be read whole: ${reason}.`,
  };
}

/** What predictions tell where no run does. */
function recomputed(
  { facts }: MeasureContext,
  asked: MetricQuery,
  kind: Lookup['kind'],
): FoundValue | undefined {
  if (kind !== 'missing' && kind !== 'elsewhere') return undefined;
  const lookup = lookUp(facts.metrics.recomputed(asked.name), asked);
  return lookup.kind === 'found' ? lookup : undefined;
}

type FoundValue = Extract<Lookup, { kind: 'found' }>;

function measuredBy(asked: MetricQuery, lookup: FoundValue): Measured {
  const { value } = lookup;
  return {
    value: value.value,
    label: labelOf(asked.name, value.split ?? asked.split),
    place: value.place,
    splitAssumed: lookup.splitAssumed,
    parts: [value],
    get laterRuns() {
      return lookup.laterRuns;
    },
    ...(value.counts && { counts: value.counts }),
    ...(value.computed && { computed: value.computed }),
  };
}

function whyNot(
  context: MeasureContext,
  asked: MetricQuery,
  lookup: Exclude<Lookup, { kind: 'found' }>,
): NotMeasured {
  const what = asked.split === undefined ? `\`${asked.name}\`` : `\`${asked.name}\` on ${asked.split}`;
  if (lookup.kind === 'malformed') {
    const { file, range } = lookup.fault;
    const path = relativeTo(context.manifest.root, file);
    const reason = `${path} is cut short or malformed, at line ${range.start.line + 1}, so ${what} is not known; write the file again.`;
    return { kind: 'malformed', reason };
  }
  const unread = isUnread(context, asked);
  if (lookup.kind === 'missing' && !unread && asked.run !== undefined && isNoRun(context, asked.run)) {
    const names = listed(
      [...new Set(context.facts.metrics.table.runs.map(({ name }) => `\`${name}\``))],
      'and',
      MOST_NAMES,
    );
    return {
      kind: 'missing',
      reason: `No run that \`runs\` selects is \`${asked.run}\`; there are ${names}.`,
    };
  }
  if (lookup.kind === 'missing') {
    const reason = `No run reports ${what}${runsHint(context)}.${namesHint(context, asked.name)}`;
    return { kind: unread ? 'unread' : 'missing', reason };
  }
  const candidates = listed([...new Set(lookup.candidates.map(fullName))]);
  const reason =
    lookup.kind === 'ambiguous'
      ? `${what} may mean ${candidates}; say which.`
      : `No run reports ${what}, only ${candidates}.`;
  return { kind: lookup.kind, reason };
}

/** Is everything that may hold the metric unread, so that there is no more to say than that? */
function isUnread({ manifest, facts }: MeasureContext, { run }: MetricQuery): boolean {
  const { unread, table, notRecomputed } = facts.metrics;
  if (run === undefined)
    return table.runs.length === 0 && (unread.length > 0 || notRecomputed?.failed === true);
  return unread.some(({ source }) => source === run || resolvedIn(manifest, source) === run);
}

/** What may be behind a metric that is nowhere: nothing was named, or what was named could not be read. */
function runsHint({ manifest, facts }: MeasureContext): string {
  const [unread] = facts.metrics.unread;
  if (unread)
    return `; ${relativeTo(manifest.root, unread.source)} could not be read: ${unread.reason.replace(/\.$/, '')}`;
  const { table, notRecomputed } = facts.metrics;
  if (notRecomputed) return `; ${relativeTo(manifest.root, notRecomputed.file)} ${notRecomputed.reason}`;
  if (table.runs.length > 0) return '';
  return manifest.runs.length === 0
    ? '; name the files of your runs under `runs`'
    : '; there are no runs where `runs` looks';
}

const MOST_NAMES = 6;

/** Does an expression name a run that is not among those selected? A file may hold metrics and still not this one. */
function isNoRun({ facts }: MeasureContext, wanted: string): boolean {
  const { runs } = facts.metrics.table;
  return runs.length > 0 && runs.every(({ id, name, file }) => ![id, name, file].includes(wanted));
}

/** What the runs report instead. */
function namesHint({ facts }: MeasureContext, wanted: string): string {
  const names = [...new Set(alike(facts.metrics.table.values).map(({ name }) => name))];
  if (names.length === 0) return '';
  const known = listed(
    names.map(name => `\`${name}\``),
    'and',
    MOST_NAMES,
  );
  return `${didYouMean(nearest(wanted, names))} They report ${known}.`;
}

function fullName({ name, split, slice }: MetricValue): string {
  const qualifiers = [
    ...(split === undefined ? [] : [`split=${split}`]),
    ...Object.entries(slice ?? {}).map(([column, value]) => `slice.${column}=${value}`),
  ];
  return qualifiers.length === 0 ? `\`${name}\`` : `\`${name}[${qualifiers.join(', ')}]\``;
}

const query = (name: string, split: string | undefined): MetricQuery => ({
  name,
  ...(split !== undefined && { split }),
});
