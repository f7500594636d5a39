import type { SplitRole } from '../base/declarations';
import type { DriftQuestion } from './request';
import type { ValueKind } from './summary/value';

/** What is known of a project's data: plain data, small, and complete for everything that could be read. */
export interface DataProfile {
  readonly splits: readonly SplitProfile[];
  /** Tables that could not be read; nothing of a table that was read in part counts. */
  readonly unread: readonly UnreadTable[];
  /** Earlier splits against later ones: training, validation, test. */
  readonly pairs: readonly PairProfile[];
  readonly compared: ComparedColumns;
  readonly agreement?: Agreement;
  /** One for each question whose splits were both read. */
  readonly drift: readonly DriftProfile[];
  /** SHA-256 of the files that were read. */
  readonly digests?: readonly { readonly file: string; readonly digest: string }[];
}

export interface UnreadTable {
  readonly split: string;
  readonly role: SplitRole;
  readonly file: string;
  /** A sentence without the path. */
  readonly reason: string;
  readonly line?: number;
}

/** By which columns rows are compared. */
export interface ComparedColumns {
  readonly columns: readonly string[];
  /** Left out as identifiers of rows. */
  readonly ids: readonly string[];
  /** Left out since not every compared table has them. */
  readonly notEverywhere: readonly string[];
}

export interface SplitProfile {
  readonly name: string;
  readonly role: SplitRole;
  readonly files: readonly string[];
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Rows that repeat an earlier one, target included. */
  readonly duplicates: Shared;
  readonly time?: TimeProfile;
  readonly classes?: Classes;
  /** Columns each of which separates the classes alone. */
  readonly separating: readonly string[];
}

export interface ColumnProfile {
  readonly name: string;
  /** `mixed`: of several kinds; `empty`: nothing but missing values. */
  readonly kind: ValueKind | 'mixed' | 'empty';
  readonly missing: number;
  readonly distinct: { readonly count: number; readonly exact: boolean };
  readonly numbers?: Numbers;
  /** The most frequent values, where all were counted. */
  readonly top?: readonly { readonly value: string; readonly rows: number }[];
}

export interface Numbers {
  readonly min: number;
  readonly max: number;
  /** The 5 %, 25 %, 50 %, 75 % and 95 % quantiles (type 7), from all rows or a sample of them. */
  readonly quantiles: readonly number[];
  readonly sampled: boolean;
}

/** A row's place: its line where the file is text, else its number; from 1. */
export interface RowPlace {
  readonly file: string;
  readonly row: number;
}

/** Rows or values of one split that another has, too. */
export interface Shared {
  /** How many; a lower bound where not exact. */
  readonly rows: number;
  /** How many different ones. */
  readonly distinct: number;
  /** Of so many rows that were looked at. */
  readonly of: number;
  /** False where only a sample could be compared. */
  readonly exact: boolean;
  readonly first?: { readonly earlier: RowPlace; readonly later: RowPlace };
}

export interface PairProfile {
  readonly earlier: string;
  readonly later: string;
  /** Rows of the later split; absent where the two have too little in common to be compared. */
  readonly rows?: Shared;
  /** By column: values of the later split, counted in its rows. */
  readonly groups: readonly { readonly column: string; readonly shared: Shared }[];
}

export interface TimeProfile {
  readonly unit: 'date' | 'number' | 'mixed';
  /** Milliseconds since 1970-01-01 UTC for dates. */
  readonly first?: { readonly at: number; readonly place: RowPlace };
  readonly last?: { readonly at: number; readonly place: RowPlace };
  readonly missing: number;
  readonly unread: { readonly count: number; readonly first?: RowPlace };
}

/** The classes of the target, the most frequent first. */
export type Classes = readonly { readonly label: string; readonly rows: number }[];

/** How far annotators agree, over all pairs of labels of one row. */
export interface Agreement {
  readonly pairs: number;
  readonly agreeing: number;
  readonly rows: number;
  readonly labels: number;
}

/** How far a split has drifted from its reference. */
export interface DriftProfile {
  readonly question: DriftQuestion;
  readonly columns: readonly ColumnDrift[];
  /** Columns that could not be compared; the reason is a clause: `it is missing in current`. */
  readonly left: readonly { readonly column: string; readonly reason: string }[];
  /** Numbers come from a sample of the rows. */
  readonly sampled: boolean;
}

export interface ColumnDrift {
  readonly column: string;
  /** Compared rows of the reference and of the current split, those that lack the value included. */
  readonly rows: readonly [number, number];
  /** Bins of numbers, or categories; missing values are one more. */
  readonly bins: number;
  /** Population stability index. */
  readonly psi: number;
  /** Jensen and Shannon's distance to base 2. */
  readonly js: number;
  /** Of numbers: Kolmogorov and Smirnov's distance. */
  readonly ks?: { readonly distance: number; readonly p: number };
  /** Of categories: Pearson's test, and Cramér's V. */
  readonly chi2?: { readonly p: number; readonly cramersV: number; readonly df: number };
}
