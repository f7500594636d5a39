import type { Span } from '../base/place';

/**
 * What JSON, YAML and TOML have in common: a value with its place in the text. One interpretation of free-form metrics
 * ({@link import('./free-form')}) serves all three.
 */
export type Tree = TreeObject | TreeArray | TreeNumber | TreeText | TreeOther;

export interface TreeObject extends Span {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly value: Tree;
}

export interface TreeArray extends Span {
  readonly kind: 'array';
  readonly items: readonly Tree[];
}

export interface TreeNumber extends Span {
  readonly kind: 'number';
  readonly value: number;
  /** As written. */
  readonly raw: string;
}

export interface TreeText extends Span {
  readonly kind: 'text';
  readonly text: string;
}

export interface TreeOther extends Span {
  readonly kind: 'boolean' | 'null';
  readonly text: string;
}

/** What a format's parser gives: a tree, and the first thing that kept it from reading on. */
export interface TreeResult {
  readonly tree?: Tree;
  readonly fault?: { readonly message: string; readonly offset: number };
}

/** The numbers of a list that holds nothing else. */
export function numbersOf(tree: Tree): readonly TreeNumber[] | undefined {
  if (tree.kind !== 'array') return undefined;
  const numbers = tree.items.filter(item => item.kind === 'number');
  return numbers.length === tree.items.length ? numbers : undefined;
}

/** A number, also where it was written as text: `"0.93"`, `"NaN"`. */
export function numberOf(tree: Tree): TreeNumber | undefined {
  if (tree.kind === 'number') return tree;
  if (tree.kind !== 'text') return undefined;
  const value = parseNumber(tree.text);
  return value === undefined
    ? undefined
    : { kind: 'number', value, raw: tree.text, start: tree.start, end: tree.end };
}

const NON_FINITE: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, infinity: Infinity };
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A decimal number as Python or a spreadsheet writes it, `nan` and `-inf` too; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (DECIMAL.test(trimmed)) return Number(trimmed);
  const [, sign, word] = /^([+-]?)([a-z]+)$/i.exec(trimmed) ?? [];
  const value = word === undefined ? undefined : NON_FINITE[word.toLowerCase()];
  return value === undefined ? undefined : sign === '-' ? -value : value;
}
