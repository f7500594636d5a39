import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Span } from '../../base/place';
import type { Parsed } from '../../base/result';
import { collect } from '../collector';
import { freeForm } from '../free-form';
import { readShape } from '../shapes/shapes';
import type { MetricTable } from '../table';
import type { Entry, Tree } from '../tree';

/** Reads metrics from YAML; `.nan` and `.inf` are numbers. */
export function readYaml(file: string, text: string): Parsed<MetricTable> {
  const collector = collect(file, text);
  const { tree, fault } = yamlTreeOf(text);
  if (fault) {
    const message = `Not valid YAML: ${fault.message} No metric is taken from this file until it is whole.`;
    collector.fault('bad-yaml', message, fault);
  }
  if (tree && !readShape(collector, tree)) freeForm(collector, tree);
  return collector.result();
}

/** What YAML says, and its first mistake. */
export function yamlTreeOf(text: string): {
  readonly tree?: Tree;
  readonly fault?: Span & { readonly message: string };
} {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  const tree = document.contents ? treeOf(document, document.contents) : undefined;
  return {
    ...(tree && { tree }),
    ...(error && { fault: { message: error.message, start: error.pos[0], end: error.pos[1] } }),
  };
}

function treeOf(document: Document, node: unknown): Tree {
  const span = spanOf(node);
  if (isMap(node)) {
    const entries = node.items.map((pair): Entry => ({
      key: keyText(pair.key),
      value: treeOf(document, pair.value),
    }));
    return { kind: 'object', entries, ...span };
  }
  if (isSeq(node)) return { kind: 'array', items: node.items.map(item => treeOf(document, item)), ...span };
  if (isAlias(node)) {
    // Only single values: aliases of aliases of lists grow without end.
    const target = node.resolve(document);
    return isScalar(target)
      ? { ...scalar(target.value, target.source), ...span }
      : { kind: 'null', text: '', ...span };
  }
  return isScalar(node)
    ? { ...scalar(node.value, node.source), ...span }
    : { kind: 'null', text: '', ...span };
}

type Bare<T> = T extends Span ? Omit<T, keyof Span> : never;

function scalar(
  value: unknown,
  source: string | undefined,
): Bare<Tree & { kind: 'number' | 'text' | 'boolean' | 'null' }> {
  if (typeof value === 'number') return { kind: 'number', value, raw: source ?? String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) };
  return value === null || value === undefined
    ? { kind: 'null', text: '' }
    : { kind: 'text', text: String(value) };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function spanOf(node: unknown): Span {
  const range = (node as Node | null)?.range;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
