import type { ScoreFact, SelectFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { sameSite, siteKey } from '../../python/flow/site';
import type { Choice } from '../grounds/choice';
import {
  choicePath,
  choicesOf,
  CHOOSES_RIGHTLY,
  hasNoLastWord,
  onePerScore,
  spoilt,
} from '../grounds/choice';
import type { Wording } from '../contract';
import { defineRule } from '../contract';
import { anotherPart, isFold, isHeldOut, isTest, isValidation, readAsTest } from '../grounds/testUse';
import { listed } from '../listed';
import { distinctSteps, named, scoreAt, sourceSteps } from '../wording';

/** One of several models was chosen by scores on the test rows, or a loop tried setting after setting on them. */
type Match =
  | {
      readonly form: 'chosen';
      readonly choice: Choice;
      /** One of the same models is chosen by other metrics beside it. */
      readonly others: readonly Choice[];
    }
  | {
      readonly form: 'tried';
      /** A score that a loop over parameters repeats. */
      readonly score: ScoreFact;
      /** Scores of other configurations on the same rows, one of each. */
      readonly others: readonly ScoreFact[];
    };

export const modelSelectionOnTest = defineRule<Match>({
  id: 'model-selection-on-test',
  code: 'B4',
  group: 'test-misuse',
  stage: 'model-selection',
  severity: 'warning',
  tier: 'probable',
  since: '0.1.0',
  outranks: ['experiment-not-tracked'],

  find(program) {
    const chosen = choicesOf(program, 'model').map(choice => chosenBy([choice, []]));
    return [...chosen, ...tries(program)];
  },

  guards: {
    'validation part': (match, program) => isValidation(program, decidingOf(match)),
    'inner fold': (match, program) => isFold(program, decidingOf(match), decidingOf(match).fit),
    // Folds that the program cuts in its own way: each round scores rows of its own.
    'other rows in each round': (match, program) =>
      match.form === 'tried' && hasRowsOfItsOwn(program, match.score),
    'another part is scored later': (match, program) =>
      match.form === 'chosen'
        ? CHOOSES_RIGHTLY['another part is scored later'](match.choice, program)
        : anotherPart(program, match.score, match.score.order, [match.score, ...match.others]),
    'the setting is chosen by cross-validation': (match, program) =>
      match.form === 'tried' && isSearchedElsewhere(program, match.score),
    'nothing says that it is the test part': match =>
      match.form === 'chosen' ? hasNoLastWord(match.choice) : !isTest(match.score),
  },

  merge(matches) {
    const choices = matches.flatMap(match => (match.form === 'chosen' ? [match.choice] : []));
    if (choices.length > 0) return amongTheSame([...onePerScore(choices)].filter(isFirst)).map(chosenBy);
    const tried = matches.filter(match => match.form === 'tried');
    return tried.sort((a, b) => b.others.length - a.others.length).slice(0, 1);
  },

  word(match, program) {
    return match.form === 'chosen' ? wordChoice(match, program) : wordTries(match, program);
  },
});

function chosenBy([choice, others]: readonly [Choice, readonly Choice[]]): Match {
  return { form: 'chosen', choice, others };
}

/** The first choice among the same models on the same rows, and those by other metrics. */
function amongTheSame(choices: readonly Choice[]): readonly (readonly [Choice, readonly Choice[]])[] {
  const groups = new Map<string, [Choice, Choice[]]>();
  for (const choice of choices) {
    const { selection, deciding } = choice;
    const fits = new Set(selection.scores.map(({ fit }) => siteKey(fit.site)));
    const key = [...fits].sort().join() + deciding.calls.map(siteKey).join();
    const known = groups.get(key);
    if (known && known[0].deciding.rows === deciding.rows) known[1].push(choice);
    else groups.set(known ? `${key} ${siteKey(selection.site)}` : key, [choice, []]);
  }
  return [...groups.values()];
}

function decidingOf(match: Match): ScoreFact {
  return match.form === 'chosen' ? match.choice.deciding : match.score;
}

/** The same choice is told by several scores. */
function isFirst({ selection }: Choice, i: number, all: readonly Choice[]): boolean {
  return all.findIndex(other => sameSite(other.selection.site, selection.site)) === i;
}

/** Scores of held-out rows that a loop over parameters repeats, and what else was scored on these rows. */
function tries(program: Program): Match[] {
  const held = program
    .all('score')
    .filter(score => isHeldOut(program, score, score.fit) || isFold(program, score, score.fit));
  const swept = held.filter(score =>
    score.varied.some(one => one.what === 'parameters' && !one.pair && !one.weighs),
  );
  const places = new Map(swept.map(score => [siteKey(score.site), score] as const));
  return [...places.values()].map(score => ({ form: 'tried', score, others: othersThan(score, held) }));
}

/** A search over the same kind of model sees none of these rows: the loop is a picture. */
function isSearchedElsewhere(program: Program, { fit, rows }: ScoreFact): boolean {
  return program
    .all('fit')
    .some(other => other.searcher && other.learner === fit.label && program.disjoint(other.rows, rows));
}

/** The same place scores rows of which it is not known that they are the same, and no split has made them. */
function hasRowsOfItsOwn(program: Program, score: ScoreFact): boolean {
  if (program.parting(score.rows, score.fit.rows)) return false;
  return program
    .all('score')
    .some(
      other =>
        sameSite(other.site, score.site) &&
        other.calls.length === 0 &&
        score.calls.length === 0 &&
        !program.contains(other.rows, score.rows) &&
        !program.contains(score.rows, other.rows),
    );
}

function othersThan(score: ScoreFact, held: readonly ScoreFact[]): readonly ScoreFact[] {
  const others = new Map<string, ScoreFact>();
  for (const other of held) {
    const { design, label } = other.fit;
    const same = other.rows === score.rows && other.fit.target.column === score.fit.target.column;
    // A model that learns nothing is what others are held against.
    if (same && design !== score.fit.design && !label.startsWith('Dummy') && !others.has(design))
      others.set(design, other);
  }
  return [...others.values()];
}

function wordChoice({ choice, others }: Extract<Match, { form: 'chosen' }>, program: Program): Wording {
  const { deciding, again, selection } = choice;
  const metrics = new Set(others.map(other => named(other.deciding.metric)));
  metrics.delete(named(deciding.metric));
  const beside =
    metrics.size > 0 ? `, and ${metrics.size === 1 ? 'another' : 'others'} by ${listed([...metrics])}` : '';
  const number = again ? scoreAt(program, again) : 'its score';
  return {
    span: deciding.site,
    message:
      `The model with the best ${bestOf(choice)} on the held-out rows is chosen among ${rivalsIn(selection)}${beside}, and no other ` +
      `part is scored afterwards: ${number} on the rows that chose it is too good.${readAsTest(deciding)} Choose by cross-validation or a validation part ` +
      'inside the training rows, and score the winner on the test rows once.',
    path: choicePath(choice, 'the model with the best score is kept'),
    scores: [choice, ...others].flatMap(spoilt),
  };
}

/** What was the greatest, in words: of a report, one of its numbers was. */
function bestOf({ selection, deciding: { metric } }: Choice): string {
  return selection.mixed || /report|matrix/.test(metric) ? 'score' : named(metric).replace(/^an? /, '');
}

/** Of a loop only so many rounds are followed. */
function rivalsIn({ scores, looped }: SelectFact): string {
  if (looped || isRepeated(scores)) return 'several';
  return String(new Set(scores.map(({ fit }) => fit.design)).size);
}

/** Is one place among them that scores several times? */
function isRepeated(scores: readonly ScoreFact[]): boolean {
  return scores.some((score, i) => scores.findIndex(other => sameSite(other.site, score.site)) < i);
}

/** The variable that is predicted from where the score is computed, which may have had another name before. */
function featuresAt(program: Program, { site, features }: ScoreFact): string | undefined {
  const here = program.all('predict').find(one => sameSite(one.site, site));
  const written = here?.given && program.textOf(here.given);
  return written !== undefined && /^\w+$/.test(written) ? written : features;
}

/** Others that a loop makes are more than are followed. */
function configurationsIn(others: readonly ScoreFact[]): string {
  if (others.some(({ varied }) => varied.length > 0)) return 'more configurations';
  return others.length === 1 ? 'one more configuration' : `${others.length} more configurations`;
}

function wordTries({ score, others }: Extract<Match, { form: 'tried' }>, program: Program): Wording {
  const part = featuresAt(program, score);
  const rows = part === undefined ? 'the same held-out rows' : named(part);
  return {
    span: score.site,
    severity: 'hint',
    message:
      `The loop scores one setting of ${named(score.fit.label)} after the other on ${rows}` +
      `${others.length === 0 ? '' : `, as the file does with ${configurationsIn(others)}`}, and no untouched part is scored afterwards: whoever takes the ` +
      'best of them reports a number that is too good. Compare settings by cross-validation on the training rows, and score the one ' +
      'that is chosen on the test rows, once.',
    path: distinctSteps([
      ...sourceSteps(score.rows),
      { span: score.site, note: `${score.fit.label} is scored once for each setting` },
      ...others
        .slice(0, 8)
        .map(({ site, fit }) => ({ span: site, note: `${fit.label} is scored on these rows` })),
    ]),
    scores: [score.site],
  };
}
