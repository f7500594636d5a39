import type { Span } from '../../base/place';

/** Where the values of a TOML text are. */
export interface TomlPlaces {
  /** The span of the value at a path of keys; of a value inside another one on its line, that of the outer one. */
  of(path: readonly string[]): Span;
  /** The text of a span that holds a plain number. */
  text(span: Span): string | undefined;
}

/**
 * Finds the lines `key = value` of a valid TOML text, under the `[table]` that they stand in. The parser keeps no places;
 * this is enough for the numbers of a metrics file, which have a line each.
 */
export function tomlPlaces(text: string): TomlPlaces {
  const spans = new Map<string, Span>();
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  for (const { line, start } of linesOf(text)) {
    table = tableAt(line, counts) ?? table;
    const pair = PAIR.exec(line);
    const [, lead = '', key = '', value = ''] = pair ?? [];
    const span = { start: start + lead.length, end: start + lead.length + value.length };
    if (pair) spans.set(JSON.stringify([...table, ...keysOf(key)]), span);
  }
  return {
    of: path => nearest(spans, path),
    text: ({ start, end }) => (NUMBER.test(text.slice(start, end)) ? text.slice(start, end) : undefined),
  };
}

const HEADER = /^\s*(\[\[?)([^[\]]+)\]/;
const PAIR = /^(\s*([\w.\-"' ]+?)\s*=\s*)([^#\s](?:[^#]*[^#\s])?)/;
const NUMBER = /^[+-]?(?:[\d_.]+(?:e[+-]?\d+)?|inf|nan)$/i;

/** The path of the table that a line opens; the tables of a list are numbered. */
function tableAt(line: string, counts: Map<string, number>): readonly string[] | undefined {
  const [, bracket, name] = HEADER.exec(line) ?? [];
  if (name === undefined) return undefined;
  const keys = keysOf(name);
  if (bracket !== '[[') return keys;
  const index = counts.get(name) ?? 0;
  counts.set(name, index + 1);
  return [...keys, String(index)];
}

/** `a."b.c".d` → a, b.c, d. */
function keysOf(dotted: string): readonly string[] {
  const parts = dotted.match(/"[^"]*"|'[^']*'|[^.\s"']+/g) ?? [];
  return parts.map(part => part.replace(/^(["'])(.*)\1$/, '$2'));
}

function nearest(spans: ReadonlyMap<string, Span>, path: readonly string[]): Span {
  for (let length = path.length; length > 0; length--) {
    const span = spans.get(JSON.stringify(path.slice(0, length)));
    if (span) return span;
  }
  return { start: 0, end: 0 };
}

function linesOf(text: string): { line: string; start: number }[] {
  const lines: { line: string; start: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ line: line.replace(/\r$/, ''), start });
    start += line.length + 1;
  }
  return lines;
}
