import { normalName, splitWord } from './names';
import type { TreeObject } from './tree';

/** Under these names an object, or a row of a table, says which split its values are of. */
const NAMES: readonly string[] = [
  'split',
  'subset',
  'dataset_split',
  'data_split',
  'eval_split',
  'partition',
];

/** How the data were divided, not which part of them was measured: `"split": "stratified"`. */
const MANNERS = /^(random|stratified|group|grouped|time|temporal|chronological|cv|kfold|k_fold)/;

/** The split that an object states for its values: `{ "split": "test", "recall": 0.9 }`. */
export function statedSplit({ entries }: TreeObject): string | undefined {
  const stated = entries.find(({ key, value }) => value.kind === 'text' && NAMES.includes(normalName(key)));
  return stated?.value.kind === 'text' ? splitNamed(stated.value.text) : undefined;
}

/**
 * The split that a text names: `val` and `Validation set` are `validation`; `site-a` is a split of the user's own. A text that
 * tells how the data were divided names none.
 */
export function splitNamed(text: string): string | undefined {
  const known = splitWord(text.replace(/[\s_-]*(set|split|data)$/i, ''));
  if (known !== undefined) return known;
  const isName = /^[a-z][\w.-]*$/i.test(text) && !MANNERS.test(normalName(text));
  return isName ? text : undefined;
}
