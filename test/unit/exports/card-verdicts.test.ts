import { describe, expect, test } from 'vitest';
import { newCard } from '../../../src/exports/card/card';
import { cardProblems } from '../../../src/exports/card/check';
import { numbersOf } from '../../../src/exports/card/numbers';
import { verdictProblems, verdictsOf } from '../../../src/exports/card/verdicts';
import type { ReportView } from '../../../src/reports/view';
import { VIEW } from '../../page/view';

const FILE = '/project/MODEL_CARD.md';
const CARD = newCard({ view: VIEW, root: '/project', facts: { field: () => undefined, isTabular: true } });

const problems = (text: string, view: ReportView = VIEW) => verdictProblems(FILE, text, verdictsOf(view));

/** The report, in which a metric has another verdict. */
const moved = (name: string, verdict: 'met' | 'not met'): ReportView => ({
  ...VIEW,
  metrics: VIEW.metrics.map(row => (row.name === name ? { ...row, verdict, reason: 'It is so.' } : row)),
});

describe('the verdicts of a card', () => {
  test('are bound, also of a name that is markup, and say what the report says', () => {
    expect(CARD.match(/ verdict = /g)).toHaveLength(VIEW.metrics.length);
    expect(problems(CARD)).toEqual([]);
    expect(cardProblems({ file: FILE, text: CARD, root: '/project' }, numbersOf(VIEW))).toEqual([]);
  });

  test('that moved on have both words, the reason, and the edit that mends them', () => {
    const [problem, ...others] = problems(CARD, moved('specificity', 'met'));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'card-verdict-moved',
      message: 'The card says that `specificity` is not met; it is met now: It is so.',
    });
    const line = CARD.split('\n')[problem?.place.range.start.line ?? 0] ?? '';
    const { start, end } = problem?.fix?.place.range ?? { start: { column: 0 }, end: { column: 0 } };
    expect(line.slice(problem?.place.range.start.column, problem?.place.range.end.column)).toBe('not met');
    const mended = line.slice(0, start.column) + (problem?.fix?.newText ?? '') + line.slice(end.column);
    expect(mended).toContain('| met<!-- holdout: `specificity` verdict = met --> |');
    expect(problems(mended, moved('specificity', 'met'))).toEqual([]);
  });

  test.each([
    ['edited', '**met**<!-- holdout: `specificity` verdict = not met -->', 'card-verdict-edited'],
    ['lost', 'met<!-- holdout: `gone` verdict = met -->', 'card-verdict-lost'],
    ['without a word', 'so<!-- holdout: `precision` verdict = met -->', 'card-no-verdict'],
    ['right, in bold', '**met**<!-- holdout: `precision` verdict = met -->', undefined],
  ])('%s', (_, text, code) => {
    expect(problems(`x\r\n${text}\r\n`).map(one => one.code)).toEqual(code === undefined ? [] : [code]);
  });
});
