/**
 * What a project says about its data, as plain data: the manifest fills it, the analysis and the evidence read it.
 * Every field is optional because every line of a manifest is.
 */
export interface Declarations {
  readonly splits: readonly DeclaredSplit[];
  readonly target?: { readonly column: string; readonly positive?: string | number | boolean };
  readonly time?: string;
  readonly groups: readonly string[];
  /** A metric has a number that is to be beaten. */
  readonly baseline?: true;
}

export type SplitRole = 'train' | 'validation' | 'test' | 'production' | 'other';

/** What the rows of a split are for, where its name does not tell. */
export interface NamedRole {
  readonly name: string;
  readonly role: SplitRole;
}

export interface DeclaredSplit {
  readonly name: string;
  readonly role: SplitRole;
  /** As written, relative to the manifest. */
  readonly path: string;
}

export const NO_DECLARATIONS: Declarations = { splits: [], groups: [] };
