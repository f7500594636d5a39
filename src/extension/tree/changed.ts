import type { TreeNode } from './node';

/**
 * The rows that have to be drawn again for one tree to become another: the fewest, each with all that is below it. `all`
 * where rows at the top came, went or moved. Parts that say the same must be the same objects (`base/shared.ts`).
 */
export function changedRows(
  before: readonly TreeNode[],
  now: readonly TreeNode[],
): readonly string[] | 'all' {
  if (!haveSameIds(before, now)) return 'all';
  return now.flatMap((node, index) => changedIn(before[index], node));
}

function changedIn(before: TreeNode | undefined, node: TreeNode): readonly string[] {
  if (before === node) return [];
  if (!before || !isDrawnAlike(before, node) || !haveSameIds(before.children, node.children))
    return [node.id];
  return node.children.flatMap((child, index) => changedIn(before.children[index], child));
}

function haveSameIds(a: readonly TreeNode[], b: readonly TreeNode[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

/** Everything but what is below it. */
function isDrawnAlike(a: TreeNode, b: TreeNode): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof TreeNode>;
  for (const key of keys) if (key !== 'children' && !Object.is(a[key], b[key])) return false;
  return true;
}
