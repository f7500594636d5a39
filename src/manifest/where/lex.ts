import type { Span } from '../../base/place';

export interface Token extends Span {
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'mark' | 'bad';
  /** Without quotes. */
  readonly text: string;
}

/** A key may hold a part in backticks or double quotes: ``tags.`mlflow.user` ``. */
const KEY = /[A-Za-z_][\w.\-/]*(?:`[^`]*`|"[^"]*")?/y;
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y],
  ['word', KEY],
  ['text', /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/y],
  ['sign', /!=|<=|>=|=|<|>/y],
  ['mark', /[(),]/y],
];

/** The words of a condition; what is none of them is `bad`. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(text, 0); at < text.length;) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipBlanks(text, token.end);
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    return { kind, text: kind === 'text' ? unquoted(found) : found, start, end: start + found.length };
  }
  return { kind: 'bad', text: text.slice(start, start + 1), start, end: start + 1 };
}

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(['"\\])/g, '$1');

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text[next] ?? '')) next++;
  return next;
}
