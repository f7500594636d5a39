import { START_OF_FILE } from '../../base/place';
import type { Place } from '../../base/place';
import { relativeTo } from '../../evidence/words';
import type { RowPlace } from '../../data/profile';
import type { Estimated, Evaluation, Score } from '../../predictions/evaluation';
import { METRIC_METHODS } from '../../predictions/methods';
import type { PredictionFacts } from '../../predictions/facts';
import type { Certainty, Figure, Linked, Section } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, intervalText } from '../figures';
import type { MethodId } from '../methods';

/** An estimate of the predictions as a figure. */
export function estimateFigure(of: Estimated, source?: Linked, method?: MethodId, unit?: string): Figure {
  // A share of no rows is no number, not one that went wrong.
  if (of.n === 0) return { kind: 'figure', text: '—', n: 0, certainty: { none: 'there are no such rows' } };
  return figureOf(of.value, {
    n: of.n,
    unit,
    certainty: certaintyOf(of),
    ...(source && { source }),
    ...(method && { method }),
  });
}

export function scoreFigure(score: Score, source?: Linked): Figure {
  return estimateFigure(score, source, score.metric);
}

export function certaintyOf({ interval, noInterval = 'it is not defined', value }: Estimated): Certainty {
  if (!interval || !Number.isFinite(value)) return { none: noInterval };
  const { low, high, level, method } = interval;
  return { low, high, level, method, text: intervalText(low, high) };
}

/** An end of the interval; where there is none, the value. */
export function endOf(of: Estimated, end: 'low' | 'high'): number {
  const certainty = certaintyOf(of);
  return 'none' in certainty ? of.value : certainty[end];
}

export const titleOf = (score: Pick<Score, 'metric'>): string => METRIC_METHODS[score.metric].title;

/** The file that the figures come from. */
export function fileLink({ manifest }: ReportFacts, { files: [file = ''] }: Evaluation): Linked {
  return {
    kind: 'link',
    text: relativeTo(manifest.root, file),
    place: { file, range: START_OF_FILE },
  };
}

export function rowLink({ file, row }: RowPlace): Linked {
  const start = { line: Math.max(0, row - 1), column: 0 };
  const isText = !/\.parquet$/i.test(file);
  const place: Place = { file, range: isText ? { start, end: start } : START_OF_FILE };
  return { kind: 'link', text: isText ? `line ${row}` : `row ${row}`, place };
}

/** The evaluation, or the sentence that stands in its place. */
export function evaluationIn(
  { predictions, manifest }: ReportFacts,
  what: string,
): { readonly evaluation: Evaluation } | { readonly missing: string } {
  if (predictions.state === 'read') return { evaluation: predictions.evaluation };
  return { missing: whyNot(predictions, manifest.root, what) };
}

function whyNot(facts: Exclude<PredictionFacts, { state: 'read' }>, root: string, what: string): string {
  switch (facts.state) {
    case 'none':
      return `${what} needs the single predictions. Name their file under \`data.predictions\`, as in \`{ path: reports/predictions.csv }\`.`;
    case 'reading':
      return 'The file of predictions is still being read.';
    case 'off':
      return notEvaluated(facts, root);
  }
}

/** `reports/predictions.csv` was not evaluated: it is empty. */
export function notEvaluated(
  { file, reason }: Extract<PredictionFacts, { state: 'off' }>,
  root: string,
): string {
  const name = file === undefined ? 'The file of predictions' : `\`${relativeTo(root, file)}\``;
  return `${name} was not evaluated: ${reason.replace(/\.$/, '')}.`;
}

export const lacking = (id: string, title: string, missing: string): Section => ({
  id,
  title,
  missing,
  blocks: [],
});
