import { shared } from '../../base/shared';
import { changedRows } from './changed';
import type { Target, TreeNode } from './node';

/**
 * What VS Code knows a row by: one object for as long as there is a row of this id, whatever is drawn in it. It is also
 * what commands in the row's menu are given.
 */
export interface Row {
  readonly id: string;
  readonly target: Target;
}

/** The rows as they were last made, to be asked for by VS Code. */
export interface Rows {
  readonly roots: readonly Row[];
  /** Takes a new tree in; says which rows have to be drawn again. */
  renew(nodes: readonly TreeNode[]): readonly Row[] | 'all';
  node(row: Row): TreeNode | undefined;
  children(row: Row): readonly Row[];
  parent(row: Row): Row | undefined;
  find(id: string): Row | undefined;
}

interface Entry {
  readonly row: Row;
  readonly node: TreeNode;
  readonly parent: Row | undefined;
}

export function createRows(): Rows {
  let tree: readonly TreeNode[] = [];
  let entries: ReadonlyMap<string, Entry> = new Map();
  const rowsOf = (nodes: readonly TreeNode[]): readonly Row[] =>
    nodes.flatMap(({ id }) => entries.get(id)?.row ?? []);
  return {
    get roots() {
      return rowsOf(tree);
    },
    renew: nodes => {
      const next = shared<readonly TreeNode[]>(tree, nodes);
      const changed = changedRows(tree, next);
      tree = next;
      entries = entriesOf(next, entries);
      return changed === 'all' ? changed : changed.flatMap(id => entries.get(id)?.row ?? []);
    },
    node: ({ id }) => entries.get(id)?.node,
    children: ({ id }) => rowsOf(entries.get(id)?.node.children ?? []),
    parent: ({ id }) => entries.get(id)?.parent,
    find: id => entries.get(id)?.row,
  };
}

function entriesOf(
  roots: readonly TreeNode[],
  before: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const enter = (node: TreeNode, parent: Row | undefined): void => {
    const row = before.get(node.id)?.row ?? { id: node.id, target: node.target };
    entries.set(node.id, { row, node, parent });
    for (const child of node.children) enter(child, row);
  };
  for (const root of roots) enter(root, undefined);
  return entries;
}
