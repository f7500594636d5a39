import type { Ledger } from '../base/ledger';
import type { Problem } from '../base/result';
import type { DataFacts, LintFinding, MetricFacts } from '../evidence/facts';
import type { History } from '../history/read';
import type { Manifest } from '../manifest/model';
import type { PredictionFacts } from '../predictions/facts';
import type { FileHistory } from '../metrics/revisions';

/** All that a metric report is made of; the project gathers it, whatever of it there is. */
export interface ReportFacts {
  readonly manifest: Manifest;
  /** The runs that the manifest selects, those that `pick` passes over, and what could not be read. */
  readonly metrics: MetricFacts;
  /** What was wrong in the files of metrics. */
  readonly problems: readonly Problem[];
  readonly data: DataFacts;
  /** What a file of predictions tells. */
  readonly predictions: PredictionFacts;
  /** Findings of leakage and of misuse of the test set in the project's code, as far as it was analysed; the gravest first. */
  readonly leaks?: readonly LintFinding[];
  /** Looks at the test set. */
  readonly ledger: Ledger;
  /** What was decided and seen before. */
  readonly history: History;
  /** What commits say of the metrics' files. */
  readonly commits: CommitFacts;
  /** When files were last changed that the numbers rest on. */
  readonly changes: readonly FileChange[];
}

/** The metrics of earlier commits, or why they are not known: a clause each. */
export interface CommitFacts {
  readonly files: readonly FileHistory[];
  readonly unknown: readonly { readonly file: string; readonly reason: string }[];
  /** How many files more there are, whose commits nobody looked through. */
  readonly more?: number;
}

/** When a file was last committed. */
export interface FileChange {
  /** Absolute path. */
  readonly file: string;
  readonly of: 'metrics' | 'code' | 'data';
  /** Milliseconds since 1970-01-01 UTC. */
  readonly time: number;
  /** It is not as it was committed, so it may be younger. */
  readonly modified: boolean;
}
