import type { Place } from '../base/place';
import type { Section } from './document';

/**
 * The view model of the metric report: plain data, complete, worded. The page, the command line and exports draw it and
 * compute nothing.
 */
export interface ReportView {
  readonly project: { readonly name: string; readonly file: string };
  readonly summary: ReportSummary;
  /** Each metric of the manifest against its target: the verdict strip. */
  readonly metrics: readonly MetricRow[];
  readonly sections: readonly Section[];
  /** Of runs that no manifest selects; the project's file is then theirs. */
  readonly isUnmanaged?: true;
}

/** How many metrics have which verdict. */
export interface ReportSummary {
  readonly met: number;
  readonly notMet: number;
  readonly undecided: number;
  readonly unknown: number;
  /** One sentence. */
  readonly text: string;
}

/** `undecided`: the interval straddles the target. `unknown`: there is no value, or no target. */
export type MetricVerdict = 'met' | 'not met' | 'undecided' | 'unknown';

export interface MetricRow {
  readonly name: string;
  readonly split?: string;
  readonly unit?: string;
  readonly kind: 'model' | 'operational' | 'business';
  readonly direction: 'higher' | 'lower' | 'unknown';
  /** Finite, since JSON knows no other numbers; `text` tells a NaN from a value that is not there. */
  readonly value?: number;
  /** It lies between 0 and 1 by what it means, so that it shares an axis with others that do. */
  readonly proportion?: true;
  /** The value as shown, `—` where there is none. */
  readonly text: string;
  readonly target?: { readonly op: string; readonly value: number; readonly text: string };
  readonly baseline?: BaselineView;
  readonly interval?: IntervalView;
  readonly verdict: MetricVerdict;
  /** One sentence. */
  readonly reason: string;
  /** Of an undecided share of rows: about so many would decide, if the value stays. */
  readonly rowsNeeded?: number;
  /** The value's place in its file, and the run it belongs to. */
  readonly source?: { readonly place: Place; readonly run: string; readonly path: string };
  /** The metric's place in the manifest. */
  readonly declared: Place;
}

export interface BaselineView {
  readonly value: number;
  readonly text: string;
  readonly beaten: boolean | undefined;
  /** The whole interval lies on that side of the baseline. */
  readonly sure: boolean;
}

/** A confidence interval; `method` names the formula. */
export interface IntervalView {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: string;
  /** Of a share of rows. */
  readonly successes?: number;
  /** The rows that it rests on, where they are known. */
  readonly n?: number;
  readonly text: string;
}
