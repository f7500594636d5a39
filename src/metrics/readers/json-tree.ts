import type { Entry, Tree, TreeResult } from '../tree';

/** Deeper than any metrics file, shallower than the stack. */
const DEEPEST = 200;

/**
 * Parses JSON as Python writes it, that is with bare `NaN`, `Infinity` and `-Infinity`, keeping the place of every
 * value. Whatever was read before a fault (a file cut short, a trailing comma) is kept.
 */
export function parseJson(text: string): TreeResult {
  const cursor = new Cursor(text);
  const tree = value(cursor, 0);
  if (!cursor.fault && cursor.peek() !== '') cursor.fail('There is more text after the end of the value.');
  return { ...(tree && { tree }), ...(cursor.fault && { fault: cursor.fault }) };
}

type Fault = NonNullable<TreeResult['fault']>;

/** A place in the text that moves on; the first fault stops it. */
class Cursor {
  fault: Fault | undefined;
  at = 0;

  constructor(readonly text: string) {}

  /** The next character that is not white space; empty at the end. */
  peek(): string {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++;
    return this.text.charAt(this.at);
  }

  take(char: string): boolean {
    if (this.fault || this.peek() !== char) return false;
    this.at++;
    return true;
  }

  /** Takes what the sticky expression matches here. */
  match(pattern: RegExp): string | undefined {
    this.peek();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  fail(message: string): undefined {
    this.fault ??= { message, offset: this.at };
    return undefined;
  }

  expected(what: string): undefined {
    const found = this.peek();
    return this.fail(
      found === ''
        ? `The file ends where ${what} was expected: it was cut short.`
        : `Expected ${what}, found \`${found}\`.`,
    );
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

const WORD = /-?Infinity|NaN|true|false|null/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function value(cursor: Cursor, depth: number): Tree | undefined {
  if (depth > DEEPEST) return cursor.fail(`Nested more than ${DEEPEST} levels deep.`);
  switch (cursor.peek()) {
    case '{':
      return object(cursor, depth);
    case '[':
      return array(cursor, depth);
    case '"':
      return text(cursor);
    default:
      return word(cursor) ?? number(cursor) ?? cursor.expected('a value');
  }
}

function object(cursor: Cursor, depth: number): Tree {
  const start = cursor.at++;
  const entries: Entry[] = [];
  if (!cursor.take('}')) {
    do {
      const entry = property(cursor, depth);
      if (entry) entries.push(entry);
    } while (cursor.take(','));
    if (!cursor.fault && !cursor.take('}')) cursor.expected('`,` or `}`');
  }
  return { kind: 'object', entries: lastOfEach(entries), start, end: cursor.at };
}

function property(cursor: Cursor, depth: number): Entry | undefined {
  if (cursor.peek() !== '"') return cursor.expected('a name in double quotes');
  const key = text(cursor);
  if (!key) return undefined;
  if (!cursor.take(':')) return cursor.expected('`:`');
  const found = value(cursor, depth + 1);
  return found && { key: key.text, value: found };
}

/** Of a name that is written twice the last counts, as in Python. */
function lastOfEach(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map(entries.map(entry => [entry.key, entry]));
  return byKey.size === entries.length ? entries : entries.filter(entry => byKey.get(entry.key) === entry);
}

function array(cursor: Cursor, depth: number): Tree {
  const start = cursor.at++;
  const items: Tree[] = [];
  if (!cursor.take(']')) {
    do {
      const item = value(cursor, depth + 1);
      if (item) items.push(item);
    } while (cursor.take(','));
    if (!cursor.fault && !cursor.take(']')) cursor.expected('`,` or `]`');
  }
  return { kind: 'array', items, start, end: cursor.at };
}

function text(cursor: Cursor): (Tree & { kind: 'text' }) | undefined {
  const start = cursor.at;
  const end = endOfString(cursor.text, start + 1);
  const decoded = end === undefined ? undefined : decode(cursor.text.slice(start, end));
  if (end === undefined || decoded === undefined) {
    return cursor.fail('The string that starts here is not closed, or holds a bad escape or a line end.');
  }
  cursor.at = end;
  return { kind: 'text', text: decoded, start, end };
}

/** After the closing quote. Not a regular expression: one that looks at each character overflows on long strings. */
function endOfString(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"') return at + 1;
    if (char === '\\') at++;
  }
  return undefined;
}

function decode(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}

function word(cursor: Cursor): Tree | undefined {
  const found = cursor.match(WORD);
  if (found === undefined) return undefined;
  const span = { start: cursor.at - found.length, end: cursor.at };
  if (found === 'null') return { kind: 'null', text: found, ...span };
  if (found === 'true' || found === 'false') return { kind: 'boolean', text: found, ...span };
  return { kind: 'number', value: Number(found), raw: found, ...span };
}

function number(cursor: Cursor): Tree | undefined {
  const found = cursor.match(NUMBER);
  if (found === undefined) return undefined;
  return {
    kind: 'number',
    value: Number(found),
    raw: found,
    start: cursor.at - found.length,
    end: cursor.at,
  };
}
