import type { Label } from '../statistics/classification/confusion';
import { labelsOf } from '../statistics/classification/confusion';
import type { LabelColumn } from './columns';

/** Columns of labels, brought to one list of classes: numbers by value, all others by their text. */
export interface Aligned {
  readonly labels: readonly Label[];
  readonly columns: readonly Int32Array[];
  /** `true` and `false` were taken for 1 and 0, as another column or row has these. */
  readonly asNumbers: boolean;
}

/** Columns whose labels are compared with each other, and classes that are known from elsewhere. */
export function alignLabels(columns: readonly LabelColumn[], more: readonly Label[] = []): Aligned {
  const all = [...columns.flatMap(({ labels }) => labels), ...more];
  const asNumbers = all.some(isTruth) && all.some(isBit) && all.every(one => isTruth(one) || isBit(one));
  const plain = (label: Label): Label => (asNumbers ? Number(label) : label);
  const labels = labelsOf(all.map(plain));
  const index = new Map(labels.map((label, at) => [label, at]));
  return {
    labels,
    asNumbers,
    columns: columns.map(({ codes, labels: own }) => {
      const codeOf = own.map(label => index.get(plain(label)) ?? -1);
      return codes.map(code => codeOf[code] ?? -1);
    }),
  };
}

const isTruth = (label: Label): boolean => typeof label === 'boolean';
const isBit = (label: Label): boolean => label === 0 || label === 1;

/** The class of a name as it stands in a column's name: `1`, `spam`, `True`. */
export function labelNamed(name: string, labels: readonly Label[]): Label | undefined {
  const plain = name.trim().toLowerCase();
  return (
    labels.find(label => String(label) === name) ??
    labels.find(label => String(label).toLowerCase() === plain)
  );
}

/** Pairs of which everybody takes the second for positive. */
const USUAL: readonly (readonly [Label, Label])[] = [
  [0, 1],
  [-1, 1],
  [false, true],
  ['no', 'yes'],
  ['n', 'y'],
  ['neg', 'pos'],
  ['negative', 'positive'],
  ['f', 't'],
];

/** The positive one of two classes, where their names tell. */
export function usualPositive(labels: readonly Label[]): Label | undefined {
  const plain = (label: Label): Label => (typeof label === 'string' ? label.toLowerCase() : label);
  const pair = USUAL.find(both => labels.every(label => both.includes(plain(label))));
  return pair && labels.find(label => plain(label) === pair[1]);
}
