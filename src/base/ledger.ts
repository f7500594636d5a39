import type { Place } from './place';

/** How often the test set of a project has been looked at, as far as that can be known. */
export interface Ledger {
  /** Looks that are counted, by time; none are listed where their number is all that is asked. */
  readonly looks: readonly Look[];
  /** How many looks are counted. */
  readonly count: number;
  /** How many there may be, where the manifest says. */
  readonly budget?: number;
  /** Code that scores the test rows when it runs; how often it ran nobody knows. Shown, not counted. */
  readonly possible: readonly PossibleLook[];
  /** What the best of these looks is worth by chance, beside what is claimed, by metric. */
  readonly chance: readonly Chance[];
  /** Why there may have been more looks than are counted: sentences. */
  readonly doubts: readonly string[];
  /** `2 of 3 looks at the test set`. */
  readonly text: string;
}

export interface Look {
  readonly id: string;
  /** A run that wrote a score on test rows, or a cell of a notebook that was run. */
  readonly by: 'run' | 'notebook';
  /** Relative to the manifest. */
  readonly file: string;
  /** The run's name, or the cell. */
  readonly label: string;
  /** ISO 8601; when it ran, else when it was noticed; absent where neither is known. */
  readonly time?: string;
  /** Scores as written, by metric. */
  readonly scores: Readonly<Record<string, string>>;
  /** It stands for more than one, of which nobody knows the number. */
  readonly several: boolean;
  /** It is noted in the history: deleting its run does not undo it. */
  readonly recorded: boolean;
  /** Where it can be seen, while it can. */
  readonly place?: Place;
}

export interface PossibleLook {
  readonly place: Place;
  readonly metrics: readonly string[];
}

export interface Chance {
  readonly metric: string;
  /** The expected gain of the best look by luck; absent where it is not known. */
  readonly luck?: number;
  /** What it leads its baseline by; negative where it lags behind. */
  readonly gain?: number;
  /** One sentence. */
  readonly text: string;
}
