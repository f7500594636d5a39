import type { Span } from '../../base/place';

/**
 * A YAML text as an editor needs it: what stands where, also while it is being typed. Nothing is an error here; an unclosed
 * bracket, a name without a colon, a line that is indented by guess each become the node that they will be.
 */
export type Node = MappingNode | ListNode | ScalarNode;

export interface MappingNode {
  readonly kind: 'mapping';
  readonly style: Style;
  /** Of its names, in block style: the column in which a further one would stand. */
  readonly column: number;
  readonly entries: readonly Entry[];
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly style: Style;
  /** Of its dashes, in block style. */
  readonly column: number;
  readonly items: readonly Node[];
  readonly span: Span;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  /** Without quotes, escapes as written; empty where there is no value. */
  readonly text: string;
  /** Quotes included; an empty one is where a value would stand. */
  readonly span: Span;
  readonly quote: Quote;
}

/** `open`: in brackets that nothing closes. */
export type Style = 'block' | 'flow' | 'open';

/** `|` stands for a block of text below. */
export type Quote = '' | '"' | "'" | '|';

export interface Entry {
  readonly name: string;
  /** Quotes included. */
  readonly key: Span;
  readonly quote: Quote;
  /** Offset of the colon; absent while the name is being typed. */
  readonly colon: number | undefined;
  readonly value: Node;
}

/** Names and, in lists, indexes from the top of a file to a node. */
export type Path = readonly (string | number)[];

export function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.span.start === node.span.end;
}

/** Where a text stands within a scalar or name: inside its quotes. */
export function inner(span: Span, quote: Quote): Span {
  if (quote === '' || quote === '|') return span;
  return { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) };
}

export function nothingAt(offset: number): ScalarNode {
  return { kind: 'scalar', text: '', span: { start: offset, end: offset }, quote: '' };
}

/** The node that a path leads to. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    if (typeof step === 'number') return node?.kind === 'list' ? node.items[step] : undefined;
    return entryIn(node, step)?.value;
  }, root);
}

export function entryIn(node: Node | undefined, name: string): Entry | undefined {
  return node?.kind === 'mapping' ? node.entries.find(entry => entry.name === name) : undefined;
}
