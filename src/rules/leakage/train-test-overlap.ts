import type { FitFact, ScoreFact, UnpackFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Part, Rows } from '../../python/flow/rows/rows';
import { lineage, sourcesOf } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { sameSite, siteKey } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer, withScoresOf } from '../grounds/onePer';
import { sideOf } from '../grounds/partNames';
import { distinctSteps, named, origin, scoreAt, sourceSteps } from '../wording';

/** A model is scored on rows that are held out by a split, by their name or by their file, and was fitted on them too. */
interface Match {
  readonly fit: FitFact;
  readonly scores: readonly [ScoreFact, ...ScoreFact[]];
  /** The output of a split that the scored rows are of. */
  readonly part: Part | undefined;
}

export const trainTestOverlap = defineRule<Match>({
  id: 'train-test-overlap',
  code: 'A8',
  group: 'leakage',
  stage: 'training',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',
  outranks: ['fit-before-split', 'overlapping-manual-split'],

  find(program) {
    return program.all('score').flatMap((score): Match[] => {
      const { fit } = score;
      const part = heldOutPart(program, score.rows);
      if (part) return sawPart(program, fit, score, part) ? [{ fit, scores: [score], part }] : [];
      return sawNamed(program, fit, score) ? [{ fit, scores: [score], part }] : [];
    });
  },

  guards: {
    'no answers given': ({ fit }) => !fit.target.given,
    // Their answers are marked as unknown in the target.
    'semi-supervised': ({ fit }) =>
      /^(LabelPropagation|LabelSpreading|SelfTrainingClassifier)$/.test(fit.label),
    'reconstruction of the input': ({ fit }, program) => isReconstruction(fit, program),
  },

  merge: matches => onePer(matches, match => siteKey(match.fit.site), withScoresOf),

  word(match, program) {
    return {
      span: match.fit.site,
      message: messageOf(match, program),
      path: pathOf(match),
      scores: match.scores.map(({ site }) => site),
    };
  },

  fix(match, program) {
    return match.part && fitOnTrainingPart(match.fit, match.part, program);
  },
});

/** The held-out output of a split that these rows are of: any but the first. */
function heldOutPart(program: Program, rows: Rows): Part | undefined {
  return lineage(rows).find(
    (one): one is Part => one.kind === 'part' && one.index > 0 && program.contains(one, rows),
  );
}

/** Was the model fitted on rows of this part, and on others? One that was fitted on this part alone takes it as its training part. */
function sawPart(program: Program, fit: FitFact, score: ScoreFact, part: Part): boolean {
  return program.overlaps(fit.rows, score.rows) && !program.contains(part, fit.rows);
}

/** Rows called a test part, cut out of the rows of the fit or loaded from the same file. */
function sawNamed(program: Program, fit: FitFact, score: ScoreFact): boolean {
  if (isTrainingPart(score.rows) && fit.rows === score.rows)
    return sideOf(score.features ?? '')?.side === 'test' && sideOf(fit.features ?? '')?.side === 'train';
  if (!program.contains(fit.rows, score.rows) || !isCalledTest(score, fit)) return false;
  if (fit.rows === score.rows) return loadedTwice(program, score.rows);
  return score.rows.kind === 'sub' && sideOf(fit.table ?? '')?.side !== 'train';
}

function isCalledTest(score: ScoreFact, fit: FitFact): boolean {
  const [scored, trained] = [score.table, fit.table].map(name => sideOf(name ?? '')?.side);
  return scored === 'test' && trained !== 'test';
}

function loadedTwice(program: Program, rows: Rows): boolean {
  const [source, ...others] = sourcesOf(rows);
  if (!source || others.length > 0 || source.kind !== 'load') return false;
  const sites = program.all('load').filter(load => load.source.key === source.key);
  return new Set(sites.map(({ site }) => siteKey(site))).size > 1;
}

/** `MNIST(root, train=True)`, of which two loaders are made. */
function isTrainingPart(rows: Rows): boolean {
  return rows.kind === 'part' && rows.index === 0 && rows.split.assigns === 'as-given';
}

function isReconstruction({ given }: FitFact, program: Program): boolean {
  const { features, target } = given;
  return (
    features !== undefined && target !== undefined && program.textOf(features) === program.textOf(target)
  );
}

function messageOf({ fit, scores, part }: Match, program: Program): string {
  const [first, ...others] = scores;
  const rows = origin(first.rows);
  const more =
    others.length > 0 ? ` and ${others.length === 1 ? 'another score' : `${others.length} more scores`}` : '';
  const split = part
    ? ` that ${named(part.split.label)} holds out (${program.whereIs(part.split.site)})`
    : ' of the test part';
  return (
    `${named(fit.label)} is fitted on rows${rows ? ` of ${rows}` : ''} that include those${split}: ` +
    `${scoreAt(program, first)}${more} ${others.length > 0 ? 'reward' : 'rewards'} it for remembering them, and ${others.length > 0 ? 'say' : 'says'} nothing of new rows. ` +
    'Fit on the training part only; fit on everything after the last score, if at all.'
  );
}

function pathOf({ fit, scores: [score], part }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(score.rows),
    ...(part ? [{ span: part.split.site, note: 'some rows are held out here' }] : []),
    { span: fit.site, note: `${fit.label} is fitted on these rows too` },
    { span: score.site, note: `${score.metric} is computed on rows that the model knows` },
  ]);
}

/** `fit(X, y)` becomes `fit(X_train, y_train)` where the split gave these names to the parts of what is passed. */
function fitOnTrainingPart(fit: FitFact, part: Part, program: Program): SpanFix | undefined {
  const split = program.all('split').find(one => one.split === part.split);
  const unpack = program.all('unpack').find(one => one.split === part.split);
  if (!split || unpack?.targets.length !== 2 * split.arrays.length) return undefined;
  if (unpack.order > fit.order || split.of !== fit.rows || !inSameFunction(unpack, fit)) return undefined;
  const names = split.arrays.map((array, i) => ({
    whole: program.textOf(array),
    part: program.textOf(unpack.targets[2 * i] ?? array),
  }));
  const edits = [fit.given.features, fit.given.target].map(given => given && edited(given, names, program));
  const [features, target] = edits;
  if (!features || !target) return undefined;
  return { title: 'Fit on the training part', safe: false, edits: [features, target] };
}

function inSameFunction(unpack: UnpackFact, fit: FitFact): boolean {
  return (
    unpack.calls.length === fit.calls.length &&
    unpack.calls.every((call, i) => fit.calls[i] && sameSite(call, fit.calls[i]))
  );
}

function edited(
  given: Site,
  names: readonly { readonly whole: string; readonly part: string }[],
  program: Program,
): SpanFix['edits'][number] | undefined {
  const text = program.textOf(given);
  const found = names.find(({ whole }) => text === whole || text.startsWith(`${whole}[`));
  return found && { span: given, newText: found.part + text.slice(found.whole.length) };
}
