import type {
  Cancellation,
  Clock,
  Commands,
  Files,
  FileVersions,
  LargeFiles,
  Log,
  Network,
  Revisions,
} from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import type { Result } from '../base/result';
import type { ChartDocument } from '../charts/options';
import type { DataProfile } from '../data/profile';
import type { DataRequest } from '../data/request';
import type { TableRead } from '../metrics/read-path';
import type { PredictionsAnswer } from '../predictions/facts';
import type { PairsAnswer } from '../predictions/pairs';
import type { PairsRequest, PredictionsRequest } from '../predictions/request';

/** What a host gives the engine. */
export interface WorkspacePorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Says when files were last committed; absent in a host that may not ask. */
  readonly revisions?: Revisions;
  /** Says what files were at earlier commits; absent in a host that may not ask. */
  readonly versions?: FileVersions;
  /** Absent in a host that runs nothing. */
  readonly commands?: Commands;
  /** Lets work that waits, such as a keystroke, go first. */
  readonly pause: () => Promise<void>;
  /** Absent in a host that only reads. */
  readonly trail?: Trail;
  /** Reads the beginning of a table, or its end. Without it, the names of columns are known of small tables only. */
  readonly large?: LargeFiles;
  /** Absent in a host that asks no server. */
  readonly network?: Network;
  /** Without it, metrics are read where they are asked for. */
  readonly metrics?: MetricsPort;
  /** Shows what takes a while, and lets the user stop it. Without it, nothing is shown and nothing stopped. */
  readonly waits?: Waits;
  /** Without it, data files are not read. */
  readonly data?: DataPort;
  /** Makes the elements of charts, outside a browser. Without it, exports show the tables of charts alone. */
  readonly charts?: () => Promise<ChartDocument>;
}

export type { ChartDocument };

/** What it takes to note down what people decide. It refuses, with a sentence, where the workspace is not trusted. */
export interface Trail {
  /**
   * Adds lines to the end of a file inside a root, and makes the file and its folder where they are not there. Lines of
   * several processes never mix. The failure is a clause without the path: `it is on a file system that is read-only`.
   */
  append(path: string, lines: string): Promise<Result<void, string>>;
  /** Unique, here and on any other machine. */
  newId(): string;
  /** The commit that is checked out around a folder, as far as Git knows and may be asked. */
  commit(folder: string): Promise<string | undefined>;
  /** The user's name as Git has it, as far as Git may be asked. */
  userName(folder: string): Promise<string | undefined>;
}

export type {
  DataProfile,
  DataRequest,
  PairsAnswer,
  PairsRequest,
  PredictionsAnswer,
  PredictionsRequest,
  TableRead,
};

/** What the user has to wait for. */
export interface Waits {
  /** @param title what is done, as a phrase: `Reading metrics` */
  begin(title: string): Wait;
}

export interface Wait {
  readonly cancellation: Cancellation;
  /** So many are done. */
  readonly count: (done: number) => void;
  readonly end: () => void;
}

/** For hosts that show nothing. */
export const NO_WAITS: Waits = {
  begin: () => ({ cancellation: NEVER_CANCELLED, count: () => undefined, end: () => undefined }),
};

/** Reads metrics beside everything else: files that are large, and folders of runs. */
export interface MetricsPort {
  /** Never fails otherwise than by its answer. What is cancelled ends soon, with an answer that says so. */
  read(request: MetricsRequest, cancellation?: Cancellation): Promise<TableRead>;
}

export interface MetricsRequest {
  /** A file, or the folder of one run. */
  readonly path: string;
  /** The project's folder: nothing outside of it is read. */
  readonly root: string;
}

/** Reads data files, which may be large: a host does so beside everything else. */
export interface DataPort {
  /** The files among which data may be: the workspace's, and what the user allows beside it. */
  readonly files: Files;
  /** Never fails: what could not be read is in the profile, also what was cancelled. */
  profile(request: DataRequest, task: DataTask): Promise<DataProfile>;
  /** Evaluates a file of predictions. Never fails: what stood in the way is the answer. */
  predictions(request: PredictionsRequest, task: DataTask): Promise<PredictionsAnswer>;
  /** Holds the predictions of models against those of the first. Never fails, as above. */
  pairs(request: PairsRequest, task: DataTask): Promise<PairsAnswer>;
}

export interface DataTask {
  readonly cancellation: Cancellation;
  /** Bytes that are read, of all that are to be read. */
  readonly onProgress: (done: number, of: number) => void;
}

/** A file or folder that was made, written or removed. */
export interface Change {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}
