import type { Span } from '../base/place';
import { columnOf, linesOf } from './outline/lines';
import type { Entry, ListNode, MappingNode, Node, Path, Quote, ScalarNode } from './outline/tree';
import { isNothing } from './outline/tree';
import { endOfLine, skipBlanks } from './outline/words';

/** What can be written where the cursor is. */
export interface Cursor {
  /** The node that is being written: for a name, the mapping that it belongs to. */
  readonly path: Path;
  /** A name may stand here. */
  readonly name: boolean;
  /** A value may stand here. */
  readonly value: boolean;
  /** What is written already, in whole: it is what a completion replaces. Without quotes. */
  readonly word: Span;
  readonly quote: Quote;
  /** Something follows that ends the name: a colon. */
  readonly colon: boolean;
  /** A blank is needed first: the cursor stands right behind a colon. */
  readonly gap: boolean;
  readonly flow: boolean;
  /** In brackets: another part follows, and nothing parts it from this one. */
  readonly comma: boolean;
  /** Of the name, where one may stand: its column. */
  readonly column: number;
}

/** Reads what the cursor is at; `undefined` in comments, in blocks of text, and where nothing can be begun. */
export function cursorAt(text: string, root: MappingNode, offset: number): Cursor | undefined {
  const at: At = { text, offset, lineStart: startOfLine(text, offset) };
  return inNode(at, root, []) ?? onBlankLine(at, root);
}

