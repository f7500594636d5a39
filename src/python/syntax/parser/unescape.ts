/** What string literals stand for. */

const ESCAPE =
  /\\(?:\r\n|[\r\n]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[^\r\n])/g;

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The value of a whole literal with prefix and quotes; of bytes, the literal as it is written. `\N{name}` stays as it
 * is: the names of characters would take a table.
 */
export function literal(source: string): { readonly bytes: boolean; readonly value: string } {
  let open = 0;
  let raw = false;
  for (; isLetter(source.charCodeAt(open)); open++) {
    const letter = source.charCodeAt(open) | 0x20;
    if (letter === 0x62) return { bytes: true, value: source };
    if (letter === 0x72) raw = true;
  }
  return { bytes: false, value: unescaped(body(source, open), raw) };
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Between the quotes; the closing one may be missing. */
function body(source: string, open: number): string {
  const quote = source.charAt(open);
  const triple = source.startsWith(quote.repeat(3), open) && source.length >= open + 3;
  const mark = triple ? quote.repeat(3) : quote;
  const start = open + mark.length;
  const closed = source.length >= start + mark.length && source.endsWith(mark);
  return source.slice(start, closed ? source.length - mark.length : source.length);
}

/** The value of an f-string's text: as `literal`, and a doubled brace is one. */
export function unescapeText(source: string, raw: boolean): string {
  return unescaped(source, raw).replace(/\{\{|\}\}/g, braces => braces.charAt(0));
}

function unescaped(source: string, raw: boolean): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return raw || !text.includes('\\') ? text : text.replace(ESCAPE, character);
}

function character(escape: string): string {
  const mark = escape.charAt(1);
  const simple = SIMPLE[mark];
  if (simple !== undefined && escape.length === 2) return simple;
  if (mark === '\n') return '';
  if (mark >= '0' && mark <= '7') return String.fromCharCode(parseInt(escape.slice(1), 8));
  if (escape.length > 3 && /[xuU]/.test(mark)) return codePoint(escape);
  return escape;
}

function codePoint(escape: string): string {
  const code = parseInt(escape.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}
