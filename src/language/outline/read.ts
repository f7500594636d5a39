import { flowAt } from './flow';
import type { Line } from './lines';
import { columnOf, linesOf } from './lines';
import type { Entry, ListNode, MappingNode, Node } from './tree';
import { nothingAt } from './tree';
import { keyAt, plainAt, quotedAt, skipBlanks } from './words';

/** Nobody nests deeper; what does is not looked into. */
const MAX_DEPTH = 40;

interface Reader {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Index of the line that is read next. */
  next: number;
  depth: number;
}

/** A place in a line from which a node is read. */
interface Start {
  readonly line: Line;
  readonly offset: number;
}

/** The outline of a file whose top is a mapping, whatever state its text is in. Takes one pass. */
export function readOutline(text: string): MappingNode {
  const reader: Reader = { text, lines: linesOf(text), next: 0, depth: 0 };
  const [first] = reader.lines;
  const column = first ? columnOf(first) : 0;
  const entries: Entry[] = [];
  for (let line = first; line; line = reader.lines[reader.next])
    entries.push(readEntry(reader, startOf(line), column));
  return { kind: 'mapping', style: 'block', column, entries, span: { start: 0, end: text.length } };
}

const startOf = (line: Line): Start => ({ line, offset: line.content });

/** The node that begins at `start` and belongs to a name or dash in column `parent`. */
function readNode(reader: Reader, start: Start, parent: number): Node {
  const { line, offset } = start;
  if (reader.depth >= MAX_DEPTH) return readScalar(reader, start, parent);
  reader.depth++;
  const column = offset - line.start;
  const node = isDash(reader.text, offset, line.end)
    ? readList(reader, start, column)
    : keyAt(reader.text, offset, { end: line.end, flow: false })
      ? readMapping(reader, start, column)
      : readScalar(reader, start, parent);
  reader.depth--;
  return node;
}

function readMapping(reader: Reader, start: Start, column: number): MappingNode {
  const entries: Entry[] = [];
  let at: Start | undefined = start;
  while (at) {
    entries.push(readEntry(reader, at, column));
    const line: Line | undefined = reader.lines[reader.next];
    at =
      line && columnOf(line) === column && !isDash(reader.text, line.content, line.end)
        ? startOf(line)
        : undefined;
  }
  return {
    kind: 'mapping',
    style: 'block',
    column,
    entries,
    span: { start: start.offset, end: endOfEntries(entries) },
  };
}

function readList(reader: Reader, start: Start, column: number): ListNode {
  const items: Node[] = [];
  let at: Start | undefined = start;
  let end = start.offset;
  while (at) {
    const item = readItem(reader, at, column);
    items.push(item);
    end = Math.max(at.offset + 1, item.span.end);
    const line: Line | undefined = reader.lines[reader.next];
    const isNext = line && columnOf(line) === column && isDash(reader.text, line.content, line.end);
    at = isNext ? startOf(line) : undefined;
  }
  return { kind: 'list', style: 'block', column, items, span: { start: start.offset, end } };
}

function readItem(reader: Reader, { line, offset }: Start, column: number): Node {
  const content = skipBlanks(reader.text, offset + 1, line.end);
  const item = hasContent(reader.text, content, line.end)
    ? readNode(reader, { line, offset: content }, column)
    : readBelow(reader, column, Math.min(offset + 2, line.end));
  return withRest(reader, item, column);
}

function readEntry(reader: Reader, { line, offset }: Start, column: number): Entry {
  const { text } = reader;
  const key = keyAt(text, offset, { end: line.end, flow: false });
  if (!key) return readName(reader, { line, offset }, column);
  const { name, span, quote, colon } = key;
  const content = skipBlanks(text, colon + 1, line.end);
  const value = hasContent(text, content, line.end)
    ? readScalar(reader, { line, offset: content }, column)
    : readBelow(reader, column, Math.min(colon + 2, line.end), 'or-list');
  return { name, key: span, quote, colon, value: withRest(reader, value, column) };
}