interface At {
  readonly text: string;
  readonly offset: number;
  readonly lineStart: number;
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function inNode(at: At, node: Node, path: Path): Cursor | undefined {
  if (node.kind === 'mapping') return inMapping(at, node, path);
  if (node.kind === 'list') return inList(at, node, path);
  return inScalar(at, node, path);
}

function inMapping(at: At, node: MappingNode, path: Path): Cursor | undefined {
  const { offset } = at;
  for (const entry of node.entries) {
    if (touches(entry.key, offset)) return atName(at, node, entry, path);
  }
  const entry = lastBefore(node.entries, ({ key }) => key.start, offset);
  const found = entry?.colon === undefined ? undefined : inEntry(at, entry, [...path, entry.name]);
  if (node.style === 'block') return found;
  if (found) return inFlow(found);
  const flow = { flow: true, comma: needsComma(at, node), column: -1 };
  return beginsPart(at, node, entry && endOfEntry(entry)) ? { ...newName(at, path), ...flow } : undefined;
}

const endOfEntry = ({ key, colon, value }: Entry): number =>
  Math.max(key.end, (colon ?? -1) + 1, isNothing(value) ? 0 : value.span.end);

/** In brackets nothing can grow into a mapping below. */
const inFlow = (cursor: Cursor): Cursor => ({ ...cursor, flow: true, name: cursor.name && !cursor.value });

function inEntry(at: At, { colon = 0, value }: Entry, path: Path): Cursor | undefined {
  if (
    isNothing(value) &&
    at.offset > colon &&
    isBlank(at.text.slice(colon + 1, at.offset)) &&
    isEndOfValue(at)
  ) {
    return { ...newValue(at, path), gap: at.offset === colon + 1 };
  }
  return inNode(at, value, path);
}

function inList(at: At, node: ListNode, path: Path): Cursor | undefined {
  const index = lastIndexBefore(node.items, ({ span }) => span.start, at.offset);
  const item = node.items[index];
  const found = item && inNode(at, item, [...path, index]);
  if (node.style === 'block') return found ?? afterDash(at, node, path);
  if (found) return inFlow(found);
  const flow = { flow: true, comma: needsComma(at, node) };
  return beginsPart(at, node, item?.span.end)
    ? { ...newValue(at, [...path, index + 1]), ...flow }
    : undefined;
}

/** `- |` */
function afterDash(at: At, { items, column }: ListNode, path: Path): Cursor | undefined {
  const written = at.text.slice(at.lineStart, at.offset);
  if (!/^[\s-]*-[ \t]+$/.test(written) || !isRestOfLineBlank(at)) return undefined;
  const index = items.findIndex(
    item => isNothing(item) && startOfLine(at.text, item.span.start) === at.lineStart,
  );
  if (index < 0 || written.lastIndexOf('-') !== column) return undefined;
  return { ...newValue(at, [...path, index]), name: true, column: written.length };
}

function inScalar(at: At, node: ScalarNode, path: Path): Cursor | undefined {
  const { span, quote } = node;
  if (isNothing(node) || quote === '|' || !touches(span, at.offset)) return undefined;
  const word = wordOf(at, node);
  if (!word) return undefined;
  const written = at.text.slice(at.lineStart, span.start);
  // Alone on its line it may become the first name of a mapping.
  const isFresh = quote === '' && /^\s*(-[ \t]+)*$/.test(written) && span.start >= at.lineStart;
  return { ...newValue(at, path), word, quote, name: isFresh, column: written.length };
}

/** Within the quotes; `undefined` in front of them, or behind. */
function wordOf({ text, offset }: At, { span, quote }: ScalarNode): Span | undefined {
  if (quote === '') return span;
  const isClosed = span.end - span.start > 1 && text[span.end - 1] === quote;
  const word = { start: span.start + 1, end: isClosed ? span.end - 1 : span.end };
  return touches(word, offset) ? word : undefined;
}

function atName(at: At, node: MappingNode, entry: Entry, path: Path): Cursor | undefined {
  const { key, quote, colon } = entry;
  const whole = wordOf(at, { kind: 'scalar', text: entry.name, span: key, quote });
  if (!whole) return undefined;
  const flow = node.style !== 'block';
  // `{ ma| min: 1 }`: in brackets a new name is typed in front of another one.
  const rest = flow && quote === '' ? /^\S*(?=\s)/.exec(at.text.slice(at.offset, whole.end)) : null;
  const word = rest ? { ...whole, end: at.offset + rest[0].length } : whole;
  const column = key.start - startOfLine(at.text, key.start);
  return {
    ...newName(at, path),
    word,
    quote,
    flow,
    column,
    colon: colon !== undefined && !rest,
    comma: rest !== null,
  };
}

function newName({ offset }: At, path: Path): Cursor {
  return { ...NEW, path, name: true, word: { start: offset, end: offset } };
}

function newValue({ offset }: At, path: Path): Cursor {
  return { ...NEW, path, value: true, word: { start: offset, end: offset } };
}

const NEW = {
  name: false,
  value: false,
  quote: '',
  colon: false,
  gap: false,
  flow: false,
  comma: false,
  column: -1,
} as const;

/** Does another part of the brackets follow, with no comma before it? */
function needsComma({ text, offset }: At, { span }: MappingNode | ListNode): boolean {
  return /^\s*[^\s,#\]}]/.test(text.slice(offset, span.end));
}

/**
 * Is the cursor in brackets where a part of them begins: behind the opening one, or behind a comma? `last`: where the
 * part before it ends.
 */
function beginsPart({ text, offset }: At, node: MappingNode | ListNode, last: number | undefined): boolean {
  const { span, style } = node;
  const isWithin = span.start < offset && (offset < span.end || (style === 'open' && offset <= span.end));
  if (!isWithin) return false;
  const gap = text.slice(last ?? span.start + 1, offset).replace(/(^|\s)#[^\r\n]*(?=[\r\n])/g, '');
  return last === undefined ? /^\s*$/.test(gap) : /^\s*,\s*$/.test(gap);
}

const isBlank = (text: string): boolean => !/[^ \t]/.test(text);

/** Does nothing follow that would become a part of the value? */
function isEndOfValue({ text, offset }: At): boolean {
  const rest = text.slice(skipBlanks(text, offset, text.length));
  return rest === '' || /^[\r\n#,}\]]/.test(rest);
}

function isRestOfLineBlank({ text, offset }: At): boolean {
  return isBlank(text.slice(offset, endOfLine(text, offset)));
}

function lastBefore<T>(items: readonly T[], startOf: (item: T) => number, offset: number): T | undefined {
  return items[lastIndexBefore(items, startOf, offset)];
}

function lastIndexBefore<T>(items: readonly T[], startOf: (item: T) => number, offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** On a line with nothing but blanks the column says where a name would belong. */
function onBlankLine(at: At, root: MappingNode): Cursor | undefined {
  const { text, offset, lineStart } = at;
  if (!isBlank(text.slice(lineStart, offset)) || !isRestOfLineBlank(at)) return undefined;
  const column = offset - lineStart;
  // A name would take the lines below that are indented more from where they belong.
  const below = linesOf(text.slice(endOfLine(text, offset)))[0];
  if (below && columnOf(below) > column) return undefined;
  return blankIn(at, root, [], column);
}

function blankIn(at: At, node: Node, path: Path, column: number): Cursor | undefined {
  if (node.kind === 'list' && node.style === 'block') {
    const index = lastIndexBefore(node.items, ({ span }) => span.start, at.offset);
    const item = node.items[index];
    return item && blankBelow(at, item, { path: [...path, index], column, parent: node.column });
  }
  if (node.kind !== 'mapping' || node.style !== 'block') return undefined;
  const entry = lastBefore(node.entries, ({ key }) => key.start, at.offset);
  const parent = entry && entry.key.start - startOfLine(at.text, entry.key.start);
  const deeper =
    entry?.colon === undefined
      ? undefined
      : blankBelow(at, entry.value, { path: [...path, entry.name], column, parent: parent ?? 0 });
  return deeper ?? (node.column === column ? { ...newName(at, path), column } : undefined);
}

function blankBelow(
  at: At,
  node: Node,
  { path, column, parent }: { readonly path: Path; readonly column: number; readonly parent: number },
): Cursor | undefined {
  if (!isNothing(node)) return blankIn(at, node, path, column);
  return column > parent ? { ...newName(at, path), column, value: true } : undefined;
}
