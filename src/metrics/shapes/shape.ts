import type { Collector } from '../collector';
import type { Entry, Tree, TreeObject } from '../tree';

/** The JSON that a tool writes, told apart by what it holds. */
export interface Shape {
  /** The tool that writes it. */
  readonly source: string;
  fits(tree: Tree): boolean;
  read(collector: Collector, tree: Tree): void;
}

/** The value under a key; of keys that are written twice the last, as parsers do. */
export function entryOf(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'object' ? tree.entries.findLast(entry => entry.key === key)?.value : undefined;
}

export function objectAt(tree: Tree | undefined, key: string): TreeObject | undefined {
  const value = entryOf(tree, key);
  return value?.kind === 'object' ? value : undefined;
}

export function itemsAt(tree: Tree | undefined, key: string): readonly Tree[] | undefined {
  const value = entryOf(tree, key);
  return value?.kind === 'array' ? value.items : undefined;
}

/** A text as it is, a number or truth value as written. */
export function textAt(tree: Tree | undefined, key: string): string | undefined {
  const value = entryOf(tree, key);
  if (value === undefined || value.kind === 'object' || value.kind === 'array') return undefined;
  return value.kind === 'number' ? value.raw : value.kind === 'null' ? undefined : value.text;
}

/** The texts, numbers and truth values directly under an object, as parameters of a run. */
export function scalarsOf(object: TreeObject | undefined): Record<string, string> {
  const texts = (object?.entries ?? []).map(({ key }) => [key, textAt(object, key)] as const);
  return Object.fromEntries(texts.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
}

/** The entries of an object; none of anything else. */
export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'object' ? tree.entries : [];
}
