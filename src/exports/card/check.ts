import type { Place, Span } from '../../base/place';
import type { Problem } from '../../base/result';
import { formatNumber } from '../../reports/format';
import { placeText } from '../place';
import type { BadMark, Mark, ShownNumber } from './marks';
import { markText, marksIn } from './marks';
import type { SourceNumber, SourceNumbers } from './numbers';
import { numberKey } from './numbers';
import { saysValue, shownAgain } from './shown';

/** A model card as it is checked. */
export interface Card {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  /** The folder that paths are told from. */
  readonly root: string;
}

/** Numbers of a card that are not what their sources say now; each with both numbers, and the edit that mends it. */
export function cardProblems(card: Card, numbers: SourceNumbers): readonly Problem[] {
  return marksIn(card.text).flatMap(
    mark => ('bad' in mark ? badMark(card, mark) : markProblem(card, mark, numbers)) ?? [],
  );
}

/** Is there anything in this text that could be checked? */
export function isBound(text: string): boolean {
  return text.includes('holdout: `');
}

function badMark({ file }: Card, { span, line }: BadMark): Problem {
  return {
    code: 'card-bad-mark',
    severity: 'warning',
    message:
      'This mark cannot be read, so its number is not checked. A mark looks like `holdout: \\`recall\\` = 0.93`; create the card again to have it rewritten.'.replaceAll(
        '\\`',
        '`',
      ),
    place: placeOf(file, line, span),
  };
}

function markProblem(card: Card, mark: Mark, numbers: SourceNumbers): Problem | undefined {
  const { shown, line, span } = mark;
  if (!shown) {
    return {
      code: 'card-no-number',
      severity: 'warning',
      message: `There is no number before this mark of ${nameOf(mark)}. Write it again, or remove the mark.`,
      place: placeOf(card.file, line, span),
    };
  }
  const source = numbers.get(numberKey(mark));
  const place = placeOf(card.file, line, shown.span);
  if (!source) return lostNumber(mark, shown, place);
  if (saysValue(mark, shown, source.value)) return undefined;
  return changedNumber(card, { mark, shown, source, place });
}

function lostNumber(mark: Mark, shown: ShownNumber, place: Place): Problem {
  return {
    code: 'card-number-lost',
    severity: 'warning',
    message: `The card says that ${nameOf(mark)} is ${shown.text}, and the project has no such number any more.`,
    place,
  };
}

interface Changed {
  readonly mark: Mark;
  readonly shown: ShownNumber;
  readonly source: SourceNumber;
  readonly place: Place;
}

function changedNumber({ file, root }: Card, { mark, shown, source, place }: Changed): Problem {
  const moved = saysValue(mark, shown, mark.value);
  const where = placeText(root, source.place);
  const now = shownAgain(mark, shown, source.value);
  const between = { start: shown.span.start, end: mark.span.end };
  return {
    code: moved ? 'card-number-moved' : 'card-number-edited',
    severity: 'warning',
    message: moved
      ? `The card says that ${nameOf(mark)} is ${shown.text}; it is ${formatNumber(source.value)} now (${where}).`
      : `The card says that ${nameOf(mark)} is ${shown.text}, and its source says ${formatNumber(source.value)} (${where}).`,
    place,
    fix: {
      title: `Update to ${now}`,
      newText: `${now}${markText(source, where.replace(/:\d+$/, ''), mark.style)}`,
      place: placeOf(file, mark.line, between),
    },
  };
}

const WORDS: Readonly<Record<Mark['part'], string>> = {
  value: '',
  low: 'the lower end of the interval of ',
  high: 'the upper end of the interval of ',
  n: 'the number of rows of ',
  target: 'the target of ',
  baseline: 'the baseline of ',
};

function nameOf({ metric, part }: Mark): string {
  return `${WORDS[part]}\`${metric}\``;
}

function placeOf(file: string, line: number, { start, end }: Span): Place {
  return { file, range: { start: { line, column: start }, end: { line, column: end } } };
}
