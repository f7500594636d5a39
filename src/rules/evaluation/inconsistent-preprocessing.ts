import type { FitFact, PredictFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import { sameSite, siteKey } from '../../python/flow/site';
import type { TransformStep } from '../../python/flow/columns/stages';
import { transformsBetween } from '../../python/flow/columns/stages';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { distinctSteps, named, sourceSteps } from '../wording';

/** A model predicts rows that went through fewer transformers than its training rows did, or through more. */
interface Match {
  readonly prediction: PredictFact;
  /** First to last. */
  readonly steps: readonly TransformStep[];
  readonly without: 'predicted' | 'trained';
}

export const inconsistentPreprocessing = defineRule<Match>({
  id: 'inconsistent-preprocessing',
  code: 'C4',
  group: 'evaluation',
  stage: 'evaluation',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return program.all('predict').flatMap((prediction): Match[] => {
      const [trained, predicted] = [prediction.fit.stage, prediction.stage];
      if (!trained || !predicted) return [];
      const missing = transformsBetween(predicted, trained);
      if (missing) return [{ prediction, steps: missing, without: 'predicted' }];
      const extra = transformsBetween(trained, predicted);
      return extra ? [{ prediction, steps: extra, without: 'trained' }] : [];
    });
  },

  guards: {
    // Which fit and which rows meet depends on the path taken.
    'another path': ({ prediction }) => !prediction.certain,
  },

  merge(matches) {
    const places = onePer(matches, match => siteKey(match.prediction.site));
    // `if hasattr(model, 'predict_proba'): …predict_proba(X) else: …decision_function(X)`
    return onePer(places, ({ prediction, without }) =>
      [without, prediction.fit.order, prediction.rows.id, ...prediction.calls.map(siteKey)].join(' '),
    );
  },

  word(match, program) {
    const { prediction } = match;
    return {
      span: prediction.site,
      message: messageOf(match, program),
      path: pathOf(match),
      scores: program
        .all('score')
        .filter(score => score.fit === prediction.fit && score.rows === prediction.rows)
        .map(({ site }) => site),
    };
  },

  fix(match, program) {
    const { prediction, steps } = match;
    const [given, later] =
      match.without === 'predicted'
        ? [prediction.given, prediction]
        : [prediction.fit.given.features, prediction.fit];
    return given && wrapped(given, steps, later, program, match.without === 'predicted');
  },
});

function messageOf({ prediction, steps, without }: Match, program: Program): string {
  const model = named(prediction.fit.label);
  const labels = [...new Set(steps.map(step => named(step.learned?.label ?? 'a transformer')))].join(' and ');
  const fitted = program.whereIs(prediction.fit.site);
  const difference =
    without === 'predicted'
      ? `${model} was fitted (${fitted}) on what ${labels} made of the training rows, but the rows that it predicts here did not go through it`
      : `The rows that ${model} predicts here went through ${labels}, but those that it was fitted on (${fitted}) did not`;
  return `${difference}: the same value means different things to it, so neither the predictions nor any score of them can be believed. Give it both in the same form, or put the transformer into a Pipeline with the model.`;
}

function pathOf({ prediction, steps, without }: Match): readonly SpanStep[] {
  const { fit } = prediction;
  const taught = steps.flatMap(({ learned }) =>
    learned ? [{ span: learned.site, note: `${learned.label} learns how to change the rows` }] : [],
  );
  const [trained, predicted] = without === 'predicted' ? ['changed', 'unchanged'] : ['unchanged', 'changed'];
  return distinctSteps([
    ...sourceSteps(prediction.rows),
    ...taught,
    { span: fit.site, note: `${fit.label} is fitted on ${trained} rows` },
    { span: prediction.site, note: `it predicts ${predicted} rows` },
  ]);
}

/** `X_test` becomes `scaler.transform(X_test)`, where the scaler has a name and has learned before. */
function wrapped(
  given: Site,
  steps: readonly TransformStep[],
  later: PredictFact | FitFact,
  program: Program,
  safe: boolean,
): SpanFix | undefined {
  const names = steps.map(step => nameBefore(step, later, program));
  if (names.some(name => name === undefined)) return undefined;
  const text = program.textOf(given);
  const newText = names.reduce<string>((inner, name) => `${name ?? ''}.transform(${inner})`, text);
  return { title: `Pass \`${newText}\``, safe, edits: [{ span: given, newText }] };
}

/** How the transformer was called when it learned, if that was in the same function and before. */
function nameBefore(
  { learned, columns, name }: TransformStep,
  later: PredictFact | FitFact,
  program: Program,
): string | undefined {
  if (!learned?.transformer || columns !== undefined || !sameCalls(learned.calls, later.calls))
    return undefined;
  const { site, transformer } = learned;
  if (site.module !== undefined || site.start >= later.site.start) return undefined;
  const receiver = program.textOf({ start: site.start, end: transformer.nameSpan.start });
  return /^([A-Za-z_][\w.]*)\.$/.exec(receiver)?.[1] ?? name;
}

function sameCalls(a: readonly Site[], b: readonly Site[]): boolean {
  return a.length === b.length && a.every((call, i) => b[i] !== undefined && sameSite(call, b[i]));
}
