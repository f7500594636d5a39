import type { SplitRole } from '../../../base/declarations';
import type { Assignment } from '../../knowledge/entry';
import type { Site } from '../site';

/**
 * Which observations a value holds, symbolically: never how many, never which numbers. Expressions are interned by a
 * `RowTable`, so two are the same rows for certain when they are the same object.
 *
 *     train_test_split(df)       part 0 and part 1 of all(df)
 *     df[df.a > 0], df[:n]       sub of all(df), by a mask, by a slice
 *     SMOTE().fit_resample(X)    dup of X's rows
 *     pd.concat([a, b])          union
 *     after `if …: x = a`        either
 */
export type Rows = All | Part | Sub | Dup | Union | Either;

interface Base {
  readonly id: number;
}

/** All rows of one source. */
export interface All extends Base {
  readonly kind: 'all';
  readonly source: Source;
}
/** Output number `index` of a split; of a fold iterator, 0 is the fold's training side and 1 the held-out one. */
export interface Part extends Base {
  readonly kind: 'part';
  readonly split: Split;
  readonly index: number;
  readonly of: Rows;
}
export interface Sub extends Base {
  readonly kind: 'sub';
  readonly of: Rows;
  readonly by: Selector;
}
/** Rows copied or synthesised from others, many to one. */
export interface Dup extends Base {
  readonly kind: 'dup';
  readonly of: Rows;
  /** Every row of `of` is still there. */
  readonly keeps: boolean;
}
/** Rows of several, one below the other. */
export interface Union extends Base {
  readonly kind: 'union';
  readonly members: readonly Rows[];
}
/** Rows of one of several: it depends on the path taken. */
export interface Either extends Base {
  readonly kind: 'either';
  readonly members: readonly Rows[];
}

/** Where rows come from. */
export interface Source {
  /** Equal keys are the same rows. */
  readonly key: string;
  /**
   * `literal`: written in the program, value by value; `unknown`: what an unresolved call gave; `index`: positions, not
   * observations.
   */
  readonly kind: 'load' | 'generate' | 'literal' | 'unknown' | 'index';
  readonly site: Site;
  /** As it reads in a message: `data.csv`, `load_iris()`. */
  readonly label: string;
  /** The path that it was read from, as much of it as is written. */
  readonly path?: string;
  /** What it was read with, where that decides what its methods mean. */
  readonly library?: 'polars';
  /** What the project declares this file to be. */
  readonly role?: SplitRole;
  /** Its values are pixels: their largest is a constant of the format. */
  readonly pixels?: boolean;
  /** Of positions: they were shuffled. */
  readonly shuffled?: boolean;
  /** It was kept in a file or a registry by another run: what loaded it. */
  readonly stored?: string;
  /** So many rows, where that is known. */
  readonly size?: number;
}

/** One execution of a splitter. */
export interface Split {
  readonly id: number;
  readonly form: 'holdout' | 'folds';
  readonly site: Site;
  /** As written: `train_test_split`. */
  readonly label: string;
  /** Which rows are drawn; undefined where that cannot be told. */
  readonly drawn?: Drawn;
  readonly assigns: Assignment;
  /** Each part is a stretch of the rows, all of it: `np.split(X, [800])`. */
  readonly stretches?: true;
  /** Loops that change its seed from one round to the next. */
  readonly seededBy?: readonly number[];
}

/**
 * How a splitter draws rows: other ones at each call, those that belong to a seed, or in their order. Calls between
 * which NumPy's generator was seeded again (`epoch`) may draw the same.
 */
export type Drawn =
  | { readonly how: 'anew'; readonly epoch: number }
  | { readonly how: 'seeded'; readonly seed: number }
  | { readonly how: 'in-order' };

/** How a subset was chosen. Strings are symbols: equal symbols are equal values. */
export type Selector =
  | { readonly by: 'slice'; readonly lower: string | undefined; readonly upper: string | undefined }
  | { readonly by: 'mask'; readonly symbol: string; readonly negated: boolean; readonly drawn?: boolean }
  | { readonly by: 'rows'; readonly rows: Rows; readonly negated: boolean }
  | { readonly by: 'missing'; readonly symbol: string }
  /** `drawn`: by chance. */
  | { readonly by: 'other'; readonly symbol: string; readonly drawn?: boolean };

/** The rows themselves and everything that they were taken from, nearest first. */
export function lineage(rows: Rows): readonly Rows[] {
  let found = lineages.get(rows);
  if (!found) {
    found = findLineage(rows);
    lineages.set(rows, found);
  }
  return found;
}

/** Every rule asks for the same few. */
const lineages = new WeakMap<Rows, readonly Rows[]>();

function findLineage(rows: Rows): readonly Rows[] {
  const found = new Set<Rows>();
  const pending = [rows];
  for (let next = pending.shift(); next; next = pending.shift()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next.kind === 'union' || next.kind === 'either') pending.push(...next.members);
    else if (next.kind !== 'all') pending.push(next.of);
  }
  return [...found];
}

/** As `lineage`, with the ways up of indices that picked rows: `X[train]`, where `train` is of folds over positions. */
export function steps(rows: Rows): readonly Rows[] {
  return lineage(rows).flatMap(one =>
    one.kind === 'sub' && one.by.by === 'rows' && !one.by.negated ? [one, ...lineage(one.by.rows)] : [one],
  );
}

export function sourcesOf(rows: Rows): readonly Source[] {
  return lineage(rows).flatMap(one => (one.kind === 'all' ? [one.source] : []));
}
