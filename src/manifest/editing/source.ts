import { isMap, isScalar, parseDocument } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';

/** A YAML text with its nodes, for edits that touch nothing but what they are about. */
export interface Source {
  readonly text: string;
  readonly document: Document.Parsed;
  /** The line break of the file. */
  readonly eol: string;
  /** One level of indentation, as the file has it. */
  readonly step: number;
}

export type NodePair = Pair<Node, Node | null>;

/** `undefined` for what the YAML library gives up on. */
export function readSource(text: string): Source | undefined {
  try {
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
    return { text, document, eol: /\r\n|\n/.exec(text)?.[0] ?? '\n', step: indentationOf(text) };
  } catch {
    return undefined;
  }
}

/** The first pair of this name, as the parser of manifests takes it. */
export function pairIn(map: YAMLMap, name: string): NodePair | undefined {
  const pairs = map.items as NodePair[];
  return pairs.find(({ key }) => isScalar(key) && String(key.source ?? key.value) === name);
}

/** `key:` with nothing behind it. */
export function isEmptyNode(node: Node | null | undefined): boolean {
  return !node || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}

/** Where a node's own text ends: before trailing comments and line breaks. */
export function endOf(node: Node): number {
  if (isMap(node) && !node.flow) {
    const last = node.items[node.items.length - 1] as NodePair | undefined;
    if (last) return endOfPair(last);
  }
  return node.range?.[1] ?? 0;
}

export function endOfPair({ key, value }: NodePair): number {
  return value && !isEmptyNode(value) ? endOf(value) : Math.max(value?.range?.[1] ?? 0, key.range?.[1] ?? 0);
}

export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Where the line ends that holds this offset: at its line break, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const found = /\r?\n/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function indentationOf(text: string): number {
  return /^[^\s#][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2;
}
