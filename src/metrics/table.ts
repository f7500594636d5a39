import type { Place } from '../base/place';

/**
 * The one normal form of metrics: runs, and values that belong to them. Every reader (`readers/<format>.ts`) turns the
 * bytes of one file into such a table; nothing after the readers knows formats.
 */
export interface MetricTable {
  readonly runs: readonly Run[];
  /** Of a metric that was logged step by step, the last value. */
  readonly values: readonly MetricValue[];
  /** All steps of metrics that have more than one. */
  readonly series?: readonly Series[];
  /** Confusion matrices that sources write. */
  readonly matrices?: readonly MetricMatrix[];
  /** Curves that sources write point by point, such as ROC curves. */
  readonly curves?: readonly MetricCurve[];
}

/** The points of a curve that was computed elsewhere, in the order of its file; both arrays are of equal length. */
export interface MetricCurve {
  readonly kind: CurveKind;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly place: Place;
}

/** True over false positive rate; precision over recall; observed share over probability; missed over false positive rate. */
export type CurveKind = 'roc' | 'precision-recall' | 'calibration' | 'det';

/** A confusion matrix: rows are the true classes, columns the predicted ones. */
export interface MetricMatrix {
  readonly run: string;
  /** What it is of, where one source has several: the names of the objects around it. */
  readonly path: readonly string[];
  readonly split?: string;
  readonly slice?: Readonly<Record<string, string>>;
  readonly labels: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** The index of the positive class, where the source says which one it is. */
  readonly positive?: number;
  readonly place: Place;
}

/** A metric over the steps of a run, in the order of steps; both arrays are of equal length. */
export interface Series {
  readonly run: string;
  readonly name: string;
  readonly split?: string;
  readonly steps: Float64Array;
  readonly values: Float64Array;
}

export interface Run {
  /** Unique within the table: an MLflow run id, or the file's path. */
  readonly id: string;
  readonly name: string;
  /** The file or folder it was read from. */
  readonly file: string;
  /** What wrote it, as {@link import('./read')} tells: `json`, `tensorboard`, `mlflow` … */
  readonly source?: string;
  /** When it ran, if the source itself says so (ISO 8601). A file's mtime is never a time. */
  readonly time?: string;
  readonly params: Readonly<Record<string, string>>;
  /** What only stores of runs tell; absent for a run that is a file. */
  readonly tracked?: Tracked;
  /**
   * Where its file has a syntax error. Values that come later are lost, and the last one read may be half a number: none
   * of them is to be believed.
   */
  readonly fault?: Place;
}

/** What MLflow keeps of a run beside its metrics and parameters. */
export interface Tracked {
  /** The experiment's id. */
  readonly experiment: string;
  /** Its name, where the file that tells of the run tells it too. */
  readonly experimentName?: string;
  readonly status: RunStatus;
  readonly tags: Readonly<Record<string, string>>;
  /** When it ended (ISO 8601). */
  readonly ended?: string;
  readonly user?: string;
}

export type RunStatus = 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED' | 'UNKNOWN';

/** The rows behind a value, with its interval or a clause why it has none. */
export interface ComputedFrom {
  readonly n: number;
  /** `method` names the formula. */
  readonly interval?: {
    readonly low: number;
    readonly high: number;
    readonly level: number;
    readonly method: string;
  };
  readonly noInterval?: string;
}

export interface MetricValue {
  /** As in the source, without its split: `recall`, `mAP50(B)`. */
  readonly name: string;
  readonly run: string;
  /** May be NaN or infinite: Python writes these, and a report must say so. */
  readonly value: number;
  /** As written. */
  readonly raw: string;
  /** `train`, `validation`, `test` … when the source says so. */
  readonly split?: string;
  /** Slice column → value: `{ country: 'SE' }`. */
  readonly slice?: Readonly<Record<string, string>>;
  readonly step?: number;
  /** For a proportion whose counts the source tells: `successes` out of `n`. */
  readonly counts?: { readonly successes: number; readonly n: number };
  /** Which way it is better, where the source says so. */
  readonly better?: 'higher' | 'lower';
  /** Of a value that was computed afresh from rows: from how many, and how sure it is. */
  readonly computed?: ComputedFrom;
  /** The value's own place in its file. */
  readonly place: Place;
}
