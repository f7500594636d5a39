import type { Span } from '../../base/place';
import type { Quote, ScalarNode } from './tree';

/** A name with its colon, as in `decision:` or `"val/loss" :`. */
export interface Key {
  readonly name: string;
  readonly span: Span;
  readonly quote: Quote;
  readonly colon: number;
}

/** In flow style commas and brackets end a word. */
export interface Bounds {
  readonly end: number;
  readonly flow: boolean;
}

/** The name that begins at `start` and is followed by a colon. */
export function keyAt(text: string, start: number, bounds: Bounds): Key | undefined {
  const first = text.charAt(start);
  if (first === '"' || first === "'") return quotedKeyAt(text, start, bounds);
  if ('[]{},#|>'.includes(first)) return undefined;
  for (let at = start; at < bounds.end; at++) {
    if (endsWord(text, at, bounds)) return undefined;
    if (text[at] === ':' && isColon(text, at, bounds)) {
      const end = trimEnd(text, start, at);
      return { name: text.slice(start, end), span: { start, end }, quote: '', colon: at };
    }
  }
  return undefined;
}

function quotedKeyAt(text: string, start: number, bounds: Bounds): Key | undefined {
  const end = closingQuote(text, start, bounds.end);
  if (end === undefined) return undefined;
  const colon = skipBlanks(text, end, bounds.end);
  if (text[colon] !== ':' || colon >= bounds.end) return undefined;
  if (!bounds.flow && !isColon(text, colon, bounds)) return undefined;
  const quote = text[start] === '"' ? '"' : "'";
  return { name: text.slice(start + 1, end - 1), span: { start, end }, quote, colon };
}

/** A colon separates only before a blank, the line's end or, in flow style, what ends a word. */
function isColon(text: string, at: number, { end, flow }: Bounds): boolean {
  const next = text[at + 1];
  return at + 1 >= end || next === undefined || /\s/.test(next) || (flow && ',[]{}'.includes(next));
}

/** The plain scalar that begins at `start`, up to a comment. */
export function plainAt(text: string, start: number, bounds: Bounds): ScalarNode {
  let at = start;
  while (at < bounds.end && !endsWord(text, at, bounds)) {
    if (bounds.flow && text[at] === ':' && isColon(text, at, bounds)) break;
    at++;
  }
  const end = trimEnd(text, start, at);
  return { kind: 'scalar', text: text.slice(start, end), span: { start, end }, quote: '' };
}

/** The quoted scalar that begins at `start`; where its quote is missing, up to the end of its line. */
export function quotedAt(text: string, start: number, end: number): ScalarNode {
  const quote = text[start] === '"' ? '"' : "'";
  const closing = closingQuote(text, start, end);
  if (closing !== undefined) {
    return { kind: 'scalar', text: text.slice(start + 1, closing - 1), span: { start, end: closing }, quote };
  }
  const lineEnd = Math.min(end, endOfLine(text, start));
  return { kind: 'scalar', text: text.slice(start + 1, lineEnd), span: { start, end: lineEnd }, quote };
}

/** The offset behind the closing quote. */
function closingQuote(text: string, start: number, end: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at + 1;
      at++;
    }
  }
  return undefined;
}

function endsWord(text: string, at: number, { flow }: Bounds): boolean {
  const character = text.charAt(at);
  if (character === '\n' || character === '\r') return true;
  if (character === '#' && (at === 0 || /\s/.test(text.charAt(at - 1)))) return true;
  return flow && ',[]{}'.includes(character);
}

export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

export function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
