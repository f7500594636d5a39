/**
 * How often the analysis met what criteria are about, in a module. Silence of a linter means something only where there
 * was something to be heard: a file without a fit has not "fitted on training rows only".
 */
export interface Sights {
  readonly loads: number;
  readonly statistics: number;
  readonly resamples: number;
  readonly splits: number;
  readonly fits: number;
  readonly predictions: number;
  readonly scores: number;
  readonly crossValidations: number;
  readonly selections: number;
  /** Models that are kept for other runs. */
  readonly saves: number;
  /** Predictions of models that other runs kept. */
  readonly servings: number;
  /** Scores that are kept. */
  readonly tracked: number;
  /** Scores of models as simple as there are: a dummy, a linear one. */
  readonly baselines: number;
  /** Fits of models that are certain to be no networks. */
  readonly shallowFits: number;
  /** Splits that come out the same in each run. */
  readonly repeatableSplits: number;
}
