import { isReportRow, reportRow, reportSupports, type RowEntry } from './classification-report';
import type { Collector } from './collector';
import { isCell } from './confusion';
import type { Counts } from './counts';
import { derivedValues } from './derived';
import { countedValue, type CountedValue } from './counted-value';
import { canonicalName, normalName } from './names';
import { isParameters, isSeed, runOf } from './run-of';
import { below, countsFor, isMatrixName, onSplitOf, within, type PlacedConfusion, type Scope } from './scope';
import { slicesUnder } from './sliced';
import { reportSkipped, type Skipped } from './skipped';
import { statedSplit } from './stated-split';
import { numberOf, type Entry, type Tree, type TreeNumber, type TreeObject } from './tree';

/**
 * Reads metrics from a file that somebody's own script wrote, in whatever shape: flat, nested by split, by model or by
 * step, a list of variants, a scikit-learn report, with counts or confusion matrices beside the numbers.
 *
 *     { "test": { "recall": 0.786, "confusion_matrix": { "TP": 11, "FN": 3, "FP": 2, "TN": 98 } } }
 *
 * gives `recall` on `test`, 11 successes of 14. Text becomes a parameter of the run; what is no metric (lists, nulls)
 * is named in one problem, so that nothing is dropped without a word.
 */
export function freeForm(collector: Collector, tree: Tree): void {
  const skipped: Skipped = { lists: [], nulls: [], texts: [] };
  const emitted = new Set<string>();
  const tops = tree.kind === 'array' ? tree.items : tree.kind === 'object' ? [tree] : [];
  tops.forEach((top, index) => {
    if (top.kind !== 'object') return void skipped.lists.push({ name: `item ${index + 1}`, at: top });
    const run = runOf(collector.file, top, tree.kind === 'array' ? index : undefined);
    collector.run(run);
    const scope: Scope = { run: run.id, path: [], sizes: [], confusions: [] };
    readObject({ collector, skipped, emitted }, scope, top);
  });
  reportSkipped(collector, skipped);
}

interface Context {
  readonly collector: Collector;
  readonly skipped: Skipped;
  /** What the file states itself, by run, metric and split. */
  readonly emitted: Set<string>;
}

function emittedKey({ run, slice }: Scope, name: string, split: string | undefined): string {
  const parts = name.split('.');
  const metric = canonicalName(parts.pop() ?? '');
  return JSON.stringify([run, ...parts, metric, split, slice]);
}

function readObject(context: Context, outer: Scope, object: TreeObject): void {
  const scope = within(outer, object);
  for (const entry of object.entries) readEntry(context, scope, entry);
  checkSupports(context.collector, object);
  const own = scope.confusions.slice(0, scope.confusions.length - outer.confusions.length);
  for (const placed of own) {
    derivedValues(context.collector, scope.run, placed, (name, split) =>
      context.emitted.has(emittedKey(scope, name, split)),
    );
  }
}

function readEntry(context: Context, scope: Scope, entry: Entry): void {
  const { key, value } = entry;
  const slices = slicesUnder(scope, key, value);
  if (slices) return void slices.forEach(slice => void readObject(context, slice.scope, slice.object));
  if (isReportRow(entry)) return readReportRow(context, scope, entry);
  const number = numberOf(value);
  if (number) {
    if (value.kind === 'text')
      context.skipped.texts.push({ name: [...scope.path, key].join('.'), at: value });
    return readNumber(context, scope, key, number);
  }
  switch (value.kind) {
    case 'object':
      return readNested(context, scope, key, value);
    case 'array':
      return readList(context, scope, key, value);
    case 'null':
      return void context.skipped.nulls.push({ name: [...scope.path, key].join('.'), at: value });
    case 'number':
    case 'text':
    case 'boolean':
      return undefined;
  }
}

function readNumber(context: Context, scope: Scope, key: string, number: TreeNumber): void {
  if (isCell(key) || isSeed(key) || normalName(key) === 'step') return;
  const inner = below(scope, key);
  emit(context, inner, inner.path.join('.') || key, number);
}

function readNested(context: Context, scope: Scope, key: string, value: TreeObject): void {
  if (isParameters(key)) return;
  const inner = onSplitOf(below(scope, key), value);
  const name = inner.path.join('.') || key;
  const counted = countedValue(name, value);
  if (!counted) return readObject(context, inner, value);
  if (counted.impossible !== undefined) impossible(context.collector, name, counted);
  emit(context, inner, name, counted.number, counted.counts);
}

