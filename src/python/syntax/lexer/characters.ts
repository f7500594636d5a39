/** What a character can begin. ASCII is a table; beyond it only letters matter. */
export const enum Char {
  Unknown,
  Space,
  LineEnd,
  Letter,
  Digit,
  Quote,
  Hash,
  Backslash,
  Dot,
  Open,
  Close,
  Operator,
  Beyond,
}

const CLASSES = classes();

export function classOf(code: number): Char {
  return code < 128 ? (CLASSES[code] ?? Char.Unknown) : Char.Beyond;
}

function classes(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (characters: string, kind: Char): void => {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  };
  mark(' \t\f', Char.Space);
  mark('\r\n', Char.LineEnd);
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', Char.Letter);
  mark('0123456789', Char.Digit);
  mark('\'"', Char.Quote);
  mark('#', Char.Hash);
  mark('\\', Char.Backslash);
  mark('.', Char.Dot);
  mark('([{', Char.Open);
  mark(')]}', Char.Close);
  mark('+-*/%@&|^~<>=!:;,', Char.Operator);
  return table;
}

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const WORD = wordTable();

function wordTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const kind = CLASSES[code];
    if (kind === Char.Letter || kind === Char.Digit) table[code] = 1;
  }
  return table;
}

const CONTINUES = /^\p{XID_Continue}$/u;
const BEGINS = /^[\p{XID_Start}]$/u;

/** Does an identifier begin with the character at `offset`, which is not ASCII? */
export function beginsWord(text: string, offset: number): boolean {
  return BEGINS.test(characterAt(text, offset));
}

/** End of the identifier that `offset` lies in. */
export function wordEnd(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (WORD[code] !== 1) return at;
      at++;
    } else if (code >= 128 && CONTINUES.test(characterAt(text, at))) {
      at += characterAt(text, at).length;
    } else {
      return at;
    }
  }
}

export function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

/** Offset of the line end at or after `offset`, at most `limit`. */
export function lineEnd(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Offset behind the line end at `offset`, at most `limit`: `\r\n` counts as one. */
export function afterLineEnd(text: string, offset: number, limit: number): number {
  const two = text.charCodeAt(offset) === 13 && text.charCodeAt(offset + 1) === 10;
  return Math.min(offset + (two ? 2 : 1), limit);
}
