import type { Place } from '../../base/place';
import type { Section } from '../document';

/** Two to six runs side by side: plain data, complete, worded; the page draws it and computes nothing. */
export interface CompareView {
  readonly project: { readonly name: string; readonly file: string };
  /** In the order in which they were asked for; the first is what the others are held against. */
  readonly runs: readonly ComparedRun[];
  /** Runs that were asked for and are not there (any more). */
  readonly missing: readonly string[];
  /** One sentence. */
  readonly summary: string;
  /** What differs comes first. */
  readonly sections: readonly Section[];
  /** Metrics over steps. */
  readonly curves: readonly Curve[];
}

export interface ComparedRun {
  readonly id: string;
  /** Unique among those that are compared. */
  readonly name: string;
  /** The file or folder relative to the project. */
  readonly path: string;
  readonly place: Place;
  /** As it is read: `2026-10-14 10:00 UTC`. */
  readonly time?: string;
  readonly status?: string;
}

/** A metric over the steps of the runs that have it. */
export interface Curve {
  /** Its anchor. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly CurveLine[];
}

/** Thinned for drawing: no peak is lost. Every number is finite. */
export interface CurveLine {
  /** Which of the view's runs. */
  readonly run: number;
  readonly steps: readonly number[];
  readonly values: readonly number[];
  /** How many points the run has. */
  readonly points: number;
  /** How many of them are not finite, and not drawn. */
  readonly left: number;
}

/** A part of a curve, with up to 2,000 points of each run in it. */
export interface CurveDetail {
  /** Of the curve. */
  readonly name: string;
  /** The steps that were asked for, both included. */
  readonly from: number;
  readonly to: number;
  /**
   * Of each run the points in that range, thinned only where they are very many, and one on either side, so that the line reaches
   * both ends. `points` and `left` count those in the range.
   */
  readonly lines: readonly CurveLine[];
}

/** A run that can be picked for a comparison. */
export type RunChoice = Omit<ComparedRun, 'place'> & {
  /** Absolute. */
  readonly file: string;
};
