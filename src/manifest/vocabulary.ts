/**
 * The names that a manifest may use and that other parts of the engine define. Every list is optional: where one is not
 * known, its names are not checked.
 */
export interface Vocabulary {
  /** Ids of rules. */
  readonly rules?: readonly string[];
  /** Ids of the built-in lifecycles. */
  readonly lifecycles?: readonly string[];
  /** Stages and groups of a lifecycle, by id, with the ids of their criteria; `undefined` when it is not known. */
  readonly stagesOf?: (lifecycle: string) => ReadonlyMap<string, readonly string[]> | undefined;
  /** Dotted paths of fields that a lifecycle of the user's own asks for. */
  readonly fields?: readonly string[];
}

export const NO_VOCABULARY: Vocabulary = {};
