import type { Span } from '../../../base/place';
import type { Edit } from '../../syntax/edit';

/** What of a module's text an answer rests on, beside the facts. */
export interface TextBasis {
  /** In the order of asking; they move with the text. */
  readonly spans: readonly Span[];
  /** The numbers of lines. */
  readonly lines: boolean;
  /** What a notebook's cells do with their names. */
  readonly names: boolean;
}

/** Writes down what is asked of a text. */
export class AskedText {
  private spans: Span[] = [];
  private lines = false;
  private names = false;

  note({ start, end }: Span): void {
    this.spans.push({ start, end });
  }

  noteLines(): void {
    this.lines = true;
  }

  noteNames(): void {
    this.names = true;
  }

  /** Something is told that was found out before. */
  noteAll({ spans, lines, names }: TextBasis): void {
    // Copies: those of each answer are moved by themselves.
    for (const span of spans) this.note(span);
    this.lines ||= lines;
    this.names ||= names;
  }

  /** What `body` asks. */
  during<T>(body: () => T): { readonly value: T; readonly basis: TextBasis } {
    const { spans, lines, names } = this;
    [this.spans, this.lines, this.names] = [[], false, false];
    const value = body();
    const basis = { spans: this.spans, lines: this.lines, names: this.names };
    [this.spans, this.lines, this.names] = [spans, lines, names];
    this.noteAll(basis);
    return { value, basis };
  }
}

/** Could an edit change an answer? `within`: it leaves the number of lines as it is. */
export function isTouched({ spans, lines, names }: TextBasis, edit: Edit, within: boolean): boolean {
  return names || (lines && !within) || spans.some(span => touches(span, edit));
}

export function touches({ start, end }: Span, edit: Edit): boolean {
  return start <= edit.oldEnd && end >= edit.start;
}
