import type { Span } from '../../base/place';

/** One cell with its place in the text: what it says, without quotes and spaces around. */
export interface Cell extends Span {
  readonly text: string;
}

/**
 * Splits comma-, semicolon- or tab-separated text into rows of cells. An own scanner because every value has to keep its place, which the
 * known parsers do not tell. Quotes may enclose separators and line ends; blank lines are no rows.
 */
export function csvCells(text: string): readonly (readonly Cell[])[] {
  const separator = separatorOf(text);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfCell(text, at, separator);
    row.push(cellOf(text, at, end));
    const lineEnds = text[end] !== separator;
    if (lineEnds || end === text.length) {
      if (row.some(cell => cell.text !== '')) rows.push(row);
      row = [];
    }
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Of the first line, whichever of them is there most often. */
function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string): number => first.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Where the separator or line end after a cell stands. */
function endOfCell(text: string, from: number, separator: string): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === separator || char === '\n' || char === '\r')) return at;
  }
  return text.length;
}

function cellOf(text: string, from: number, to: number): Cell {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const trimmed = raw.trim();
  const quoted = trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"');
  return {
    text: quoted ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed,
    start,
    end: start + trimmed.length,
  };
}
