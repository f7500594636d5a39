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
}
