/**
 * One record of separated values, as RFC 4180 has them: cells in double quotes may hold separators, line ends and
 * doubled quotes. Lines end in LF, CR LF or CR. What stands behind a closing quote is kept as it is.
 */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Offset behind the record and its line end. */
  readonly next: number;
  /** Line ends within the record, the closing one not counted. */
  readonly lines: number;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * The record that starts at `start`; `undefined` when the text ends before the record does. `last`: no more text follows,
 * so that the end of the text ends the record; then `undefined` means a quote that is never closed.
 */
export function csvRecord(
  text: string,
  start: number,
  separator: number,
  last: boolean,
): CsvRecord | undefined {
  const cells: string[] = [];
  let lines = 0;
  let at = start;
  for (;;) {
    const cell = text.charCodeAt(at) === QUOTE ? quoted(text, at, separator) : plain(text, at, separator);
    if (!cell) return undefined;
    cells.push(cell.value);
    lines += cell.lines;
    at = cell.end;
    if (at >= text.length) return last ? { cells, next: at, lines } : undefined;
    const code = text.charCodeAt(at);
    if (code === separator) at++;
    else if (code === LF) return { cells, next: at + 1, lines };
    else if (at + 1 < text.length || last) {
      return { cells, next: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1, lines };
    } else return undefined;
  }
}

interface CsvCell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function plain(text: string, start: number, separator: number): CsvCell {
  const end = endOfPlain(text, start, separator);
  return { value: text.slice(start, end), end, lines: 0 };
}

function quoted(text: string, start: number, separator: number): CsvCell | undefined {
  let value = '';
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) {
      const end = endOfPlain(text, quote + 1, separator);
      return { value: value + text.slice(quote + 1, end), end, lines: lineEnds(value) };
    }
    value += '"';
    from = quote + 2;
  }
}

function endOfPlain(text: string, start: number, separator: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) break;
  }
  return at;
}

function lineEnds(value: string): number {
  return value.match(/\r\n|\n|\r/g)?.length ?? 0;
}
