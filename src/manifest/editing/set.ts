import { isMap } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import { fail, ok } from '../../base/result';
import type { Result } from '../../base/result';
import {
  columnOf,
  endOf,
  endOfPair,
  isEmptyNode,
  lineEnd,
  lineStart,
  pairIn,
  readSource,
  startOf,
} from './source';
import type { NodePair, Source } from './source';
import { scalarText } from './words';

export interface EditFailure {
  /** What stands in the way, and what to do. */
  readonly message: string;
}

/**
 * Puts a value (YAML in flow style) at a path of names, making the mappings on the way that are not there. All other
 * text stays as it is.
 */
export function setIn(text: string, path: readonly string[], value: string): Result<string, EditFailure> {
  const source = readSource(text);
  if (!source) return fail({ message: 'The manifest is not YAML that can be edited; mend it first.' });
  const root = source.document.contents as Node | null;
  if (isEmptyNode(root)) return ok(appendLines(text, blockLines(source, path, value, 0), source.eol));
  return isMap(root) ? setInMap(source, root, path, value) : fail(notMapping([]));
}

function setInMap(
  source: Source,
  map: YAMLMap,
  path: readonly string[],
  value: string,
): Result<string, EditFailure> {
  const [name = '', ...rest] = path;
  const pair = pairIn(map, name);
  if (!pair)
    return ok(
      map.flow ? insertIntoFlow(source, map, path, value) : insertIntoBlock(source, map, path, value),
    );
  if (isEmptyNode(pair.value)) return ok(fillEmpty(source, map, pair, { rest, value }));
  if (rest.length === 0) return ok(replaceNode(source, pair.value as Node, value));
  return isMap(pair.value) ? setInMap(source, pair.value, rest, value) : fail(notMapping([name]));
}

/** `{ a: 1 }` becomes `{ a: 1, b: 2 }`. */
function insertIntoFlow(source: Source, map: YAMLMap, path: readonly string[], value: string): string {
  const last = map.items[map.items.length - 1] as NodePair | undefined;
  const content = flowText(path, value);
  return last
    ? insert(source.text, endOfPair(last), `, ${content}`)
    : insert(source.text, startOf(map) + 1, ` ${content} `);
}

/** Lines below the last ones of the mapping, in the column of its names. */
function insertIntoBlock(source: Source, map: YAMLMap, path: readonly string[], value: string): string {
  const { text, eol } = source;
  const first = map.items[0] as NodePair | undefined;
  const column = columnOf(text, first ? startOf(first.key) : startOf(map));
  const lines = blockLines(source, path, value, column);
  const end = endOf(map);
  // A block of text ends at the start of the line after it.
  if (end > 0 && end === lineStart(text, end))
    return insert(text, end, lines.map(line => `${line}${eol}`).join(''));
  return insert(text, lineEnd(text, end), lines.map(line => `${eol}${line}`).join(''));
}

/** `stages:` with nothing behind it gets what it lacks: on the same line a value or a flow mapping, else lines below. */
function fillEmpty(
  source: Source,
  map: YAMLMap,
  pair: NodePair,
  { rest, value }: { readonly rest: readonly string[]; readonly value: string },
): string {
  const { text, eol, step } = source;
  const colon = text.indexOf(':', pair.key.range?.[1] ?? 0);
  if (rest.length === 0 || map.flow) return insert(text, colon + 1, ` ${flowText(rest, value, true)}`);
  const lines = blockLines(source, rest, value, columnOf(text, startOf(pair.key)) + step);
  return insert(text, lineEnd(text, colon), lines.map(line => `${eol}${line}`).join(''));
}

function replaceNode({ text }: Source, node: Node, value: string): string {
  return text.slice(0, startOf(node)) + value + text.slice(endOf(node));
}

/** One line for each name, the last with the value behind it. */
function blockLines(
  { step }: Source,
  path: readonly string[],
  value: string,
  column: number,
): readonly string[] {
  return path.map((name, depth) => {
    const end = depth === path.length - 1 ? ` ${value}` : '';
    return `${' '.repeat(column + depth * step)}${scalarText(name)}:${end}`;
  });
}

/** `a: { b: 1 }`; with `inner`, `{ b: 1 }` for what stands behind a name. */
function flowText(path: readonly string[], value: string, inner = false): string {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const pair = `${scalarText(name)}: ${flowText(rest, value, true)}`;
  return inner ? `{ ${pair} }` : pair;
}

function appendLines(text: string, lines: readonly string[], eol: string): string {
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return text + gap + lines.map(line => `${line}${eol}`).join('');
}

function insert(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

function notMapping(path: readonly string[]): EditFailure {
  const where = path.length === 0 ? 'The manifest' : `\`${path.join('.')}\` in the manifest`;
  return { message: `${where} is not a mapping, so nothing can be written into it; mend it first.` };
}
