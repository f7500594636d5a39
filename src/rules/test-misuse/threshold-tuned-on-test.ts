import type { FitFact, ScoreFact, SelectFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import { choicesOf, hasNoLastWord } from '../grounds/choice';
import { defineRule } from '../contract';
import type { SpanStep } from '../contract';
import { onePer } from '../grounds/onePer';
import { anotherPart, isFold, isHeldOut, isValidation, readAsTest } from '../grounds/testUse';
import { distinctSteps, fitStep, named, scoreAt, sourceSteps } from '../wording';

/**
 * A cut-off was chosen by scores on rows, and is what predictions of these rows are cut at; or what makes probabilities of
 * predictions learned from these very rows.
 */
interface Match {
  /** Undefined of what learned from predictions. */
  readonly selection: SelectFact | undefined;
  /** The scores by which it was chosen. */
  readonly deciding: ScoreFact;
  /** The number that cannot be believed; without one it is the best score itself. */
  readonly score: ScoreFact | undefined;
  readonly open: boolean;
}

export const thresholdTunedOnTest = defineRule<Match>({
  id: 'threshold-tuned-on-test',
  code: 'B6',
  group: 'test-misuse',
  stage: 'evaluation',
  severity: 'warning',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return [...applied(program), ...kept(program), ...calibrated(program)];
  },

  guards: {
    'training rows': ({ deciding }, program) =>
      !isHeldOut(program, deciding, deciding.fit) && !isFold(program, deciding, deciding.fit),
    'validation part': ({ deciding }, program) => isValidation(program, deciding),
    'inner fold': ({ deciding }, program) => isFold(program, deciding, deciding.fit),
    'another part is scored later': ({ deciding }, program) =>
      anotherPart(program, deciding, deciding.order, [deciding]),
    'a curve that is only looked at': ({ open }) => open,
  },

  merge: matches => onePer(matches, match => siteKey(match.deciding.site)),

  word(match, program) {
    const { selection, score } = match;
    return {
      span: score?.site ?? match.deciding.site,
      message: messageOf(match, program),
      path: pathOf(match),
      scores: [...(selection?.scores ?? []).map(one => one.site), ...(score ? [score.site] : [])],
    };
  },
});

/** The chosen cut-off is applied to predictions of the rows that chose it. */
function applied(program: Program): Match[] {
  return program.all('score').flatMap(score =>
    score.cutBy.flatMap(({ selection }) => {
      const deciding = selection.scores.find(
        one => program.contains(one.rows, score.rows) || program.contains(score.rows, one.rows),
      );
      return deciding ? [{ selection, deciding, score, open: false }] : [];
    }),
  );
}

/** The best score over cut-offs is what is kept; a curve has a best point without anybody reporting it. */
function kept(program: Program): Match[] {
  return choicesOf(program, 'threshold').map(choice => ({
    selection: choice.selection,
    deciding: choice.deciding,
    score: undefined,
    open: hasNoLastWord(choice) || choice.deciding.varied.some(one => one.loop === undefined),
  }));
}

/** A calibrator learned from predictions of held-out rows, and is scored on the same rows. */
function calibrated(program: Program): Match[] {
  return program.all('score').flatMap(score => {
    const base = score.certain ? refined(program, score.fit) : undefined;
    if (!base || !program.contains(score.fit.rows, score.rows)) return [];
    return [{ selection: undefined, deciding: { ...score, fit: base }, score, open: false }];
  });
}

/** What a fit goes on from: a model that is calibrated, or one whose predictions of other rows it learns from. */
function refined(program: Program, { refines, taints, rows }: FitFact): FitFact | undefined {
  if (refines) return refines;
  const said = taintsOf(taints, 'pred').find(
    ({ prediction }) => prediction.rows === rows && program.disjoint(rows, prediction.fit.rows),
  );
  return said?.prediction.fit;
}

function messageOf({ selection, deciding, score }: Match, program: Program): string {
  const number = score ? scoreAt(program, score) : 'the best score that is kept';
  if (!selection && score) {
    return (
      `${named(score.fit.label)} learns from predictions of held-out rows (${program.whereIs(score.fit.site)}), and the same rows are scored: ` +
      `${number} is too good, as the answers of these rows went into what is scored. Fit it on out-of-fold predictions of the training rows or ` +
      'on a validation part.'
    );
  }
  return (
    `The cut-off is chosen by ${named(deciding.metric)} on held-out rows (${program.whereIs(deciding.site)}), and predictions of the ` +
    `same rows are cut at it: ${number} is the best over many cut-offs, and too good.${readAsTest(deciding)} Choose the cut-off by out-of-fold predictions ` +
    'of the training rows or on a validation part, and apply it to the test rows once.'
  );
}

function pathOf({ selection, deciding, score }: Match): readonly SpanStep[] {
  if (!selection) return pathOfCalibration(deciding, score);
  return distinctSteps([
    ...sourceSteps(deciding.rows),
    fitStep(deciding.fit),
    { span: deciding.site, note: 'scores of the held-out rows at many cut-offs' },
    { span: selection.site, note: 'the best cut-off is taken' },
    ...(score ? [{ span: score.site, note: 'and the same rows are scored at it' }] : []),
  ]);
}

function pathOfCalibration(deciding: ScoreFact, score: ScoreFact | undefined): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(deciding.rows),
    fitStep(deciding.fit),
    ...(score
      ? [
          { span: score.fit.site, note: `${score.fit.label} learns from predictions of the held-out rows` },
          { span: score.site, note: 'and the same rows are scored' },
        ]
      : []),
  ]);
}
