/** IPython's own syntax: lines that begin with `%`, `!` or `?`, values after `=`, and help with `?` at the end. */
import { afterLineEnd, isLineEnd, lineEnd } from './characters';
import type { Lexer } from './state';
import { take } from './state';
import { Token } from './token';

/** Magics whose argument or cell is Python that runs in the notebook itself. */
const RUN_PYTHON = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'lprun',
  'mprun',
  'memit',
  'debug',
  'snakeviz',
  'pyinstrument',
  'wandb',
  'px',
  'ipytest',
]);

/** Commands that IPython runs without a `%`, when an argument follows. */
const BARE =
  /(?:pip3?|conda|mamba|uv|cd|ls|mkdir|rmdir|rm|cp|mv|cat|load_ext|matplotlib)[ \t]+(?:-|\.|\/|~|[\w*"'])/y;
const CONTINUES_EXPRESSION = /(?:\w+)[ \t]+(?:is|in|and|or|not|if|else|for|-[ \t])(?![\w-])/y;

const MAGIC = /(%%?)[ \t]*([A-Za-z_][\w.]*)?/y;
const OPTIONS = /(?:[ \t]+-[A-Za-z]+(?:[ \t]*(?:\d+|[^\s-]\S*(?=[ \t]+\S)))?)*[ \t]*/y;

/** At the first character of a logical line. */
export function escapeAtLineStart(lexer: Lexer): void {
  const { text, at, limit, notebook } = lexer;
  const code = text.charCodeAt(at);
  if (code === 37) magic(lexer);
  else if (code === 33) take(lexer, Token.ShellLine, joinedEnd(text, at, limit));
  else if (code === 63) take(lexer, Token.HelpLine, lineEnd(text, at, limit));
  else if (notebook && matches(BARE, text, at) && !matches(CONTINUES_EXPRESSION, text, at))
    take(lexer, Token.LineMagic, joinedEnd(text, at, limit));
}

function magic(lexer: Lexer): void {
  const { text, at, limit } = lexer;
  MAGIC.lastIndex = at;
  const [head = '%', marks = '%', name = ''] = MAGIC.exec(text) ?? [];
  const python = RUN_PYTHON.has(name);
  if (marks === '%%') {
    take(lexer, python ? Token.PythonCellMagic : Token.CellMagic, python ? lineEnd(text, at, limit) : limit);
  } else if (python && name !== 'capture') {
    OPTIONS.lastIndex = at + head.length;
    OPTIONS.test(text);
    take(lexer, Token.PythonMagic, Math.min(Math.max(OPTIONS.lastIndex, at + head.length), limit));
  } else {
    take(lexer, Token.LineMagic, joinedEnd(text, at, limit));
  }
}

/** After a `=` outside brackets. */
export function escapedValue(lexer: Lexer): void {
  const { text, limit } = lexer;
  let at = lexer.at;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  const code = text.charCodeAt(at);
  if (at >= limit || (code !== 37 && code !== 33) || text.charCodeAt(at + 1) === 61) return;
  lexer.at = at;
  take(lexer, Token.EscapedValue, joinedEnd(text, at, limit));
}

/** At a `?` outside brackets: true when the whole line asks for help. */
export function help(lexer: Lexer): boolean {
  const { text, at, limit, tokens, lineToken, lineOffset } = lexer;
  const end = lineEnd(text, at, limit);
  if (!/^\?\??[ \t]*;?[ \t]*$/.test(text.slice(at, end))) return false;
  tokens.count = lineToken;
  lexer.at = lineOffset;
  take(lexer, Token.HelpLine, end);
  return true;
}

/** End of the line, or of the last that a backslash joins to it. */
function joinedEnd(text: string, start: number, limit: number): number {
  let end = lineEnd(text, start, limit);
  while (end > start && text.charCodeAt(end - 1) === 92 && end < limit && isLineEnd(text.charCodeAt(end)))
    end = lineEnd(text, afterLineEnd(text, end, limit), limit);
  return end;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
