import { lineIndex } from '../../base/lines';
import type { LineIndex } from '../../base/lines';
import type { Place, Range } from '../../base/place';
import type { Problem } from '../../base/result';
import type { Vocabulary } from '../vocabulary';

/** One reading of one file: where its problems gather. */
export interface Reading {
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly vocabulary: Vocabulary;
  readonly problems: Problem[];
}

export function startReading(file: string, text: string, vocabulary: Vocabulary): Reading {
  return { file, text, lines: lineIndex(text), vocabulary, problems: [] };
}

export interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** `error` unless said. */
  readonly severity?: Problem['severity'];
  /** A text to put in place of `range`, or of a range of its own. */
  readonly fix?: { readonly title: string; readonly newText: string; readonly range?: Range };
}

export function report(reading: Reading, mistake: Mistake): void {
  const { code, message, range, severity = 'error', fix } = mistake;
  reading.problems.push({
    code,
    severity,
    message,
    place: placeOf(reading, range),
    ...(fix && {
      fix: { title: fix.title, newText: fix.newText, place: placeOf(reading, fix.range ?? range) },
    }),
  });
}

export function placeOf(reading: Reading, range: Range): Place {
  return { file: reading.file, range };
}

/** What was found, by place. What broken YAML makes of the rest of its line is not worth a second problem. */
export function problemsOf({ problems }: Reading): readonly Problem[] {
  const broken = new Set(problems.filter(({ code }) => code === 'bad-yaml').map(lineOf));
  return problems
    .filter(problem => !CONSEQUENCES.has(problem.code) || !broken.has(lineOf(problem)))
    .sort((a, b) => lineOf(a) - lineOf(b) || a.place.range.start.column - b.place.range.start.column);
}

const CONSEQUENCES = new Set(['wrong-type', 'unknown-field']);

const lineOf = ({ place }: Problem): number => place.range.start.line;
