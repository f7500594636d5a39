import type { Span } from '../../base/place';
import { decodeName, encodeName } from './names';
import { PARTS } from './numbers';
import type { Part, SourceNumber } from './numbers';

/**
 * A mark binds the number before it to its source:
 *
 *     0.9302<!-- holdout: `recall` = 0.9302325581395349 (reports/metrics.json) -->
 *     value: 0.9302325581395349 # holdout: `recall` = 0.9302325581395349 (reports/metrics.json)
 *
 * It stands beside its number, so that it goes where somebody moves it and is lost with it, and it keeps the value that was
 * written: a number that was edited can be told from one whose source has moved on.
 */
export interface Mark {
  readonly metric: string;
  readonly part: Part;
  /** As it was when the mark was written. */
  readonly value: number;
  /** The number before it, as it stands there. */
  readonly shown?: ShownNumber;
  readonly style: 'html' | 'yaml';
  /** Of the mark itself, in its line. */
  readonly span: Span;
  readonly line: number;
}

export interface ShownNumber {
  readonly text: string;
  /** In its line, with the sign of percent. */
  readonly span: Span;
  readonly isPercent: boolean;
}

/** What looks like a mark and is none that can be understood. */
export interface BadMark {
  readonly bad: true;
  readonly span: Span;
  readonly line: number;
}

/** The mark of a number; `path` says for people where it is from. */
export function markText(number: SourceNumber, path: string, style: Mark['style']): string {
  const part = number.part === 'value' ? '' : ` ${number.part}`;
  const words = `holdout: \`${encodeName(number.metric)}\`${part} = ${number.value} (${encodeName(path)})`;
  return style === 'html' ? `<!-- ${words} -->` : ` # ${words}`;
}

/** All marks in a text, in order. */
export function marksIn(text: string): readonly (Mark | BadMark)[] {
  const found: (Mark | BadMark)[] = [];
  for (const [line, content] of text.split(/\r\n|\r|\n/).entries()) {
    if (!content.includes('holdout:')) continue;
    for (const comment of commentsIn(content)) {
      const mark = readMark(content, line, comment);
      if (mark) found.push(mark);
    }
  }
  return found;
}

interface Comment {
  readonly style: Mark['style'];
  readonly words: string;
  readonly span: Span;
}

const OPEN = '<!--';
const CLOSE = '-->';

function commentsIn(line: string): readonly Comment[] {
  const comments: Comment[] = [];
  for (let start = line.indexOf(OPEN); start >= 0; start = line.indexOf(OPEN, start + 1)) {
    const end = line.indexOf(CLOSE, start);
    if (end < 0) break;
    const words = line.slice(start + OPEN.length, end).trim();
    comments.push({ style: 'html', words, span: { start, end: end + CLOSE.length } });
  }
  const yaml = /[ \t]#[ \t]*(holdout: .*)$/.exec(line);
  if (yaml?.[1] !== undefined && comments.length === 0) {
    comments.push({ style: 'yaml', words: yaml[1].trim(), span: { start: yaml.index, end: line.length } });
  }
  return comments;
}

const WORDS = /^holdout: `([^`]+)`(?: ([a-z]+))? = (\S+)(?: \(.*\))?$/;

function readMark(line: string, index: number, { words, span, style }: Comment): Mark | BadMark | undefined {
  // Verdicts are words, which are checked apart.
  if (!words.startsWith('holdout: ') || / verdict = /.test(words)) return undefined;
  const [, metric, word = 'value', written] = WORDS.exec(words) ?? [];
  const part = PARTS.find(one => one === word);
  const value = Number(written);
  if (metric === undefined || part === undefined || !Number.isFinite(value))
    return { bad: true, span, line: index };
  const shown = numberBefore(line, span.start);
  return { metric: decodeName(metric), part, value, ...(shown && { shown }), style, span, line: index };
}

/** A number is not longer than this, with what may stand between it and its mark. */
const FARTHEST = 80;
const NUMBER = /([+\-−]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)( ?\\?%)?["'*_~`]*[ \t]*$/i;

function numberBefore(line: string, end: number): ShownNumber | undefined {
  const from = Math.max(0, end - FARTHEST);
  const found = NUMBER.exec(line.slice(from, end));
  const [, digits, percent = ''] = found ?? [];
  if (!found || digits === undefined) return undefined;
  const start = from + found.index;
  const text = digits + percent;
  return { text, span: { start, end: start + text.length }, isPercent: percent !== '' };
}
