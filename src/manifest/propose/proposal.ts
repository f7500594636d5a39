/** A value for a new manifest that was found in a repository, and why: a few words that stand beside it as a comment. */
export interface Proposed {
  readonly value: string;
  readonly why: string;
}

export interface ProposedSplit extends Proposed {
  /** `train`, `validation`, `test`. */
  readonly name: string;
}

/**
 * What a repository says of itself. Only what can be checked against a file is here: nothing that would answer a
 * question which a person has to answer.
 */
export interface Proposal {
  readonly name: Proposed;
  readonly splits: readonly ProposedSplit[];
  /** A column. */
  readonly target?: Proposed;
  /** Names of metrics that runs report. */
  readonly metrics: readonly Proposed[];
  /** Files and folders that runs are read from. */
  readonly runs: readonly Proposed[];
  /** Globs of scripts that are kept for memory's sake. */
  readonly exclude: readonly Proposed[];
  /** What was seen and could not be decided, in sentences. */
  readonly notes: readonly string[];
}