function impossible(collector: Collector, name: string, { number, impossible }: CountedValue): void {
  collector.problem(
    {
      code: 'impossible-share',
      severity: 'warning',
      message: `\`${name}\` is ${number.raw}, but no whole number of ${impossible} rows gives that share: value and count do not belong together. Write both from the same rows.`,
    },
    number,
  );
}

function readReportRow({ collector }: Context, scope: Scope, entry: RowEntry): void {
  for (const row of reportRow(entry)) {
    collector.value({
      name: [...scope.path, row.name].join('.'),
      run: scope.run,
      value: row.number.value,
      raw: row.number.raw,
      ...(scope.split !== undefined && { split: scope.split }),
      ...(row.class !== undefined && { slice: { class: row.class } }),
      ...(row.counts && { counts: row.counts }),
      place: collector.placeOf(row.number),
    });
  }
}

/** Rows of the classes make up all rows, or the report was put together from several. */
function checkSupports(collector: Collector, { entries }: TreeObject): void {
  const supports = reportSupports(entries);
  if (!supports || supports.classes === supports.all.value || Number.isNaN(supports.classes)) return;
  collector.problem(
    {
      code: 'supports-differ',
      severity: 'warning',
      message: `The classes of this report have ${supports.classes} rows together, and its averages say ${supports.all.raw}. Write both from the same predictions.`,
    },
    supports.all,
  );
}

/** A list of `{ name, value }` objects, or of objects that state their splits, holds metrics; a confusion matrix was read with its surroundings. */
function readList(context: Context, scope: Scope, key: string, list: Tree & { kind: 'array' }): void {
  const named = list.items.map(namedValue);
  if (list.items.length > 0 && named.every(item => item !== undefined)) {
    const inner = { ...below(scope, key), path: scope.path };
    for (const item of named) readNumber(context, onSplitOf(inner, item.object), item.name, item.number);
  } else if (isListOfSplits(list)) {
    for (const item of list.items) readObject(context, scope, item);
  } else if (
    !isPlainlyNoMetric(list) &&
    !(isMatrixName(key) && scope.confusions.some(({ at }) => at === list))
  ) {
    context.skipped.lists.push({ name: [...scope.path, key].join('.'), at: list });
  }
}

/** Labels, feature names: a list of words. */
function isPlainlyNoMetric(list: Tree & { kind: 'array' }): boolean {
  return list.items.every(item => item.kind === 'text' && !numberOf(item));
}

function isListOfSplits(
  list: Tree & { kind: 'array' },
): list is Tree & { kind: 'array'; items: TreeObject[] } {
  return (
    list.items.length > 0 &&
    list.items.every(item => item.kind === 'object' && statedSplit(item) !== undefined)
  );
}

interface NamedValue {
  readonly name: string;
  readonly number: TreeNumber;
  readonly object: TreeObject;
}

function namedValue(item: Tree): NamedValue | undefined {
  if (item.kind !== 'object') return undefined;
  const find = (...names: string[]): Tree | undefined =>
    item.entries.find(({ key }) => names.includes(normalName(key)))?.value;
  const name = find('name', 'metric', 'key');
  const value = find('value', 'score');
  const number = value && numberOf(value);
  return name?.kind === 'text' && number ? { name: name.text, number, object: item } : undefined;
}

function emit(
  { collector, emitted }: Context,
  scope: Scope,
  name: string,
  number: TreeNumber,
  stated?: Counts,
): void {
  const found = stated ? { counts: stated } : countsFor(scope, name, scope.split, number);
  if (found.contradicts) contradiction(collector, name, number, found.contradicts);
  emitted.add(emittedKey(scope, name, scope.split));
  collector.value({
    name,
    run: scope.run,
    value: number.value,
    raw: number.raw,
    ...(scope.split !== undefined && { split: scope.split }),
    ...(scope.slice && { slice: scope.slice }),
    ...(scope.step !== undefined && { step: scope.step }),
    ...(found.counts && { counts: found.counts }),
    place: collector.placeOf(number),
  });
}

function contradiction(
  collector: Collector,
  name: string,
  number: TreeNumber,
  placed: PlacedConfusion,
): void {
  const { line } = collector.placeOf(placed.at).range.start;
  collector.problem(
    {
      code: 'contradicts-confusion',
      severity: 'warning',
      message: `\`${name}\` is ${number.raw}, which does not follow from the confusion matrix in line ${line + 1}, neither for one class nor as an average. Write both from the same predictions.`,
    },
    number,
  );
}
