import type { Severity } from '../base/finding';
import type { Duration } from './duration';
import type { Target } from './target';

/** What answers a criterion, as a lifecycle or a manifest states it. */
export type Evidence = EvidenceKind & {
  /** Asked only where this field of the manifest is filled in. */
  readonly where?: string;
};

export type EvidenceKind =
  | { readonly kind: 'all'; readonly of: readonly Evidence[] }
  | { readonly kind: 'any'; readonly of: readonly Evidence[] }
  | FieldEvidence
  | FileEvidence
  | MetricEvidence
  | LintEvidence
  | NotebookEvidence
  | RunsEvidence
  | LooksEvidence
  | FreshEvidence
  | RegistryEvidence
  | CommandEvidence
  | EffortEvidence
  | TimeboxEvidence
  | DataEvidence
  | DriftEvidence
  | { readonly kind: 'manual' };

export interface FieldEvidence {
  readonly kind: 'field';
  readonly path: string;
  /** At least one entry has a target: for `metrics`. */
  readonly target: boolean;
}

export interface FileEvidence {
  readonly kind: 'file';
  /** Paths or globs, relative to the manifest; one that satisfies is enough. */
  readonly paths: readonly string[];
  readonly sections: readonly string[];
  readonly minWords: number;
  readonly mentions: readonly string[];
}

export interface MetricEvidence {
  readonly kind: 'metric';
  readonly of: MetricSubject;
  readonly split?: string;
  readonly demand: MetricDemand;
  readonly confident: boolean;
}

/** One metric of the manifest by name or an expression, or all that fit a description. */
export type MetricSubject =
  | { readonly by: 'text'; readonly text: string }
  | {
      readonly by: 'description';
      readonly kind?: 'model' | 'operational' | 'business';
      readonly with?: 'target' | 'baseline';
      readonly named: readonly string[];
    };

export type MetricDemand =
  | { readonly is: 'target' }
  | { readonly is: 'baseline' }
  | { readonly is: 'measured'; readonly on: string }
  | { readonly is: 'besides'; readonly names: readonly string[] }
  | { readonly is: 'gap'; readonly between: readonly [string, string]; readonly max: number }
  | { readonly is: 'limit'; readonly by: Readonly<Record<string, string>> }
  | { readonly is: 'declared' }
  | { readonly is: 'slices' };

export interface LintEvidence {
  readonly kind: 'lint';
  /** Rule ids and group slugs. */
  readonly names: readonly string[];
  readonly paths: readonly string[];
  /** Findings at least this severe count. */
  readonly severity: Severity;
}

export interface NotebookEvidence {
  readonly kind: 'notebook';
  /** Paths or globs, relative to the manifest; one that satisfies is enough. */
  readonly paths: readonly string[];
}

export interface RunsEvidence {
  readonly kind: 'runs';
  readonly least: number;
  /** Only runs that keep a metric per step count. */
  readonly history: boolean;
}

export interface LooksEvidence {
  readonly kind: 'looks';
  /** The field of the manifest that says how often the test set may be looked at. */
  readonly budget: string;
}

/** Something is young enough. */
export interface FreshEvidence {
  readonly kind: 'fresh';
  readonly of: FreshSubject;
  readonly within: FreshLimit;
}

export type FreshSubject =
  | { readonly by: 'file'; readonly paths: readonly string[] }
  /** `latest`, or a run's id or name. */
  | { readonly by: 'run'; readonly run: string }
  | { readonly by: 'metric'; readonly metric: string; readonly split?: string }
  /** Whatever was measured on it last. */
  | { readonly by: 'split'; readonly split: string }
  /** The data files that the manifest names. */
  | { readonly by: 'data' };

/** A duration, or the field of the manifest that holds one. */
export type FreshLimit =
  { readonly by: 'duration'; readonly duration: Duration } | { readonly by: 'field'; readonly path: string };

export interface RegistryEvidence {
  readonly kind: 'registry';
  /** Its name there; what `model.registered` of the manifest says, unless given. */
  readonly model?: string;
  readonly alias?: string;
  readonly stage?: string;
  readonly versions: Target;
  readonly with: readonly RegistryKept[];
  /** The store's folder, relative to the manifest. */
  readonly path?: string;
  /** The address of a tracking server, in one spelling. */
  readonly server?: string;
}

/** What a registry may keep with a version. */
export type RegistryKept = 'data version' | 'hyperparameters' | 'metrics';

export interface CommandEvidence {
  readonly kind: 'command';
  readonly of:
    | { readonly by: 'line'; readonly line: string }
    /** A name under `commands` of the manifest. */
    | { readonly by: 'name'; readonly name: string };
}

/** One kind of work against another, by the manifest's `effort`. */
export interface EffortEvidence {
  readonly kind: 'effort';
  readonly of: string;
  readonly than: string;
  readonly demand:
    /** At least so many times as long. */
    | { readonly is: 'times'; readonly least: number }
    /** Where it takes longer, stage `first` is signed off before stage `before`. */
    | { readonly is: 'first'; readonly first: string; readonly before: string };
}

/** A stage takes no longer than so many weeks. */
export interface TimeboxEvidence {
  readonly kind: 'timebox';
  readonly stage: string;
  readonly weeks: { readonly from: number; readonly to: number };
}

export interface DataEvidence {
  readonly kind: 'data';
  readonly demands: readonly DataDemand[];
  /** Only this split counts. */
  readonly split?: string;
  /** Columns whose values must not be shared; all of `data.groups` unless given. */
  readonly groups?: readonly string[];
  /** What it asks, in YAML's words. */
  readonly asks: string;
}

/** Something that data must be. */
export type DataDemand =
  { readonly is: DataQuantity; readonly bound: Bound } | { readonly is: 'time_order' | 'profiled' };

export const DATA_QUANTITIES = [
  'rows',
  'missing',
  'shared_rows',
  'shared_groups',
  'duplicates',
  'label_noise',
  'balance',
  'separating_columns',
] as const;
export type DataQuantity = (typeof DATA_QUANTITIES)[number];

/** What a number is compared with. */
export interface Bound {
  readonly op: '>=' | '>' | '<=' | '<' | '==';
  readonly to: BoundValue;
}

/** A number, a share (0.05 for `5%`), or what a field of the manifest says. */
export type BoundValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'field'; readonly path: string };

export interface DriftEvidence {
  readonly kind: 'drift';
  readonly limits: readonly DriftLimit[];
  /** All that both splits have unless given. */
  readonly columns?: readonly string[];
  readonly reference?: string;
  readonly current?: string;
  readonly bins: number;
  readonly floor: number;
  /** What it asks, in YAML's words. */
  readonly asks: string;
}

export const DRIFT_STATISTICS = ['psi', 'ks', 'js', 'chi2'] as const;
export type DriftStatistic = (typeof DRIFT_STATISTICS)[number];

export interface DriftLimit {
  readonly of: DriftStatistic;
  readonly bound: Bound;
}
