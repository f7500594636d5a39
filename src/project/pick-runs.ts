import type { Manifest, MetricSpec, RunSource } from '../manifest/model';
import type { Where } from '../manifest/where/ast';
import type { Ask } from '../manifest/where/satisfies';
import { satisfies } from '../manifest/where/satisfies';
import { namedIn } from '../metrics/named';
import { lookUp } from '../metrics/select';
import type { MetricTable, MetricValue, Run } from '../metrics/table';
import { fail, ok } from '../base/result';
import type { Result } from '../base/result';
import { byText } from './order';

export interface Picked {
  /** The runs that count, in the order in which they do. */
  readonly table: MetricTable;
  /** Those that do not. */
  readonly passedOver: MetricTable;
}

/** The runs of a source that count, in the order in which they do; or why there is none. */
export function pickRuns(table: MetricTable, source: RunSource, manifest: Manifest): Result<Picked, string> {
  const steps = pickInSteps(table, source, manifest);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

type Picking<T> = Generator<undefined, Result<T, string>, undefined>;

/** After so many runs it may be left. */
const AT_A_TIME = 500;

/** The same, and may be left for a moment wherever it yields. */
export function* pickInSteps(
  table: MetricTable,
  { where, pick }: RunSource,
  manifest: Manifest,
): Picking<Picked> {
  const finished = asksForStatus(where) ? table.runs : table.runs.filter(hasFinished);
  if (finished.length === 0 && table.runs.length > 0) {
    return fail(`none of its ${table.runs.length} runs has finished`);
  }
  const fitting = where ? satisfying(where, finished, table) : finished;
  if (fitting.length === 0 && finished.length > 0) return fail('no run of it satisfies `where`');
  const ordered = yield* order(fitting, table, pick, manifest);
  if (!ordered.ok) return ordered;
  yield;
  const picked = new Set(ordered.value);
  const others = table.runs.filter(run => !picked.has(run));
  const counting = withRuns(table, ordered.value);
  yield;
  return ok({ table: counting, passedOver: withRuns(table, others) });
}

function satisfying(where: Where, runs: readonly Run[], table: MetricTable): readonly Run[] {
  const byRun = valuesByRun(table);
  return runs.filter(run => satisfies(where, askerOf(run, byRun)));
}

/** A run that failed, was stopped or is still going says nothing final. Files tell no status: they are there. */
function hasFinished({ tracked }: Run): boolean {
  return tracked === undefined || tracked.status === 'FINISHED';
}

function asksForStatus(where: Where | undefined): boolean {
  return where?.some(({ of }) => of.entity === 'attribute' && of.key === 'status') ?? false;
}

type ValuesByRun = ReadonlyMap<string, readonly MetricValue[]>;

function valuesByRun({ values }: Pick<MetricTable, 'values'>): ValuesByRun {
  const byRun = new Map<string, MetricValue[]>();
  for (const value of values) {
    const known = byRun.get(value.run);
    if (known) known.push(value);
    else byRun.set(value.run, [value]);
  }
  return byRun;
}

function* order(
  runs: readonly Run[],
  table: MetricTable,
  pick: string,
  manifest: Manifest,
): Picking<readonly Run[]> {
  if (pick === 'latest') return ok([...runs].sort(latestFirst));
  if (pick === 'best') return yield* bestFirst(runs, table, manifest);
  const named = runs.filter(({ id, name }) => id === pick || name === pick);
  return named.length > 0 ? ok([...named].sort(latestFirst)) : fail(`it holds no run \`${pick}\``);
}

/** By the time that the source itself tells; runs without one come after, by file. */
function latestFirst(a: Run, b: Run): number {
  return byText(b.time ?? '', a.time ?? '') || byText(a.file, b.file);
}

/** By the first metric of the manifest that says which way is better; runs without it do not compete. */
function* bestFirst(
  runs: readonly Run[],
  table: MetricTable,
  { metrics }: Manifest,
): Picking<readonly Run[]> {
  const deciding = metrics.find(spec => spec.kind === 'model' && spec.direction && spec.expr === undefined);
  if (!deciding) {
    return fail('`pick: best` needs a metric with a target or a `direction`, to tell which run is best');
  }
  const named = valuesByRun(namedIn(table)(deciding.name));
  const scored: { readonly run: Run; readonly value: number }[] = [];
  for (const [at, run] of runs.entries()) {
    if (at % AT_A_TIME === 0) yield;
    const value = valueOf(run, named, deciding);
    if (value !== undefined && !Number.isNaN(value)) scored.push({ run, value });
  }
  yield;
  if (scored.length === 0)
    return fail(`no run of it reports \`${deciding.name}\`, by which the best is picked`);
  const sign = deciding.direction === 'higher' ? -1 : 1;
  scored.sort((a, b) => sign * (a.value - b.value) || latestFirst(a.run, b.run));
  return ok(scored.map(({ run }) => run));
}

function valueOf(
  run: Run,
  byRun: ValuesByRun,
  { name, split }: Pick<MetricSpec, 'name' | 'split'>,
): number | undefined {
  const table = { runs: [run], values: byRun.get(run.id) ?? [] };
  const found = lookUp(table, { name, ...(split !== undefined && { split }) });
  return found.kind === 'found' ? found.value.value : undefined;
}

function askerOf(run: Run, byRun: ValuesByRun): Ask {
  return ({ entity, key }) => {
    switch (entity) {
      case 'metric':
        return valueOf(run, byRun, { name: key });
      case 'param':
        return ownValue(run.params, key);
      case 'tag':
        return ownValue(run.tracked?.tags ?? {}, key);
      case 'attribute':
        return attributeOf(run, key);
    }
  };
}

function attributeOf(run: Run, key: string): number | string | undefined {
  switch (key) {
    case 'run_id':
      return run.id;
    case 'run_name':
      return run.name;
    case 'status':
      return run.tracked?.status;
    case 'user_id':
      return run.tracked?.user;
    case 'start_time':
      return millisecondsOf(run.time);
    default:
      return millisecondsOf(run.tracked?.ended);
  }
}

function millisecondsOf(time: string | undefined): number | undefined {
  const value = time === undefined ? NaN : Date.parse(time);
  return Number.isNaN(value) ? undefined : value;
}

function ownValue(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Some of a table's runs, with what belongs to them; the order may be another. */
export function withRuns(table: MetricTable, runs: readonly Run[]): MetricTable {
  if (runs.length === table.runs.length) return { ...table, runs };
  const ids = new Set(runs.map(({ id }) => id));
  const isPicked = ({ run }: { readonly run: string }): boolean => ids.has(run);
  const picked = <T extends { readonly run: string }>(all: readonly T[] = []): readonly T[] =>
    runs.length === 0 ? [] : all.filter(isPicked);
  const series = picked(table.series);
  const matrices = picked(table.matrices);
  return {
    runs,
    values: picked(table.values),
    ...(series.length > 0 && { series }),
    ...(matrices.length > 0 && { matrices }),
    // They stand in files of their own, which are no runs.
    ...(table.curves && { curves: table.curves }),
  };
}
