/** A part of a text that can be cut after any of its lines. */
export interface Piece {
  readonly title: string;
  readonly open: string;
  readonly lines: readonly string[];
  readonly close: string;
}

/** Room for the sentence that says what is left out. */
const RESERVED = 400;

/** Joins pieces up to a number of characters; the last that has room is cut between lines, and what is left out is said. */
export function fill(pieces: readonly Piece[], most: number): string {
  const whole = `${pieces.map(pieceText).join('\n\n')}\n`;
  if (whole.length <= most) return whole;
  const parts: string[] = [];
  let room = most - RESERVED;
  for (const [index, piece] of pieces.entries()) {
    const text = pieceText(piece);
    if (text.length + 2 > room) {
      const cut = cutPiece(piece, room - 2);
      const left = pieces.slice(cut === undefined ? index : index + 1);
      return `${[...parts, ...(cut === undefined ? [] : [cut]), cutNote(cut !== undefined, piece, left)].join('\n\n')}\n`;
    }
    parts.push(text);
    room -= text.length + 2;
  }
  return whole;
}

function pieceText({ open, lines, close }: Piece): string {
  return `${open}${lines.join('\n')}${close}`;
}

/** As many lines as there is room for; `undefined` where there is none for a few. */
function cutPiece({ open, lines, close }: Piece, room: number): string | undefined {
  let left = room - open.length - close.length;
  const kept = lines.findIndex(line => (left -= line.length + 1) < 0);
  return kept < FEWEST ? undefined : `${open}${lines.slice(0, kept).join('\n')}${close}`;
}

/** Fewer lines than these are a heading with nothing below it. */
const FEWEST = 5;

function cutNote(isCut: boolean, { title }: Piece, left: readonly Piece[]): string {
  const within = isCut ? `within “${title.slice(0, 60)}”` : `before “${title.slice(0, 60)}”`;
  const count =
    left.length === 0 ? '' : `; ${left.length} ${left.length === 1 ? 'section is' : 'sections are'} left out`;
  return `> **Cut here**, ${within}${count}: a text on GitHub ends at 65,536 characters. \`holdout report --format html\` has all of it.`;
}
