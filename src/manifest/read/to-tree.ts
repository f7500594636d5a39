import { isAlias, isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Alias, Document, Node, Pair, YAMLMap } from 'yaml';
import type { Range } from '../../base/place';
import { report } from './report';
import type { Reading } from './report';
import type { Entry, ScalarTree, Tree } from './tree';
import { unquoted } from './unquoted';

/** Limits that no honest file meets: nesting, and how many values aliases may repeat. They end alias bombs. */
const MAX_DEPTH = 40;
const MAX_REPEATED = 5_000;

interface Walk {
  readonly reading: Reading;
  readonly document: Document.Parsed;
  /** Anchored values that are being repeated just now, the outermost first. */
  readonly following: Node[];
  repeated: number;
  gaveUp: boolean;
}

/** The document as a tree; `undefined` when there is nothing in it. */
export function toTree(reading: Reading, document: Document.Parsed): Tree | undefined {
  const walk: Walk = { reading, document, following: [], repeated: 0, gaveUp: false };
  const root = document.contents;
  if (!root || (isScalar(root) && root.value === null)) return undefined;
  return convert(walk, root, 0);
}

function convert(walk: Walk, node: Node, depth: number): Tree {
  const range = rangeOf(walk, node);
  if (walk.following.length > 0) walk.repeated++;
  if (depth > MAX_DEPTH || walk.repeated > MAX_REPEATED) return giveUp(walk, range);
  if (isAlias(node)) return followAlias(walk, node, depth);
  if (isMap(node)) return { kind: 'mapping', entries: convertEntries(walk, node, depth), range };
  if (isSeq(node)) {
    const items = node.items.map(item => convert(walk, item as Node, depth + 1));
    return { kind: 'list', items, range };
  }
  return isScalar(node) ? convertScalar(walk, node, range) : emptyAt(range);
}

function convertScalar(walk: Walk, node: Scalar, range: Range): ScalarTree {
  const mended = unquoted(walk.reading, node, 'value');
  if (mended) return mended;
  const { value } = node;
  const source = node.type === Scalar.PLAIN ? (node.source ?? '') : String(value ?? '');
  if (
    value === null ||
    typeof value === 'boolean' ||
    typeof value === 'number' ||
    typeof value === 'string'
  ) {
    return { kind: 'scalar', value, source, range };
  }
  return { kind: 'scalar', value: source, source, range };
}

function convertEntries(walk: Walk, node: YAMLMap, depth: number): Entry[] {
  const entries = new Map<string, Entry>();
  for (const pair of node.items) {
    const entry = convertEntry(walk, pair as Pair<Node, Node | null>, depth);
    if (!entry) continue;
    if (entries.has(entry.name)) reportTwin(walk, entry);
    else entries.set(entry.name, entry);
  }
  return [...entries.values()];
}

function convertEntry(walk: Walk, pair: Pair<Node, Node | null>, depth: number): Entry | undefined {
  const key = rangeOf(walk, pair.key);
  const name = isScalar(pair.key) ? keyText(walk, pair.key) : undefined;
  if (name === undefined || name === '<<') {
    reportKey(walk, key, name);
    return undefined;
  }
  // A name over several lines is two lines run together: a colon is missing, which YAML's own error says.
  if (key.start.line !== key.end.line) return undefined;
  const value = pair.value ? convert(walk, pair.value, depth + 1) : emptyAt({ start: key.end, end: key.end });
  return { name, key, value };
}

function keyText(walk: Walk, key: Scalar): string {
  const mended = unquoted(walk.reading, key, 'name');
  if (mended) return mended.source;
  return key.type === Scalar.PLAIN && key.source !== undefined ? key.source : String(key.value);
}

function followAlias(walk: Walk, node: Alias, depth: number): Tree {
  const target = node.resolve(walk.document);
  const range = rangeOf(walk, node);
  if (!target) {
    reportAlias(walk, node, range);
    const text = `*${node.source}`;
    return { kind: 'scalar', value: text, source: text, range };
  }
  if (walk.following.includes(target)) return giveUp(walk, range);
  walk.following.push(target);
  const tree = convert(walk, target, depth + 1);
  walk.following.pop();
  return { ...tree, range };
}

function giveUp(walk: Walk, range: Range): Tree {
  if (!walk.gaveUp) {
    walk.gaveUp = true;
    const message = `This is not read: the file is nested more than ${MAX_DEPTH} deep, or aliases repeat themselves or more than ${MAX_REPEATED.toLocaleString('en')} values. Write the values out.`;
    report(walk.reading, { code: 'too-complex', message, range });
  }
  return emptyAt(range);
}

function reportTwin(walk: Walk, entry: Entry): void {
  report(walk.reading, {
    code: 'duplicate-field',
    message: `\`${entry.name}\` is given twice; the first one counts. Remove or rename this one.`,
    range: entry.key,
  });
}

function reportKey(walk: Walk, range: Range, name: string | undefined): void {
  const message =
    name === '<<'
      ? 'Merge keys (`<<`) are not read. Write the fields out.'
      : 'A name must be plain text; expected `name: value`.';
  report(walk.reading, { code: 'bad-name', message, range });
}

function reportAlias(walk: Walk, node: Alias, range: Range): void {
  const text = `*${node.source}`;
  report(walk.reading, {
    code: 'unquoted-text',
    message: `In YAML \`*\` refers to an anchor, and there is none called \`${node.source}\`. If the text is meant, put it in quotes.`,
    range,
    fix: { title: `Put ${text} in quotes`, newText: `"${text}"` },
  });
}

const emptyAt = (range: Range): ScalarTree => ({ kind: 'scalar', value: null, source: '', range });

function rangeOf(walk: Walk, node: Node | null | undefined): Range {
  const [start, end] = node?.range ?? [0, 0];
  return walk.reading.lines.rangeOf({ start, end: endOfContent(walk.reading.text, start, end) });
}

/** Collections end where their last value does, not after the line break behind it. */
function endOfContent(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return last;
}
