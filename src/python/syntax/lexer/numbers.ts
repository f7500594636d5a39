import { isDigit } from './characters';
import type { Lexer } from './state';
import { take } from './state';
import { Token } from './token';

const HEX = /[0-9a-fA-F_]*/y;
const LETTER_E = 0x65;
const LETTER_J = 0x6a;
const LETTER_L = 0x6c;
const UNDERSCORE = 0x5f;
const DOT = 0x2e;

/** A number; also Python 2's `10L` and `0777`. */
export function number(lexer: Lexer): void {
  take(lexer, Token.Number, numberEnd(lexer.text, lexer.at));
}

function numberEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === 48 && /[xXoObB]/.test(text.charAt(start + 1)))
    return longSuffix(text, radixEnd(text, start + 2));
  let at = digitsEnd(text, start);
  let whole = true;
  if (text.charCodeAt(at) === DOT) {
    at = digitsEnd(text, at + 1);
    whole = false;
  }
  const exponent = exponentEnd(text, at);
  whole &&= exponent === at;
  if (lower(text, exponent) === LETTER_J) return exponent + 1;
  return whole ? longSuffix(text, exponent) : exponent;
}

function radixEnd(text: string, start: number): number {
  if (/[oObB]/.test(text.charAt(start - 1))) return digitsEnd(text, start);
  HEX.lastIndex = start;
  HEX.test(text);
  return HEX.lastIndex;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || (code === UNDERSCORE && isDigit(text.charCodeAt(at + 1)))) at++;
    else return at;
  }
}

function exponentEnd(text: string, at: number): number {
  if (lower(text, at) !== LETTER_E) return at;
  const sign = text.charCodeAt(at + 1);
  const digits = sign === 43 || sign === 45 ? at + 2 : at + 1;
  return isDigit(text.charCodeAt(digits)) ? digitsEnd(text, digits) : at;
}

function longSuffix(text: string, at: number): number {
  return lower(text, at) === LETTER_L && !/[a-zA-Z0-9_]/.test(text.charAt(at + 1)) ? at + 1 : at;
}

function lower(text: string, at: number): number {
  return text.charCodeAt(at) | 0x20;
}
