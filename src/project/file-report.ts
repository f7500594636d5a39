import type { Finding } from '../base/finding';
import type { Problem } from '../base/result';
import type { Sights } from '../base/sights';
import type { TestScore } from '../base/test-score';

/** What is known about one script or notebook. */
export interface FileReport {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly sights: Sights;
  /** Where models are scored on test rows, and which of these places were run. */
  readonly testScores: readonly TestScore[];
  readonly cutShort: boolean;
  readonly bytes: number;
  /** Why the file was not analysed. */
  readonly skipped?: string;
  /** What of it was not, when the rest was. */
  readonly partly?: string;
}

/** Of a file that was not analysed. */
export const NO_SIGHTS: Sights = {
  loads: 0,
  statistics: 0,
  resamples: 0,
  splits: 0,
  fits: 0,
  predictions: 0,
  scores: 0,
  crossValidations: 0,
  selections: 0,
  saves: 0,
  servings: 0,
  tracked: 0,
  baselines: 0,
  shallowFits: 0,
  repeatableSplits: 0,
};

/** Says which lines the parser could not read; the analysis went on around them. */
export function unparsed(problems: readonly Problem[]): string[] {
  const [first] = problems;
  if (!first) return [];
  const { cell, range } = first.place;
  const lines = new Set(problems.map(({ place }) => `${place.cell ?? ''}:${place.range.start.line}`));
  const where = `${cell === undefined ? '' : `cell ${cell + 1}, `}line ${range.start.line + 1}`;
  return [
    lines.size === 1
      ? `1 line could not be parsed: ${where}; the rest was analysed.`
      : `${lines.size} lines could not be parsed, the first at ${where}; the rest was analysed.`,
  ];
}
