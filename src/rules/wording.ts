import type { Program } from '../python/flow/program';
import type { FitFact, PredictFact, ScoreFact } from '../python/flow/facts';
import type { Rows } from '../python/flow/rows/rows';
import { sourcesOf } from '../python/flow/rows/rows';
import type { Site } from '../python/flow/site';
import { sameSite } from '../python/flow/site';
import type { SpanStep } from './contract';

/** `accuracy_score (line 12)` */
export function scoreAt(program: Program, score: ScoreFact | PredictFact): string {
  const what = score.kind === 'score' ? named(score.metric) : 'any score of the prediction';
  return `${what} (${program.whereIs(score.site)})`;
}

/** Names of code in quotes, words as they are. */
export function named(name: string): string {
  return name.includes(' ') && !/[().=]/.test(name) ? name : `\`${name}\``;
}

/** Where rows come from, in words: `data.csv`. */
export function origin(rows: Rows): string | undefined {
  const labels = sourcesOf(rows)
    .filter(source => source.kind === 'load' || source.kind === 'generate')
    .map(source => source.label);
  const distinct = [...new Set(labels)];
  return distinct.length === 0 || distinct.length > 2 ? undefined : distinct.join(' and ');
}

/** The steps from the loaded rows on: those that are known, in the order of the path. */
export function sourceSteps(rows: Rows): readonly SpanStep[] {
  return sourcesOf(rows)
    .filter(source => source.kind === 'load' || source.kind === 'generate' || source.kind === 'literal')
    .map(({ kind, site, label }) => ({
      span: site,
      note: kind === 'literal' ? 'the rows are written here' : `the rows are loaded: ${label}`,
    }));
}

export function fitStep(fit: FitFact): SpanStep {
  return { span: fit.site, note: `${fit.label} is fitted on the training part` };
}

export function scoreStep(score: ScoreFact | PredictFact): SpanStep {
  const note =
    score.kind === 'score'
      ? `${score.metric} is computed on the held-out part`
      : 'the held-out part is predicted';
  return { span: score.site, note };
}

/** The way of calls into the function where something happens. */
export function callSteps(calls: readonly Site[], note: string): readonly SpanStep[] {
  return calls.filter(({ entered }) => !entered).map(span => ({ span, note }));
}

/** Steps without repetition of a place. */
export function distinctSteps(steps: readonly SpanStep[]): readonly SpanStep[] {
  return steps.filter((step, i) => steps.findIndex(other => sameSite(other.span, step.span)) === i);
}
