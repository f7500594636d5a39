import type { FitFact, ScoreFact, SelectFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { siteKey } from '../../python/flow/site';
import { choicesOf, endsAnAxis, hasNoLastWord } from '../grounds/choice';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { measurements } from '../grounds/heldOut';
import { onePer } from '../grounds/onePer';
import {
  anotherPart,
  hasValidationName,
  isFold,
  isTest,
  isValidation,
  readAsTest,
  tellsTestScores,
  tellsValidationScores,
} from '../grounds/testUse';
import { distinctSteps, fitStep, named, sourceSteps } from '../wording';

/** The best of several epochs was chosen by scores on rows, and is what is reported on them. */
interface Match {
  readonly fit: FitFact;
  readonly rows: Rows;
  readonly features: string | undefined;
  /** What chose: a comparison in the loop, a callback, the best of a history. */
  readonly by: string;
  readonly site: Site;
  /** Where the number stands that cannot be believed, if not at the choice. */
  readonly score: Site | undefined;
  readonly scores: readonly ScoreFact[];
  /** Nothing says that these rows have the last word. */
  readonly open: boolean;
  /** The program calls the best score that of a validation, and nothing a score of a test. */
  readonly asValidation?: boolean;
}

export const checkpointSelectedOnTest = defineRule<Match>({
  id: 'checkpoint-selected-on-test',
  code: 'B2',
  group: 'test-misuse',
  stage: 'training',
  severity: 'warning',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return [...byLoop(program), ...byCallback(program), ...byHistory(program)];
  },

  guards: {
    'validation part': (match, program) => isValidation(program, match),
    'inner fold': (match, program) => isFold(program, match, match.fit),
    'another part is scored later': (match, program) =>
      anotherPart(program, match, match.fit.order, match.scores),
    'nothing says that it is the test part': ({ open }) => open,
  },

  merge: matches => onePer(matches, match => siteKey(match.site)),

  word(match, program) {
    return {
      span: match.site,
      severity: match.asValidation ? 'information' : 'warning',
      message: messageOf(match, program),
      path: pathOf(match),
      scores: [...match.scores.map(score => score.site), ...(match.score ? [match.score] : [])],
    };
  },
});

/** `if score > best: best = score; save(model)` in a loop over epochs. */
function byLoop(program: Program): Match[] {
  return choicesOf(program, 'epoch').map(choice => {
    const { deciding, selection, again } = choice;
    const { fit, rows, features, site } = deciding;
    const open = hasNoLastWord(choice);
    const by = 'The loop';
    // The test part of a library's data set, under the name of a validation.
    const asValidation = !again && hasValidationName(deciding) && !tellsTestScores(program);
    const score = again?.site;
    return { fit, rows, features, by, site, score, scores: selection.scores, open, asValidation };
  });
}

/** `ModelCheckpoint(save_best_only=True)`, and its file loaded back before the score. */
function byCallback(program: Program): Match[] {
  return measurements(program).flatMap(score => {
    const { fit } = score;
    const { stopper } = fit;
    if (!fit.restored || stopper?.chooses !== 'checkpoint') return [];
    return fit.watches
      .filter(watch => program.contains(watch.rows, score.rows))
      .filter(watch => !program.contains(fit.rows, watch.rows))
      .map(({ rows, features, site }) => ({
        fit,
        rows,
        features,
        by: named(stopper.label),
        site: site ?? fit.site,
        score: score.site,
        scores: [],
        open: false,
      }));
  });
}

/** `max(history.history['val_accuracy'])` */
function byHistory(program: Program): Match[] {
  return program.all('select').flatMap(selection => {
    const { watched, site } = selection;
    if (!watched || endsAnAxis(program, selection)) return [];
    return watched.watches
      .filter(watch => !program.contains(watched.rows, watch.rows))
      .map(watch => ({
        ...historyMatch(selection, watched, watch, site),
        asValidation: callsItValidation(program),
      }));
  });
}

/** `print(f"Best validation accuracy: {…}")`, and nothing that is shown is called a score of a test. */
function callsItValidation(program: Program): boolean {
  return tellsValidationScores(program) && !tellsTestScores(program);
}

function historyMatch(
  { scores }: SelectFact,
  fit: FitFact,
  watch: FitFact['watches'][number],
  site: Site,
): Match {
  const { rows, features } = watch;
  return { fit, rows, features, by: 'This', site, score: undefined, scores, open: !isTest(watch) };
}

function messageOf(match: Match, program: Program): string {
  const { by, features, score, asValidation } = match;
  const read = readAsTest(match);
  const rows = features === undefined ? 'the held-out rows' : named(features);
  if (asValidation) {
    return (
      `${by} takes the best epoch by its score on ${rows}, and no other part is scored: it may stand as the validation score that it is ` +
      `called, but new rows will give less.${read} Keep another part for a test, and score it once, at the end.`
    );
  }
  const number = score ? `the score in ${program.whereIs(score)} is measured` : 'the best score is measured';
  return (
    `${by} keeps the best epoch by its score on ${rows}, and no other part is scored afterwards: ${number} on the rows that chose the ` +
    `epoch, and is too good.${read} Choose the epoch by a validation part of the training rows, and score the test rows once, at the end.`
  );
}

function pathOf({ fit, rows, site, score }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(rows),
    fitStep(fit),
    { span: site, note: 'the score on the held-out rows chooses the epoch' },
    ...(score ? [{ span: score, note: 'and the same rows are scored' }] : []),
  ]);
}
