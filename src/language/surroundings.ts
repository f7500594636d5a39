import type { FileStat } from '../base/ports';
import type { Place } from '../base/place';
import type { ProjectState } from '../base/project';
import type { Result } from '../base/result';
import type { Lifecycle } from '../lifecycle/model';
import type { Manifest } from '../manifest/model';

/** What a file's words may refer to: the project around it, as far as it is asked for. Paths are relative to the project. */
export interface Surroundings {
  /** The manifest of the project, from the text that is edited where it is that file. */
  readonly manifest: Manifest;
  /** The same as it was last saved and read. */
  readonly saved: Manifest | undefined;
  readonly lifecycle: Lifecycle | undefined;
  /** As it was last evaluated, with what was saved then. */
  readonly state: ProjectState | undefined;
  readonly rules: readonly RuleWords[];
  readonly lifecycles: readonly Pick<Lifecycle, 'id' | 'title' | 'summary'>[];
  /** The day where the person is: `2026-10-02`. */
  readonly today: string;
  /** The metrics that the selected runs report, each once. */
  reported(): Promise<readonly ReportedMetric[]>;
  /** The value of a metric as an expression names it, or why there is none. */
  measure(name: string): Promise<Result<MeasuredMetric, string>>;
  /** Names in a folder of the project, folders with `/` at the end; nothing outside of it. */
  list(folder: string): Promise<readonly string[]>;
  stat(path: string): Promise<FileStat | undefined>;
  /** The columns of one table, or of all tables under `data`. */
  columns(path?: string): Promise<readonly Column[]>;
}

export interface RuleWords {
  readonly id: string;
  readonly code: string;
  /** What it reports, in a sentence. */
  readonly summary: string;
}

export interface ReportedMetric {
  readonly name: string;
  readonly splits: readonly string[];
  /** Slice columns with their values. */
  readonly slices: Readonly<Record<string, readonly string[]>>;
  /** Ids or names of the runs that report it. */
  readonly runs: readonly string[];
  /** Relative paths of the files that it stands in. */
  readonly files: readonly string[];
  /** Of its value in the run that counts first. */
  readonly place: Place;
}

export interface MeasuredMetric {
  readonly value: number;
  /** `recall on test`. */
  readonly label: string;
  readonly place: Place;
}

export interface Column {
  readonly name: string;
  /** The table that has it, relative to the project. */
  readonly file: string;
  /** Of its name in the header, where the table is text. */
  readonly place?: Place;
}
