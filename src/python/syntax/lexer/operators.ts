import type { Lexer } from './state';
import { take } from './state';
import { Token } from './token';

const EQUALS = 61;

const SINGLE = table([
  ['+', Token.Plus],
  ['-', Token.Minus],
  ['*', Token.Star],
  ['/', Token.Slash],
  ['%', Token.Percent],
  ['@', Token.At],
  ['&', Token.Ampersand],
  ['|', Token.Bar],
  ['^', Token.Caret],
  ['~', Token.Tilde],
  ['<', Token.Less],
  ['>', Token.Greater],
  ['=', Token.Assign],
  ['!', Token.Exclamation],
  [':', Token.Colon],
  [';', Token.Semicolon],
  [',', Token.Comma],
]);

const WITH_EQUALS = table([
  ['+', Token.AugAssign],
  ['-', Token.AugAssign],
  ['*', Token.AugAssign],
  ['/', Token.AugAssign],
  ['%', Token.AugAssign],
  ['@', Token.AugAssign],
  ['&', Token.AugAssign],
  ['|', Token.AugAssign],
  ['^', Token.AugAssign],
  ['<', Token.LessEqual],
  ['>', Token.GreaterEqual],
  ['=', Token.Equal],
  ['!', Token.NotEqual],
  [':', Token.Walrus],
]);

const DOUBLED = table([
  ['*', Token.DoubleStar],
  ['/', Token.DoubleSlash],
  ['<', Token.LeftShift],
  ['>', Token.RightShift],
]);

/** The longest operator at hand; `code` is its first character. */
export function operator(lexer: Lexer, code: number): Token {
  const { text, at } = lexer;
  const next = text.charCodeAt(at + 1);
  const single = SINGLE[code] ?? Token.Unknown;
  let kind = single;
  let length = 1;
  if (next === EQUALS && WITH_EQUALS[code]) {
    kind = WITH_EQUALS[code] ?? single;
    length = 2;
  } else if (next === code && DOUBLED[code]) {
    const augmented = text.charCodeAt(at + 2) === EQUALS;
    kind = augmented ? Token.AugAssign : (DOUBLED[code] ?? single);
    length = augmented ? 3 : 2;
  } else if (next === 62 && (code === 45 || code === 60)) {
    kind = code === 45 ? Token.Arrow : Token.NotEqual;
    length = 2;
  }
  take(lexer, kind, at + length);
  return kind;
}

function table(rows: readonly (readonly [string, Token])[]): Uint8Array {
  const tokens = new Uint8Array(128);
  for (const [character, token] of rows) tokens[character.charCodeAt(0)] = token;
  return tokens;
}
