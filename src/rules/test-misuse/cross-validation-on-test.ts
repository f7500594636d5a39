import type { CrossValidationFact, FitFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { distinctSteps, fitStep, named, sourceSteps } from '../wording';

/** A model was fitted on the training part, and the held-out part serves to fit it again and again. */
interface Match {
  /** The cross-validation, or the second fit of a search. */
  readonly again: CrossValidationFact | FitFact;
  readonly fit: FitFact;
}

export const crossValidationOnTest = defineRule<Match>({
  id: 'cross-validation-on-test',
  code: 'B7',
  group: 'test-misuse',
  stage: 'evaluation',
  severity: 'warning',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    const searches = program.all('fit').filter(fit => fit.searcher);
    return [...program.all('cross-validation'), ...searches].flatMap(again =>
      program
        .all('fit')
        .filter(fit => fit.model === again.model && fit.order < again.order && partOf(program, again, fit))
        .map(fit => ({ again, fit })),
    );
  },

  guards: {
    // What always gives the same answer is as good in every fold.
    'a dummy': ({ fit }) => /^Dummy/.test(fit.learner ?? ''),
    // What came first is the training part, whatever it is fitted with later.
    'the training part': ({ again, fit }, program) => partOf(program, again, fit) !== 'held-out',
  },

  merge: matches =>
    onePer(
      matches,
      match => siteKey(match.again.site),
      (_known, next) => next,
    ),

  word({ again, fit }, program) {
    return {
      span: again.site,
      message: messageOf({ again, fit }, program),
      path: pathOf({ again, fit }),
      scores: [again.site],
    };
  },

  fix({ again, fit }, program) {
    const [train, test] = [fit.given, again.given];
    if (!train.features || !train.target || !test.features || !test.target) return undefined;
    if (again.site.module !== undefined || fit.site.module !== undefined) return undefined;
    // Names of another function mean nothing here.
    if (again.calls.map(siteKey).join() !== fit.calls.map(siteKey).join()) return undefined;
    return {
      title: 'Cross-validate on the training part',
      safe: false,
      edits: [
        { span: test.features, newText: program.textOf(train.features) },
        { span: test.target, newText: program.textOf(train.target) },
      ],
    };
  },
});

/** Which side of the split into two is it that the model was not fitted on? */
function partOf(
  program: Program,
  again: CrossValidationFact | FitFact,
  fit: FitFact,
): 'held-out' | 'first' | undefined {
  // Of rows of both sides, put together again, none is the held-out one.
  if (!program.disjoint(again.rows, fit.rows)) return undefined;
  const parting = program.parting(again.rows, fit.rows);
  if (parting?.form !== 'holdout' || parting.a.kind !== 'part') return undefined;
  return parting.a.index > 0 ? 'held-out' : 'first';
}

function labelOf(again: CrossValidationFact | FitFact): string {
  return again.kind === 'fit' ? `${again.label}.fit` : again.label;
}

function messageOf({ again, fit }: Match, program: Program): string {
  const rows = program.textOf(again.given.features ?? { start: 0, end: 0 });
  return (
    `${named(labelOf(again))} fits new models on slices of the held-out part${rows ? ` (\`${rows}\`)` : ''} and does not score the ` +
    `${named(fit.label)} that was fitted on the training part (${program.whereIs(fit.site)}): its score is that of other models, trained on ` +
    'fewer rows, and says nothing of the fitted one. Cross-validate on the training part, and score the held-out part once with ' +
    'the model that was fitted.'
  );
}

function pathOf({ again, fit }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(fit.rows),
    fitStep(fit),
    { span: again.site, note: `${labelOf(again)} fits it again, on the held-out part` },
  ]);
}
