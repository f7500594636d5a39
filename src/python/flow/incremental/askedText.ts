import type { Span } from '../../../base/place';
import type { Edit } from '../../syntax/edit';
import { moveSpans } from '../../syntax/edit';

/** What of a module's text an answer rests on, beside the facts. */
export interface TextBasis {
  /** In the order of asking; they move with the text. */
  readonly spans: readonly Span[];
  readonly questions: readonly Question[];
  /** The numbers of lines. */
  readonly lines: boolean;
  /** What a notebook's cells do with their names. */
  readonly names: boolean;
}

/** Something that was asked of a piece of the text, where only the answer counts. */
export interface Question {
  /** It moves with the text. */
  readonly span: Span;
  readonly ask: (text: string) => Answer;
  readonly answer: Answer;
}

export type Answer = string | number | boolean | undefined;

/** Writes down what is asked of a text. */
export class AskedText {
  private spans: Span[] = [];
  private questions: Question[] = [];
  private lines = false;
  private names = false;

  note({ start, end }: Span): void {
    this.spans.push({ start, end });
  }

  noteQuestion({ span: { start, end }, ask, answer }: Question): void {
    this.questions.push({ span: { start, end }, ask, answer });
  }

  noteLines(): void {
    this.lines = true;
  }

  noteNames(): void {
    this.names = true;
  }

  /** Something is told that was found out before. */
  noteAll({ spans, questions, lines, names }: TextBasis): void {
    // Copies: those of each answer are moved by themselves.
    for (const span of spans) this.note(span);
    for (const question of questions) this.noteQuestion(question);
    this.lines ||= lines;
    this.names ||= names;
  }

  /** What `body` asks. */
  during<T>(body: () => T): { readonly value: T; readonly basis: TextBasis } {
    const { spans, questions, lines, names } = this;
    [this.spans, this.questions, this.lines, this.names] = [[], [], false, false];
    const value = body();
    const basis = { spans: this.spans, questions: this.questions, lines: this.lines, names: this.names };
    [this.spans, this.questions, this.lines, this.names] = [spans, questions, lines, names];
    this.noteAll(basis);
    return { value, basis };
  }
}

/** A text that was edited, and what it answers now. */
export interface EditedText {
  readonly edit: Edit;
  /** The edit leaves the number of lines as it is. */
  readonly within: boolean;
  readonly text: string;
  /** What was asked of all of it. Several ask the same. */
  readonly answers: Map<Question['ask'], Answer>;
}

/** Could an edit change an answer? */
export function isTouched({ spans, questions, lines, names }: TextBasis, edited: EditedText): boolean {
  return (
    names ||
    (lines && !edited.within) ||
    spans.some(span => touches(span, edited.edit)) ||
    questions.some(question => isAnsweredOtherwise(question, edited))
  );
}

function isAnsweredOtherwise({ span, ask, answer }: Question, { edit, text, answers }: EditedText): boolean {
  if (isWhole(span)) {
    if (!answers.has(ask)) answers.set(ask, ask(text));
    return answers.get(ask) !== answer;
  }
  if (!touches(span, edit)) return false;
  // What is typed where it begins or ends may be a part of it or not.
  if (span.start >= edit.start || span.end <= edit.oldEnd) return true;
  return ask(text.slice(span.start, span.end + edit.by)) !== answer;
}

function isWhole({ start, end }: Span): boolean {
  return start === 0 && end === Number.MAX_SAFE_INTEGER;
}

export function touches({ start, end }: Span, edit: Edit): boolean {
  return start <= edit.oldEnd && end >= edit.start;
}

export function moveBasis({ spans, questions }: TextBasis, edit: Edit): void {
  moveSpans(spans, edit);
  const pieces = questions.map(({ span }) => span).filter(span => !isWhole(span));
  moveSpans(pieces, edit);
}
