import type { FitFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Drawn, Rows, Split } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { partsOf } from '../grounds/parts';
import { sameSplit } from '../fixes/splitFix';
import { distinctSteps, scoreAt, sourceSteps } from '../wording';

/** A model was fitted on the training part of one split, and scored on the held-out part of another. */
interface Match {
  readonly score: ScoreFact;
  readonly fit: FitFact;
  readonly first: Split;
  readonly second: Split;
}

export const evaluateAfterResplit = defineRule<Match>({
  id: 'evaluate-after-resplit',
  code: 'B9',
  group: 'test-misuse',
  stage: 'evaluation',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return program
      .all('score')
      .flatMap(score => fitsOf(score.fit).flatMap(fit => resplit(program, score, fit)));
  },

  guards: {
    // One of several models, or one that was fitted again on one of several ways.
    'perhaps another fit is scored': ({ score }) => !score.certain,
    'the same partition': ({ first, second }) =>
      !areDrawnApart(first.drawn, second.drawn) && !isSeededByTurns(first, second),
    'disjoint rows': ({ score, fit }, program) => program.disjoint(fit.rows, score.rows),
  },

  merge: matches => onePer(matches, match => `${siteKey(match.first.site)} ${siteKey(match.second.site)}`),

  word(match, program) {
    return {
      span: match.score.site,
      message: messageOf(match, program),
      path: pathOf(match),
      scores: [match.score.site],
    };
  },

  fix({ first, second }, program): SpanFix | undefined {
    return sameSplit(program, first, second);
  },
});

/** The fit that a score is of, and those that it went on from. */
function fitsOf(fit: FitFact): readonly FitFact[] {
  const fits: FitFact[] = [];
  for (let at: FitFact | undefined = fit; at && !fits.includes(at); at = at.continues) fits.push(at);
  return fits;
}

function resplit(program: Program, score: ScoreFact, fit: FitFact): Match[] {
  const [scored, fitted] = [partsOf(score.rows, 'holdout'), partsOf(fit.rows, 'holdout')];
  if (score.rows.kind === 'union') return [];
  // Rows that the model was fitted on, all of them, are the matter of another rule.
  if (program.contains(fit.rows, score.rows)) return [];
  for (const held of scored.filter(({ index }) => index > 0)) {
    const train = fitted.find(
      ({ index, split, of }) => index === 0 && split !== held.split && isSame(program, of, held.of),
    );
    if (train) return [{ score, fit, first: train.split, second: held.split }];
  }
  return [];
}

function isSame(program: Program, a: Rows, b: Rows): boolean {
  return program.covers(a, b) || program.covers(b, a);
}

/** Do the two draw other rows for certain? A generator that was seeded in between may have been seeded alike. */
function areDrawnApart(a: Drawn | undefined, b: Drawn | undefined): boolean {
  if (!a || !b) return false;
  if (a.how === 'anew' && b.how === 'anew') return a.epoch === b.epoch;
  if (a.how === 'seeded' && b.how === 'seeded') return a.seed !== b.seed;
  return a.how !== b.how;
}

/** A loop gives the second split one seed after the other: in one round at most it draws what the first one drew. */
function isSeededByTurns({ drawn, seededBy = [] }: Split, second: Split): boolean {
  return (
    drawn?.how === 'seeded' &&
    seededBy.length === 0 &&
    second.drawn === undefined &&
    (second.seededBy ?? []).length > 0
  );
}

function messageOf({ score, fit, first, second }: Match, program: Program): string {
  const again =
    siteKey(first.site) === siteKey(second.site)
      ? `another run of the same split (${program.whereIs(second.site)}), which draws other rows each time`
      : `the split in ${program.whereIs(second.site)}`;
  return (
    `${scoreAt(program, score)} is measured on the held-out part of ${again}, but \`${fit.label}\` was fitted ` +
    `(${program.whereIs(fit.site)}) on the training part of the split in ${program.whereIs(first.site)}: most of the rows that it is ` +
    `scored on are rows that it was trained on. ${adviceFor(second)}`
  );
}

function adviceFor({ label }: Split): string {
  if (label === 'skip' || label === 'take')
    return 'Shuffle with `reshuffle_each_iteration=False` before the rows are taken and skipped.';
  const seed = label.endsWith('_from_directory') ? 'seed' : 'random_state';
  return `Split once, or give both splits the same \`${seed}\`; or fit again after the second.`;
}

function pathOf({ score, fit, first, second }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(fit.rows),
    { span: first.site, note: 'the rows are split' },
    { span: fit.site, note: `${fit.label} is fitted on the first split's training part` },
    { span: second.site, note: 'the same rows are split again, in another way' },
    { span: score.site, note: `${score.metric} is computed on the second split's held-out part` },
  ]);
}
