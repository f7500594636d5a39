import type { Chosen, ScoreFact, SelectFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import type { Guards, SpanStep } from '../contract';
import { onePer } from './onePer';
import { anotherPart, isFold, isHeldOut, isTest, isValidation } from './testUse';
import { distinctSteps, fitStep, sourceSteps } from '../wording';

/** Something was chosen by scores on rows that are held out. */
export interface Choice {
  readonly selection: SelectFact;
  /** One of the scores that decided. */
  readonly deciding: ScoreFact;
  /** A later score of the same rows by what was chosen; without one the best of the scores is the number. */
  readonly again: ScoreFact | undefined;
}

/** Choices of one kind by scores of rows that the scored models did not learn from. */
export function choicesOf(program: Program, what: Chosen): readonly Choice[] {
  return program.all('select').flatMap(selection => {
    if (selection.what !== what || selection.how === 'search' || endsAnAxis(program, selection)) return [];
    const apart = selection.scores.filter(score => !program.contains(score.fit.rows, score.rows));
    const deciding =
      apart.find(score => isHeldOut(program, score, score.fit)) ??
      apart.find(score => isFold(program, score, score.fit));
    return deciding ? [{ selection, deciding, again: scoredAgain(program, selection, deciding) }] : [];
  });
}

/** `plt.ylim(0, max(scores))`, `ax.axvline(scores.idxmax())`: the best is taken for a figure, and nothing is chosen. */
export function endsAnAxis(program: Program, { site: { start, end, module } }: SelectFact): boolean {
  return program
    .all('axis')
    .some(({ site }) => site.module === module && site.start <= start && end <= site.end);
}

/** When such a choice is none of the rows that the result is reported on. */
export const CHOOSES_RIGHTLY = {
  'validation part': ({ deciding }, program) => isValidation(program, deciding),
  'inner fold': ({ deciding }, program) => isFold(program, deciding, deciding.fit),
  'another part is scored later': ({ deciding, selection }, program) =>
    anotherPart(program, deciding, deciding.order, selection.scores),
} satisfies Guards<Choice>;

/** Neither called test nor scored again: nothing says that this part has the last word. */
export function hasNoLastWord({ deciding, again }: Choice): boolean {
  return !again && !isTest(deciding);
}

/** A later score of the same rows by a model that carries the choice. */
function scoredAgain(program: Program, selection: SelectFact, deciding: ScoreFact): ScoreFact | undefined {
  return program
    .all('score')
    .find(
      score =>
        score.order > deciding.order &&
        program.contains(deciding.rows, score.rows) &&
        taintsOf(score.fit.taints, 'sel').some(taint => taint.selection === selection),
    );
}

/** Several choices by the scores of one place are one finding. */
export function onePerScore(choices: readonly Choice[]): Iterable<Choice> {
  return onePer(
    choices,
    choice => siteKey(choice.deciding.site),
    (known, next) => (!known.again && next.again ? next : known),
  );
}

/** The sites of the numbers that a choice spoils. */
export function spoilt({ selection, again }: Choice): readonly ScoreFact['site'][] {
  return [...selection.scores.map(score => score.site), ...(again ? [again.site] : [])];
}

export function choicePath({ selection, deciding, again }: Choice, kept: string): readonly SpanStep[] {
  const others = selection.scores.filter(score => score !== deciding).slice(0, 5);
  return distinctSteps([
    ...sourceSteps(deciding.rows),
    fitStep(deciding.fit),
    {
      span: deciding.site,
      note: selection.mixed
        ? 'scores on the held-out rows decide'
        : 'this score on the held-out rows decides',
    },
    ...others.map(score => ({ span: score.site, note: 'against this one' })),
    { span: selection.site, note: kept },
    ...(again
      ? [fitStep(again.fit), { span: again.site, note: `${again.metric} is computed on the same rows` }]
      : []),
  ]);
}
