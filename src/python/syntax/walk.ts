/**
 * Walks that need no recursion. A consumer that treats kinds differently may recurse itself: the parser bounds the
 * height of every tree (`parser/chains.ts`), a statement's by about 1,200 levels and nested blocks by 100.
 */
import type { Span } from '../../base/place';
import type {
  Alias,
  CallArg,
  ExceptHandler,
  Expr,
  ForIn,
  MatchCase,
  Module,
  Parameter,
  Pattern,
  Stmt,
  TypeParam,
  WithItem,
} from './ast';
import { Kind } from './kind';

export type Node =
  | Module
  | Stmt
  | Expr
  | Pattern
  | CallArg
  | Parameter
  | Alias
  | ExceptHandler
  | WithItem
  | MatchCase
  | ForIn
  | TypeParam;

/** Calls `visit` for the node and everything below it, in source order; what `visit` answers `false` to is not entered. */
export function walk(root: Node, visit: (node: Node) => boolean | undefined): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (visit(node) === false) continue;
    const below = children(node);
    for (let i = below.length - 1; i >= 0; i--) {
      const child = below[i];
      if (child) pending.push(child);
    }
  }
}

/** The nodes directly below a node, in source order. */
export function children(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const value of Object.values(node)) collect(value, found);
  if (found.some((child, index) => index > 0 && child.start < (found[index - 1]?.start ?? 0)))
    found.sort((a, b) => a.start - b.start);
  return found;
}

/** Nodes may stand in lists, and in the entries of a dictionary or the branches of an `if`, which are no nodes. */
function collect(value: unknown, into: Node[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isNode(value)) into.push(value);
  else if (!('start' in value)) for (const inner of Object.values(value)) collect(inner, into);
}

function isNode(value: object): value is Node {
  return 'kind' in value && typeof value.kind === 'number';
}

/** The innermost node around `offset`, and those around it, outermost first. */
export function pathTo(root: Node, offset: number): readonly Node[] {
  const path: Node[] = [];
  for (let node: Node | undefined = root; node;) {
    path.push(node);
    node = children(node).findLast(child => contains(child, offset));
  }
  return path;
}

/** Decorators belong to a definition whose own span begins below them. */
function contains(node: Node, offset: number): boolean {
  const around: Span =
    node.kind === Kind.FunctionDef || node.kind === Kind.ClassDef ? withDecorators(node) : node;
  return around.start <= offset && offset <= around.end;
}

function withDecorators(node: { readonly decorators: readonly Expr[] } & Span): Span {
  return { start: Math.min(node.start, node.decorators[0]?.start ?? node.start), end: node.end };
}
