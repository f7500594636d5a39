import { Lexer } from 'yaml';

export interface Comment {
  readonly start: number;
  /** From `#` to the end of the line. */
  readonly text: string;
}

/** Marks that the lexer adds and that are not in the text: document, flow end, scalar. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** Every comment of a YAML text, in order. */
export function commentsIn(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && previous !== '\u001f')
      comments.push({ start: offset, text: token.trimEnd() });
    if (!MARKS.has(token)) offset += token.length;
    previous = token;
  }
  return comments;
}
