import { reportSize } from './classification-report';
import { confusionOfCells, confusionOfList, supportOf, type Confusion } from './confusion';
import { countsOfShare, type Counts } from './counts';
import { normalName, shareOf, splitAlone, takeSplit } from './names';
import { statedSplit } from './stated-split';
import type { Entry, Tree, TreeNumber, TreeObject } from './tree';

/**
 * What surrounds a number in a free-form file: the names of the objects that it lies in, its split, and whatever these
 * objects say about how many rows stand behind it.
 */
export interface Scope {
  readonly run: string;
  /** Names of the objects around, without splits. */
  readonly path: readonly string[];
  readonly split?: string;
  /** Slice column → value. */
  readonly slice?: Readonly<Record<string, string>>;
  readonly step?: number;
  /** Innermost first. */
  readonly sizes: readonly Size[];
  /** Innermost first. */
  readonly confusions: readonly PlacedConfusion[];
}

/** A number of rows that a file states: all rows of a split, or those of the positive or the negative class. */
interface Size {
  readonly of: 'all' | 'positives' | 'negatives';
  readonly split: string | undefined;
  readonly n: number;
}

export interface PlacedConfusion {
  readonly confusion: Confusion;
  readonly split: string | undefined;
  readonly slice?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly at: Tree;
}

const SIZE_NAMES: ReadonlyMap<string, Size['of']> = new Map([
  ...[
    'n',
    'n_samples',
    'num_samples',
    'samples',
    'n_rows',
    'num_rows',
    'rows',
    'n_examples',
    'num_examples',
  ].map(name => [name, 'all'] as const),
  ...['example_count', 'sample_count', 'support', 'count', 'total', 'size', 'num'].map(
    name => [name, 'all'] as const,
  ),
  ...['n_pos', 'n_positive', 'n_positives', 'num_positives', 'positives', 'support_positive'].map(
    name => [name, 'positives'] as const,
  ),
  ...['n_neg', 'n_negative', 'n_negatives', 'num_negatives', 'negatives', 'support_negative'].map(
    name => [name, 'negatives'] as const,
  ),
]);

/** Is this the name of a number of rows: `n`, `support`, `n_test`? */
export function sizeName(name: string): { readonly of: Size['of']; readonly split?: string } | undefined {
  const { name: bare, split } = takeSplit(name);
  const of = SIZE_NAMES.get(normalName(bare));
  return of && { of, ...(split !== undefined && { split }) };
}

/** The scope of an object's entries. */
export function within(outer: Scope, object: TreeObject): Scope {
  const scope = onSplitOf(outer, object);
  const step = object.entries.find(({ key }) => normalName(key) === 'step')?.value;
  return {
    ...scope,
    sizes: [...sizesIn(scope, object), ...scope.sizes],
    confusions: [...confusionsIn(scope, object), ...scope.confusions],
    ...(step?.kind === 'number' && Number.isInteger(step.value) && { step: step.value }),
  };
}

/** The same scope, on the split that the object states for its values. */
export function onSplitOf(scope: Scope, object: TreeObject): Scope {
  const split = statedSplit(object);
  return split === undefined ? scope : { ...scope, split };
}

/** The scope of the object under a key: a split word sets the split, any other key becomes part of the names. */
export function below(scope: Scope, key: string): Scope {
  const whole = splitAlone(key);
  if (whole !== undefined) return { ...scope, split: whole };
  const { name, split } = takeSplit(key);
  return { ...scope, path: [...scope.path, name], ...(split !== undefined && { split }) };
}

function sizesIn(scope: Scope, object: TreeObject): Size[] {
  const stated = object.entries.flatMap(({ key, value }): Size[] => {
    const size = value.kind === 'number' && Number.isInteger(value.value) ? sizeName(key) : undefined;
    return size && value.kind === 'number'
      ? [{ of: size.of, split: size.split ?? scope.split, n: value.value }]
      : [];
  });
  const report = reportSize(object.entries);
  return report === undefined ? stated : [...stated, { of: 'all', split: scope.split, n: report }];
}

function confusionsIn(scope: Scope, object: TreeObject): PlacedConfusion[] {
  const known = scope.confusions.some(({ at }) => at === object);
  const cells = known ? undefined : confusionOfCells(object);
  const own = { split: scope.split, path: scope.path, ...(scope.slice && { slice: scope.slice }) };
  const inline = cells ? [{ confusion: cells, at: object, ...own }] : [];
  return [...inline, ...object.entries.flatMap(entry => confusionUnder(scope, entry, labelsIn(object)))];
}

function confusionUnder(
  scope: Scope,
  { key, value }: Entry,
  labels: readonly string[] | undefined,
): PlacedConfusion[] {
  const { split } = takeSplit(key);
  const confusion =
    value.kind === 'object'
      ? confusionOfCells(value)
      : isMatrixName(key)
        ? confusionOfList(value, labels)
        : undefined;
  if (!confusion) return [];
  const { path, slice } = scope;
  return [{ confusion, split: split ?? scope.split, path, ...(slice && { slice }), at: value }];
}

/** Is this what people call a confusion matrix: `confusion_matrix`, `cm`, `test_confusion`? */
export function isMatrixName(key: string): boolean {
  return /(^|_)(confusion(_?matrix)?|cm|conf_mat)(_|$)/.test(normalName(key));
}

function labelsIn(object: TreeObject): readonly string[] | undefined {
  const list = object.entries.find(({ key }) =>
    ['labels', 'classes', 'class_names', 'target_names'].includes(normalName(key)),
  )?.value;
  if (list?.kind !== 'array') return undefined;
  return list.items.map(item =>
    item.kind === 'text' ? item.text : item.kind === 'number' ? item.raw : item.kind,
  );
}

/** The counts behind a value, and whether a confusion matrix beside it says something else. */
export interface CountsFound {
  readonly counts?: Counts;
  readonly contradicts?: PlacedConfusion;
}

/** Looks for the counts behind a value: first in confusion matrices, then in stated numbers of rows. */
export function countsFor(
  scope: Scope,
  name: string,
  split: string | undefined,
  number: TreeNumber,
): CountsFound {
  const share = shareOf(name);
  if (share === undefined) return {};
  const beside = scope.confusions.filter(confusion => confusion.split === split);
  const judged = beside.map(placed => ({ placed, support: supportOf(placed.confusion, name, number) }));
  for (const { support } of judged) if (support.kind === 'counts') return { counts: support.counts };
  const against = judged.find(({ support }) => support.kind === 'contradicts');
  if (against) return { contradicts: against.placed };
  if (share === 'predicted' || judged.some(({ support }) => support.kind === 'average')) return {};
  const n = sizeOf(scope, share, split);
  const counts = n === undefined ? undefined : countsOfShare(number.raw, number.value, n);
  return counts ? { counts } : {};
}

/** A value that names no split may be of the one split whose size is stated, when that is the test set. */
function sizeOf(scope: Scope, of: Size['of'], split: string | undefined): number | undefined {
  const sizes = scope.sizes.filter(size => size.of === of);
  const own = sizes.find(size => size.split === split);
  return (own ?? (split === undefined ? sizes.find(size => size.split === 'test') : undefined))?.n;
}