/** A name whose colon is still to come. */
function readName(reader: Reader, { line, offset }: Start, column: number): Entry {
  const word = plainAt(reader.text, offset, { end: line.end, flow: false });
  reader.next++;
  const value = withRest(reader, nothingAt(word.span.end), column);
  return { name: word.text, key: word.span, quote: '', colon: undefined, value };
}

/** What stands on the lines below, indented more than `column`; a list may begin in the same column as its name. */
function readBelow(reader: Reader, column: number, here: number, list?: 'or-list'): Node {
  reader.next++;
  const line = reader.lines[reader.next];
  if (!line) return nothingAt(here);
  const own = columnOf(line);
  const isList = list !== undefined && own === column && isDash(reader.text, line.content, line.end);
  return own > column || isList
    ? readNode(reader, startOf(line), isList ? column - 1 : column)
    : nothingAt(here);
}

/** A scalar, or something in brackets; it may go on below as long as lines are indented more than `parent`. */
function readScalar(reader: Reader, { line, offset }: Start, parent: number): Node {
  const { text } = reader;
  const first = text.charAt(offset);
  if (/^[|>][-+\d]*\s*(#.*)?$/.test(text.slice(offset, line.end))) return readText(reader, offset, parent);
  if (!'{["\''.includes(first)) {
    reader.next++;
    return plainAt(text, offset, { end: line.end, flow: false });
  }
  const end = boundOf(reader, parent);
  const isFlow = first === '{' || first === '[';
  const node = isFlow ? flowAt(text, offset, end) : quotedAt(text, offset, end);
  skipTo(reader, node.span.end);
  return node;
}

/** A block of text: `>` or `|` and the lines below. */
function readText(reader: Reader, start: number, parent: number): Node {
  let end = reader.lines[reader.next]?.end ?? start;
  for (
    let line = reader.lines[++reader.next];
    line && columnOf(line) > parent;
    line = reader.lines[++reader.next]
  )
    end = line.end;
  return { kind: 'scalar', text: reader.text.slice(start, end), span: { start, end }, quote: '|' };
}

/** Where the lines end that may belong to a value on the present one. */
function boundOf({ text, lines, next }: Reader, parent: number): number {
  let index = next + 1;
  let line = lines[index];
  while (line && (columnOf(line) > parent || ']}'.includes(text.charAt(line.content)))) line = lines[++index];
  return line?.start ?? text.length;
}

function skipTo(reader: Reader, offset: number): void {
  reader.next++;
  while ((reader.lines[reader.next]?.start ?? Infinity) < offset) reader.next++;
}

/** Lines that are indented by guess: names join the mapping that they are nearest to, other lines belong to a text. */
function withRest(reader: Reader, node: Node, column: number): Node {
  const more: Entry[] = [];
  for (
    let line = reader.lines[reader.next];
    line && columnOf(line) > column;
    line = reader.lines[reader.next]
  ) {
    const isName = node.kind === 'mapping' && node.style === 'block';
    if (isName) more.push(readEntry(reader, startOf(line), columnOf(line)));
    else reader.next++;
  }
  if (node.kind !== 'mapping' || more.length === 0) return node;
  const entries = [...node.entries, ...more];
  return { ...node, entries, span: { start: node.span.start, end: endOfEntries(entries) } };
}

function endOfEntries(entries: readonly Entry[]): number {
  const last = entries[entries.length - 1];
  return last ? Math.max(last.key.end, (last.colon ?? 0) + 1, last.value.span.end) : 0;
}

function isDash(text: string, offset: number, end: number): boolean {
  return text[offset] === '-' && (offset + 1 >= end || text[offset + 1] === ' ' || text[offset + 1] === '\t');
}

/** Is there something before the line's end, or its comment? */
function hasContent(text: string, content: number, end: number): boolean {
  return content < end && text[content] !== '#';
}
