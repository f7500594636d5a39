import type { Severity } from '../base/finding';
import type { RuleGroup } from '../base/groups';
import type { Place } from '../base/place';
import type { CommandOutcome } from '../base/command';
import type { Files, Revisions } from '../base/ports';
import type { NamedServer } from '../base/project';
import type { Result } from '../base/result';
import type { Sights } from '../base/sights';
import type { TestScore } from '../base/test-score';
import type { History } from '../history/read';
import type { DataProfile } from '../data/profile';
import type { RegistrySource } from '../metrics/mlflow/registry-source';
import type { MetricTable } from '../metrics/table';
import type { EvidenceClock } from './clock';

/**
 * What criteria are judged by: plain data, and ports for what is only read when a criterion asks for it. The project
 * gathers it; nothing here knows where it came from.
 */
export interface EvidenceFacts {
  readonly metrics: MetricFacts;
  readonly lint: LintFacts;
  readonly data: DataFacts;
  /** Read-only. A path outside the project is refused before it gets here. */
  readonly files: Files;
  readonly clock: EvidenceClock;
  /** What was decided and seen before. */
  readonly history: History;
  /** The stages of the lifecycle, in order. */
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  /** Says when a file was last committed. */
  readonly revisions: Revisions;
  readonly servers: ServerFacts;
  /** How a command ended when somebody last ran it; `undefined` for a command line that nobody ran. */
  commandOutcome(line: string): CommandOutcome | undefined;
}

export interface MetricFacts {
  /** The runs that the manifest's `runs` selects, and no others, with all their values. */
  readonly table: MetricTable;
  /**
   * Sources that `runs` (or a metric's `from`) names and that could not be read. A metric that the table lacks may be
   * in one of these, so its absence is then not known but the sentence says why.
   */
  readonly unread: readonly UnreadSource[];
  /** Sources of which not all values over steps are known, though the last value of each metric is. */
  readonly withoutSteps: readonly UnreadSource[];
  /** Runs of the same sources that `pick` passes over: their values do not count, and were seen all the same. */
  readonly passedOver: MetricTable;
  /** The part of the table that a metric's name may mean; looking the name up in it gives what the whole table would. */
  named(name: string): MetricTable;
  /** The same of what was computed afresh from predictions: it stands in where no run reports the metric. */
  recomputed(name: string): MetricTable;
  /** Why nothing was computed from the predictions that the manifest names; `undefined` where it was, or it names none. */
  readonly notRecomputed: NotRecomputed | undefined;
}

/** A file of predictions that tells nothing, or nothing yet. */
export interface NotRecomputed {
  /** As written in the manifest, or the path of the file that stood in the way. */
  readonly file: string;
  /** A clause that follows its name: `was not evaluated: it is not there`. */
  readonly reason: string;
  /** From 1, where the trouble is in one of its lines. */
  readonly line?: number;
  /** Something is wrong with it; it is not only waited for. */
  readonly failed: boolean;
}

/** What is known of the tracking servers that the manifest names. */
export interface ServerFacts {
  /** The model registry of a server; or why it is not known: a clause. */
  registryAt(server: string): Result<RegistrySource, string>;
  readonly named: readonly NamedServer[];
}

/** What is known of the data files that the manifest names. */
export type DataFacts =
  | { readonly state: 'read'; readonly profile: DataProfile }
  /** They are being read, or wait for it. */
  | { readonly state: 'reading' }
  /** They cannot be read at all: a sentence why. */
  | { readonly state: 'off'; readonly reason: string };

export interface UnreadSource {
  /** As written in the manifest, or the file's path. */
  readonly source: string;
  /** A sentence for the user, without the path. */
  readonly reason: string;
  /** There is nothing of that name, so nothing in it either. */
  readonly missing?: true;
  readonly place?: Place;
  /** Somebody did not want to wait: runs that would count before others may be among those that were not read. */
  readonly stopped?: true;
}

export interface LintFacts {
  /** Every rule of this version, by id. A rule that a criterion names and that is not here is not built yet. */
  readonly rules: ReadonlyMap<string, RuleFacts>;
  /**
   * Every Python file and notebook of the project that is not excluded, analysed or not; with `paths`, those that one of
   * these globs means. They are relative to the project.
   */
  filesIn(paths: readonly string[]): readonly FileLint[];
  /** False while files are still waiting to be analysed: what is not found yet may still be. */
  readonly complete: boolean;
}

export interface RuleFacts {
  readonly group: RuleGroup;
  /** Turned off by the manifest or the settings: it finds nothing because it is not asked. */
  readonly off: boolean;
}

export interface FileLint {
  /** Absolute path. */
  readonly file: string;
  /** Findings of this file that no comment suppresses. */
  readonly findings: readonly LintFinding[];
  readonly sights: Sights;
  readonly testScores: readonly TestScore[];
  /** Why the file was not analysed: not Python, not JSON, too large … `undefined` when it was. */
  readonly skipped?: string;
  /** What of it was not analysed, when the rest was: lines that could not be parsed. */
  readonly partly?: string;
  /** The analysis gave up part of the file because its budget was spent. */
  readonly cutShort: boolean;
}

/** The part of a finding that evidence reads; a `Finding` with its group is one. */
export interface LintFinding {
  readonly rule: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
}
