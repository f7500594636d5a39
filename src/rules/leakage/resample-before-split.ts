import type { CrossValidationFact, PredictFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import { lineage } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import type { DupTaint, Taints } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import type { SpanStep, Wording } from '../contract';
import { defineRule } from '../contract';
import { measurements } from '../grounds/heldOut';
import { onePer } from '../grounds/onePer';
import { callSteps, distinctSteps, fitStep, named, scoreAt, scoreStep, sourceSteps } from '../wording';

/**
 * `twins`: copies or neighbours of held-out rows are trained on. `thinned`: the held-out classes are no longer in their
 * natural shares. `resampled-test`: the held-out part itself was resampled.
 */
interface Match {
  readonly variant: 'twins' | 'thinned' | 'resampled-test';
  readonly resampling: DupTaint;
  readonly number: ScoreFact | PredictFact | CrossValidationFact;
  readonly split: SpanStep | undefined;
}

export const resampleBeforeSplit = defineRule<Match>({
  id: 'resample-before-split',
  code: 'A3',
  group: 'leakage',
  stage: 'data',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find: program => [
    ...measurements(program).flatMap(score => inScore(program, score)),
    ...program.all('cross-validation').flatMap(inFolds),
  ],

  guards: {
    'the number does not depend on the shares': ({ variant, number }) =>
      variant !== 'twins' && !dependsOnShares(number),
    'a bootstrap of the whole held-out part': ({ variant, resampling, number }) =>
      variant === 'resampled-test' && !changesShares(resampling, number.rows),
    // Other rows are measured in the end.
    'folds of a training part': ({ resampling, number }) =>
      number.kind === 'cross-validation' && isPart(resampling.of),
  },

  /** One for each resampling: the worst that it does. */
  merge: matches =>
    onePer(
      matches,
      match => siteKey(match.resampling.site),
      (known, next) => (RANK[next.variant] > RANK[known.variant] ? next : known),
    ),

  word(match, program) {
    return { ...WORDS[match.variant](match, program), span: match.resampling.site, path: pathOf(match) };
  },
});

const RANK: Readonly<Record<Match['variant'], number>> = { thinned: 0, 'resampled-test': 1, twins: 2 };

function inScore(program: Program, score: ScoreFact | PredictFact): Match[] {
  const parting = program.parting(score.rows, score.fit.rows);
  return resamplingsIn(unite(score.taints, score.fit.taints)).flatMap((resampling): Match[] => {
    const [tested, trained] = [score.rows, score.fit.rows].map(rows =>
      program.descends(rows, resampling.out),
    );
    if (tested && trained && parting) {
      const split = parting.site && { span: parting.site, note: 'the resampled rows are split here' };
      const variant = resampling.how === 'under' ? 'thinned' : 'twins';
      return [{ variant, resampling, number: score, split }];
    }
    const heldOut = tested && !trained && program.parting(resampling.of, score.fit.rows) !== undefined;
    return heldOut ? [{ variant: 'resampled-test', resampling, number: score, split: undefined }] : [];
  });
}

/** Variants of rows and overlapping windows are the matter of other rules. */
function resamplingsIn(taints: Taints): DupTaint[] {
  return taintsOf(taints, 'dup').filter(({ how }) => how !== 'augmented' && how !== 'window');
}

/** A bootstrap of the whole held-out part keeps the shares of its classes; copies of some rows beside others do not. */
function changesShares({ how, out }: DupTaint, scored: Rows): boolean {
  return how !== 'copy' || lineage(scored).some(one => one.kind === 'union' && lineage(one).includes(out));
}

/** Does the number change with the share of the classes? */
function dependsOnShares(score: Match['number']): boolean {
  return score.kind === 'score' && score.prevalence;
}

/** A cross-validation over resampled rows. */
function inFolds(validation: CrossValidationFact): Match[] {
  return resamplingsIn(validation.taints)
    .filter(({ how, out }) => how !== 'under' && lineage(validation.rows).includes(out))
    .map(resampling => ({ variant: 'twins', resampling, number: validation, split: undefined }));
}

function isPart(rows: Rows): boolean {
  return lineage(rows).some(one => one.kind === 'part' || (one.kind === 'sub' && one.by.by === 'slice'));
}

const WORDS: Readonly<
  Record<Match['variant'], (match: Match, program: Program) => Omit<Wording, 'span' | 'path'>>
> = {
  twins: ({ resampling, number }, program) => ({
    severity: 'error',
    message:
      `${named(resampling.label)} makes copies or neighbours of rows before the rows are split: the same case stands on both sides, ` +
      `and ${numberAt(number, program)} rewards the model for remembering it. Split first and resample the training part only; ` +
      'for cross-validation put the sampler into an imblearn Pipeline.',
  }),
  thinned: ({ resampling, number }, program) => ({
    severity: 'information',
    message:
      `${named(resampling.label)} thins out a class before the rows are split: ${numberAt(number, program)} depends on how common each ` +
      'class is, and the held-out part no longer tells. Split first and thin out the training part only.',
  }),
  'resampled-test': ({ resampling, number }, program) => ({
    severity: 'warning',
    message:
      `${named(resampling.label)} resamples the held-out part: ${numberAt(number, program)} is measured on a balance of classes that ` +
      'does not occur. Resample the training part only, and score the held-out part as it is.',
  }),
};

function numberAt(number: Match['number'], program: Program): string {
  if (number.kind !== 'cross-validation') return scoreAt(program, number);
  return `${named(number.label)} (${program.whereIs(number.site)})`;
}

function pathOf({ resampling, number, split }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(resampling.of),
    ...callSteps(resampling.calls, 'this call leads to the resampling'),
    { span: resampling.site, note: `${resampling.label} resamples` },
    ...(split ? [split] : []),
    ...(number.kind !== 'cross-validation'
      ? [fitStep(number.fit), scoreStep(number)]
      : [{ span: number.site, note: 'the resampled rows are cut into folds here' }]),
  ]);
}
