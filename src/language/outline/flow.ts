import type { Entry, ListNode, MappingNode, Node } from './tree';
import { nothingAt } from './tree';
import type { Bounds, Key } from './words';
import { endOfLine, keyAt, plainAt, quotedAt } from './words';

/** Nobody nests deeper; what does is not looked into. */
const MAX_DEPTH = 40;

interface Reader {
  readonly text: string;
  readonly bounds: Bounds;
  at: number;
  depth: number;
}

/** The brackets that open at `start`, and all in them; what nothing closes ends at `end`. */
export function flowAt(text: string, start: number, end: number): MappingNode | ListNode {
  const reader: Reader = { text, bounds: { end, flow: true }, at: start, depth: 0 };
  return text[start] === '{' ? readMapping(reader) : readList(reader);
}

function readMapping(reader: Reader): MappingNode {
  const start = reader.at++;
  const entries: Entry[] = [];
  const style = untilClosed(reader, '}', () => {
    entries.push(readEntry(reader));
  });
  return { kind: 'mapping', style, column: -1, entries, span: { start, end: reader.at } };
}

function readList(reader: Reader): ListNode {
  const start = reader.at++;
  const items: Node[] = [];
  const style = untilClosed(reader, ']', () => {
    items.push(readItem(reader));
  });
  return { kind: 'list', style, column: -1, items, span: { start, end: reader.at } };
}

/** Reads one part after the other; every turn takes at least one character. */
function untilClosed(reader: Reader, close: string, readPart: () => void): 'flow' | 'open' {
  reader.depth++;
  for (;;) {
    skipSpace(reader);
    const next = reader.text[reader.at];
    if (reader.at >= reader.bounds.end) break;
    if (next === close) {
      reader.at++;
      reader.depth--;
      return 'flow';
    }
    // The bracket of whatever is around: this one was forgotten.
    if ((next === '}' || next === ']') && reader.depth > 1) break;
    const before = reader.at;
    if (next !== ',' && next !== '}' && next !== ']') readPart();
    if (reader.at === before) reader.at++;
  }
  reader.depth--;
  return 'open';
}

function readEntry(reader: Reader): Entry {
  const key = keyAt(reader.text, reader.at, reader.bounds);
  if (key) return entryOf(reader, key);
  const node = readNode(reader);
  const name = node.kind === 'scalar' ? node.text : '';
  const quote = node.kind === 'scalar' ? node.quote : '';
  return { name, key: node.span, quote, colon: undefined, value: nothingAt(node.span.end) };
}

function entryOf(reader: Reader, { name, span, quote, colon }: Key): Entry {
  reader.at = colon + 1;
  return { name, key: span, quote, colon, value: readValue(reader) };
}

/** What stands behind a colon, on whatever line. */
function readValue(reader: Reader): Node {
  const behind = reader.at;
  skipSpace(reader);
  const next = reader.text[reader.at];
  const isThere = reader.at < reader.bounds.end && next !== ',' && next !== '}' && next !== ']';
  if (!isThere) return nothingAt(Math.min(behind + 1, reader.at));
  // A name on the next line is the next entry, whose comma was forgotten.
  const isNext =
    reader.text.slice(behind, reader.at).includes('\n') && keyAt(reader.text, reader.at, reader.bounds);
  return isNext ? nothingAt(behind) : readNode(reader);
}

/** `[a: 1]` is a list of a mapping. */
function readItem(reader: Reader): Node {
  const key = keyAt(reader.text, reader.at, reader.bounds);
  if (!key) return readNode(reader);
  const entry = entryOf(reader, key);
  const span = { start: key.span.start, end: Math.max(entry.value.span.end, key.colon + 1) };
  return { kind: 'mapping', style: 'flow', column: -1, entries: [entry], span };
}

function readNode(reader: Reader): Node {
  const { text, bounds, at } = reader;
  const first = text[at];
  if ((first === '{' || first === '[') && reader.depth < MAX_DEPTH) {
    return first === '{' ? readMapping(reader) : readList(reader);
  }
  const scalar = first === '"' || first === "'" ? quotedAt(text, at, bounds.end) : plainAt(text, at, bounds);
  reader.at = scalar.span.end;
  return scalar;
}

/** Blanks, line breaks and comments. */
function skipSpace(reader: Reader): void {
  const { text, bounds } = reader;
  while (reader.at < bounds.end) {
    const character = text.charAt(reader.at);
    if (character === '#' && /\s/.test(text.charAt(reader.at - 1))) reader.at = endOfLine(text, reader.at);
    else if (/\s/.test(character)) reader.at++;
    else return;
  }
}
