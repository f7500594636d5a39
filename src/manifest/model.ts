import type { Declarations, NamedRole } from '../base/declarations';
import type { Tick } from '../base/outcome';
import type { Problem } from '../base/result';
import type { Range } from '../base/place';
import type { Duration } from './duration';
import type { Target } from './target';
import type { Where } from './where/ast';
import type { Evidence } from './evidence';

/**
 * A manifest as the rest of the engine sees it. Everything is optional but the name; every part that evidence or
 * reports point at keeps its range. Mistakes have become problems, and what is good is here.
 */
export interface Manifest {
  /** Absolute path of `holdout.yaml`. */
  readonly file: string;
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly name: string;
  /** A built-in lifecycle's id, or a path to one of the user's. */
  readonly lifecycle: string;
  /** Every field that is filled in, by its dotted path: `problem.decision` → its text and place. */
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly metrics: readonly MetricSpec[];
  readonly runs: readonly RunSource[];
  readonly declarations: Declarations;
  readonly data: DataEntry;
  readonly stages: ReadonlyMap<string, StageEntry>;
  /** How long each kind of work takes, in the order of the manifest. */
  readonly effort: ReadonlyMap<string, Duration>;
  /** Command lines by name. */
  readonly commands: ReadonlyMap<string, string>;
  readonly lint: LintEntry;
  /** Targets, splits and slices are frozen: since when, by whom, and the digest of what they were. */
  readonly sealed?: {
    readonly on: string;
    readonly by: string;
    readonly digest: string;
    readonly range: Range;
  };
  readonly problems: readonly Problem[];
}

export interface FieldValue {
  /** The value as one line of text; lists are joined by commas. */
  readonly text: string;
  /** False for a template's own words: `TODO`, `tbd`, `…`. */
  readonly filled: boolean;
  readonly range: Range;
}

/** What `data` says of tables, beside {@link Declarations}. */
export interface DataEntry {
  /** One table, or an index of images or texts, where there are no `splits`. */
  readonly table?: { readonly field: 'table' | 'index'; readonly path: string };
  readonly split?: TableSplit;
  readonly annotators: readonly string[];
  /** Columns that identify a row. */
  readonly ids: readonly string[];
  /** How far ahead a prediction looks, and what is left out between training and test; milliseconds. */
  readonly horizon: number;
  readonly gap: number;
  readonly predictions?: PredictionsEntry;
}

/** `data.predictions`: a file, and what its columns are. */
export interface PredictionsEntry {
  readonly path: string;
  /** By role, as in the schema: `y_true`, `weight` … */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Columns of scores by class. */
  readonly scores: readonly { readonly class: string; readonly column: string }[];
  readonly task?: string;
  readonly positive?: string | number | boolean;
  readonly threshold?: number;
  readonly season?: number;
  /** The share that is to lie between the predicted bounds. */
  readonly coverage?: number;
  readonly roles: readonly NamedRole[];
  readonly truth?: { readonly path: string; readonly column?: string; readonly on: readonly string[] };
  readonly rival?: {
    readonly name: string;
    readonly path?: string;
    readonly y_pred?: string;
    readonly y_score?: string;
  };
}

/** How one table is divided. */
export type TableSplit =
  | { readonly by: 'column'; readonly column: string; readonly roles: readonly NamedRole[] }
  /** Rows from this day on are the test set: milliseconds since 1970-01-01 UTC. */
  | { readonly by: 'cutoff'; readonly from: number }
  | { readonly by: 'folds'; readonly respecting: 'random' | 'stratified' | 'group' | 'time' };

/** One entry of `metrics`. */
export interface MetricSpec {
  readonly name: string;
  readonly range: Range;
  /** From `min`, `max`, `target`, or `change` against the baseline: what the value must satisfy. */
  readonly target?: Target;
  readonly baseline?: number;
  /** A relative change against the baseline, as a fraction: -0.15 for `"-15%"`. */
  readonly change?: number;
  readonly split?: string;
  readonly unit?: string;
  readonly kind: 'model' | 'operational' | 'business';
  /** Which way is better; from the manifest, the target's sense, or unknown. */
  readonly direction?: 'higher' | 'lower';
  /** An expression to compute it by, instead of a name to look up. */
  readonly expr?: string;
  /** A source of its own: `reports/kpi.csv#chargeback_rate`. */
  readonly from?: string;
}

/** One entry of `runs`. */
export type RunSource = FileSource | ServerSource;

/** A glob of files, or an MLflow folder. */
export interface FileSource extends RunChoice {
  readonly path: string;
}

/** A tracking server of MLflow. */
export interface ServerSource extends RunChoice {
  /** Its address, in one spelling. */
  readonly server: string;
}

/** Which runs of a source count. */
export interface RunChoice {
  readonly experiment?: string;
  /** Only runs that satisfy it. */
  readonly where?: Where;
  /** `latest`, `best`, or a run's id or name. */
  readonly pick: string;
  /** A file of the run's predictions, from its own folder. */
  readonly predictions?: string;
  readonly range: Range;
}

/** One entry of `stages`. */
export interface StageEntry {
  readonly id: string;
  readonly range: Range;
  readonly criteria: ReadonlyMap<string, CriterionEntry>;
  readonly signedOff?: { readonly on: string; readonly by: string; readonly range: Range };
  /** Planned duration in weeks. */
  readonly weeks?: { readonly from: number; readonly to: number };
}

export interface CriterionEntry {
  readonly id: string;
  readonly range: Range;
  readonly ask?: string;
  readonly help?: string;
  /** In place of the lifecycle's own. */
  readonly evidence?: Evidence;
  readonly drop: boolean;
  readonly done?: Tick;
  readonly waived?: string;
  /** What a tick rests on, as written. */
  readonly files?: readonly string[];
}

export interface LintEntry {
  readonly exclude: readonly string[];
  /** Rule id → severity or `off`. */
  readonly rules: ReadonlyMap<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>;
}
