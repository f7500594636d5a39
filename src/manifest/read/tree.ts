import type { Range } from '../../base/place';

/**
 * YAML as plain data with places: aliases followed, limits kept, nothing of the YAML library left. Whoever reads a
 * manifest reads this.
 */
export type Tree = ScalarTree | ListTree | MappingTree;

export interface ScalarTree {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly source: string;
  readonly range: Range;
}

export interface ListTree {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly range: Range;
}

export interface MappingTree {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  readonly range: Range;
}

export interface Entry {
  readonly name: string;
  readonly key: Range;
  readonly value: Tree;
}

/** `decision:` with nothing behind it. */
export function isEmpty(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.value === null;
}

export function entryOf(tree: Tree | undefined, name: string): Entry | undefined {
  return tree?.kind === 'mapping' ? tree.entries.find(entry => entry.name === name) : undefined;
}

/** The value as one line of text: lists joined by commas, mappings as `name: value`. */
export function oneLine(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar':
      return tree.source.replace(/\s+/g, ' ').trim();
    case 'list':
      return tree.items.map(oneLine).join(', ');
    case 'mapping':
      return tree.entries.map(entry => `${entry.name}: ${oneLine(entry.value)}`).join(', ');
  }
}
