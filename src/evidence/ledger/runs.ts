import type { Look } from '../../base/ledger';
import { START_OF_FILE } from '../../base/place';
import { remembered } from '../../base/remembered';
import { fingerprint } from '../../base/fingerprint';
import { roleOf } from '../../base/split-roles';
import type { Manifest } from '../../manifest/model';
import { canonicalName, isFraction, lastPart, splitWord } from '../../metrics/names';
import { sizeName } from '../../metrics/scope';
import type { MetricTable, MetricValue, Run } from '../../metrics/table';
import { relativeTo } from '../words';
import type { LedgerContext } from './context';

/** Looks by runs, and runs of which nobody can say whether they are one. */
export interface RunLooks {
  readonly looks: readonly Look[];
  /** They have metrics of a model, and do not say on which split. */
  readonly unsaid: readonly Run[];
}

/** What was counted last of runs, which every criterion about looks asks for anew; lists of runs never change. */
const known = new WeakMap<readonly Run[], Counted>();

interface Counted {
  readonly rests: readonly unknown[];
  readonly looks: RunLooks;
}

/** A run that wrote a score on test rows is a look, whether the manifest picks it or passes it over. */
export function runLooks(context: LedgerContext): RunLooks {
  const steps = runLooksInSteps(context);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, and may be left for a moment wherever it yields; once it is through, nobody has to count again. */
export function* runLooksInSteps({ manifest, facts: { metrics } }: LedgerContext): Counting<RunLooks> {
  const { root, declarations, data, metrics: specs } = manifest;
  const { table, passedOver } = metrics;
  const { runs, values, series } = table;
  const rests = [
    root,
    declarations,
    data.split,
    specs,
    values,
    series?.length ? series : undefined,
    passedOver,
  ];
  const before = known.get(runs);
  if (before?.rests.every((one, at) => one === rests[at])) return before.looks;
  const looks = yield* countLooks({ root, declarations, data, metrics: specs }, [table, passedOver]);
  known.set(runs, { rests, looks });
  return looks;
}

type Counting<T> = Generator<undefined, T, undefined>;

/** After so many runs it may be left, or ten times as many values. */
const AT_A_TIME = 500;

/** What a manifest says of splits. */
type Splits = Pick<Manifest, 'root' | 'declarations' | 'data' | 'metrics'>;

function* countLooks(manifest: Splits, tables: readonly MetricTable[]): Counting<RunLooks> {
  const looks: Look[] = [];
  const unsaid: Run[] = [];
  const isTest = remembered(split => isTestSplit(manifest, split));
  const isNamedOnTest = remembered(name => isOfTestMetric(manifest, name));
  const isOnTest = ({ split, name }: MetricValue): boolean =>
    split === undefined ? isNamedOnTest(name) : isTest(split);
  for (const table of tables) {
    const values = yield* byRun(table);
    const stepped = onTestByStep(manifest, table);
    for (const [at, run] of table.runs.entries()) {
      if (at % AT_A_TIME === 0) yield;
      if (run.fault) continue;
      const own = values.get(run.id) ?? [];
      const onTest = own.filter(isOnTest);
      if (onTest.length > 0) looks.push(rememberedLook(manifest, run, onTest, stepped.has(run.id)));
      else if (own.length > 0 && own.every(value => value.split === undefined) && own.some(isOfModel))
        unsaid.push(run);
    }
  }
  return { looks, unsaid };
}

function* byRun({ values }: MetricTable): Counting<ReadonlyMap<string, readonly MetricValue[]>> {
  const runs = new Map<string, MetricValue[]>();
  for (const [at, value] of values.entries()) {
    if (at % (10 * AT_A_TIME) === 0) yield;
    const known = runs.get(value.run);
    if (known) known.push(value);
    else runs.set(value.run, [value]);
  }
  return runs;
}

/** Where the source does not say the split, the manifest may, of a metric of this name. */
function isOfTestMetric(manifest: Splits, written: string): boolean {
  const name = canonicalName(lastPart(written));
  return manifest.metrics.some(
    ({ name: own, kind, split }) =>
      kind === 'model' && split !== undefined && isTestSplit(manifest, split) && canonicalName(own) === name,
  );
}

/** A split by its role in the manifest, or by its name. */
export function isTestSplit(
  { declarations, data }: Pick<Splits, 'declarations' | 'data'>,
  split: string,
): boolean {
  const named =
    data.split?.by === 'column' ? [...declarations.splits, ...data.split.roles] : declarations.splits;
  const declared = named.find(({ name }) => name === split);
  return (declared?.role ?? splitWord(split) ?? roleOf(split)) === 'test';
}

const isOfModel = ({ name }: MetricValue): boolean => isFraction(name);

/** The look of each run as it was made last: one that did not change is the very same look. */
const lookOfRun = new WeakMap<Run, Remembered>();

interface Remembered {
  readonly root: string;
  readonly onTest: readonly MetricValue[];
  readonly steps: boolean;
  readonly look: Look;
}

function rememberedLook(manifest: Splits, run: Run, onTest: readonly MetricValue[], steps: boolean): Look {
  const { root } = manifest;
  const before = lookOfRun.get(run);
  const stands =
    before?.root === root &&
    before.steps === steps &&
    before.onTest.length === onTest.length &&
    before.onTest.every((value, at) => value === onTest[at]);
  if (stands) return before.look;
  const look = { ...lookOf(manifest, run, onTest), ...(steps && { several: true }) };
  lookOfRun.set(run, { root, onTest, steps, look });
  return look;
}

function lookOf(manifest: Splits, run: Run, values: readonly MetricValue[]): Look {
  const file = relativeTo(manifest.root, run.file);
  const scores = scoresOf(values);
  return {
    id: `look-${fingerprint(identityOf(manifest, run, values))}`,
    by: 'run',
    file,
    label: run.name,
    ...(run.time !== undefined && { time: run.time }),
    scores,
    several: hasSeveralSteps(values),
    recorded: false,
    place: values[0]?.place ?? { file: run.file, range: START_OF_FILE },
  };
}

/**
 * The same run is the same look on every machine. A run with an id of its own is told by that; one that is a file, which
 * the next run writes over, by what it says.
 */
function identityOf({ root }: Splits, run: Run, values: readonly MetricValue[]): string {
  if (!run.id.startsWith(run.file)) return run.id;
  const said = values.map(({ name, split = '', slice, step = '', raw }) =>
    [name, split, JSON.stringify(slice ?? {}), step, raw].join(' '),
  );
  return [relativeTo(root, run.id), run.time ?? '', ...said.sort()].join('\n');
}

const MOST_SCORES = 12;

/** Of the whole test set, at the last step. */
function scoresOf(values: readonly MetricValue[]): Readonly<Record<string, string>> {
  // The number of rows stands among the metrics, and is none.
  const whole = values.filter(({ name, slice }) => slice === undefined && !sizeName(name));
  const last = new Map<string, MetricValue>();
  for (const value of whole) {
    const known = last.get(value.name);
    if (!known || (value.step ?? 0) >= (known.step ?? 0)) last.set(value.name, value);
  }
  return Object.fromEntries([...last.values()].slice(0, MOST_SCORES).map(({ name, raw }) => [name, raw]));
}

/** Runs that scored the test rows step by step. */
function onTestByStep(manifest: Splits, { series = [] }: MetricTable): ReadonlySet<string> {
  return new Set(
    series.flatMap(({ run, split, steps }) =>
      split !== undefined && steps.length > 1 && isTestSplit(manifest, split) ? [run] : [],
    ),
  );
}

/** A score after each epoch is a look after each epoch. */
function hasSeveralSteps(values: readonly MetricValue[]): boolean {
  const steps = new Set(values.flatMap(({ step }) => (step === undefined ? [] : [step])));
  return steps.size > 1;
}
