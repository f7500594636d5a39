import { FORMATS } from '../schema/formats';
import type { Located, NumberType, TextType, Type } from '../schema/types';
import { checkName } from './names';
import { didYouMean, nearest } from '../../base/nearest';
import { checkPath } from './paths';
import { report } from './report';
import type { Reading } from './report';
import type { ScalarTree, Tree } from './tree';

export function readText(
  reading: Reading,
  type: TextType,
  tree: Tree,
  path: string,
): Located<string> | undefined {
  if (tree.kind !== 'scalar') return wrongType(reading, type, tree, path);
  const value = tree.source;
  if (type.values && !type.values.includes(value)) return wrongValue(reading, type.values, tree, path);
  if (type.format) {
    if (!new RegExp(FORMATS[type.format].pattern).test(value)) return wrongType(reading, type, tree, path);
    if (type.format === 'date' && !isDate(value)) return wrongType(reading, type, tree, path);
    if (!checkPath(reading, type.format, tree, path)) return undefined;
  }
  if (type.names) checkName(reading, type.names, value, tree.range);
  return { value, range: tree.range };
}

export function readNumber(
  reading: Reading,
  type: NumberType,
  tree: Tree,
  path: string,
): Located<number> | undefined {
  const value = tree.kind === 'scalar' ? tree.value : undefined;
  const fits =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (!type.integer || Number.isInteger(value)) &&
    (type.least === undefined || value >= type.least);
  return fits ? { value, range: tree.range } : wrongType(reading, type, tree, path);
}

export function readFlag(reading: Reading, tree: Tree, path: string): Located<boolean> | undefined {
  const value = tree.kind === 'scalar' ? tree.value : undefined;
  return typeof value === 'boolean'
    ? { value, range: tree.range }
    : wrongType(reading, { kind: 'flag' }, tree, path);
}

export function wrongType(reading: Reading, type: Type, tree: Tree, path: string): undefined {
  const number = type.kind === 'number' && isQuotedNumber(tree) ? tree.value : undefined;
  const hint = number === undefined ? '' : ' In quotes it is text: remove them.';
  report(reading, {
    code: 'wrong-type',
    message: `\`${path}\` is ${found(tree)}; expected ${expectation(type)}.${hint}`,
    range: tree.range,
    ...(number !== undefined && { fix: { title: 'Remove the quotes', newText: number } }),
  });
  return undefined;
}

function isQuotedNumber(tree: Tree): tree is ScalarTree & { readonly value: string } {
  return tree.kind === 'scalar' && typeof tree.value === 'string' && /^-?\d+(\.\d+)?$/.test(tree.value);
}

function wrongValue(reading: Reading, values: readonly string[], tree: ScalarTree, path: string): undefined {
  const near = nearest(tree.source, values);
  report(reading, {
    code: 'wrong-value',
    message: `\`${path}\` is \`${shorten(tree.source)}\`; expected ${listed(values)}.${didYouMean(near)}`,
    range: tree.range,
    ...(near !== undefined && { fix: { title: `Change to ${near}`, newText: near } }),
  });
  return undefined;
}

/** What a value of this type looks like, in words that follow "expected". */
export function expectation(type: Type): string {
  switch (type.kind) {
    case 'text':
      if (type.values) return listed(type.values);
      return type.format ? FORMATS[type.format].expected : 'text';
    case 'number':
      return `${type.integer ? 'a whole number' : 'a number'}${type.least === undefined ? '' : ` of at least ${type.least}`}`;
    case 'flag':
      return 'true or false';
    case 'list':
      return `a list, each item ${expectation(type.of)}`;
    case 'map':
      return `a mapping from each ${type.key} to its value`;
    case 'fields':
      return `a mapping with ${some(Object.keys(type.table))}`;
    case 'either':
      return type.of.map(expectation).join(', or ');
    case 'evidence':
      return 'evidence such as { field: problem.decision }';
    case 'free':
      return 'a value';
  }
}

function found(tree: Tree): string {
  if (tree.kind !== 'scalar') return `a ${tree.kind}`;
  if (typeof tree.value === 'number') return `the number ${shorten(tree.source)}`;
  return `\`${shorten(tree.source)}\``;
}

/** 2026-02-30 has the form of a date and is none. */
function isDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const shorten = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);

const listed = (values: readonly string[]): string =>
  values.length === 1 ? `\`${values[0] ?? ''}\`` : `one of ${values.join(', ')}`;

const some = (names: readonly string[]): string =>
  names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and more`;
