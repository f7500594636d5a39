import type { Site } from '../site';

/**
 * Which columns a table is certain to hold, and what was computed from which. Names are not enough: `df['price']` before
 * and after `df['price'] = np.log(df['price'])` are two columns, and a column outlives a new name.
 *
 *     df = pd.read_csv(…)              all columns of table 1
 *     df.drop(columns=['id'])          all columns of table 1 without `id`
 *     df['dear'] = df['price'] > 9     all columns of table 1, and `dear`, computed from `price`
 *     df[['a', 'b']]                   `a` and `b`, nothing else
 */
export interface Holding {
  /** All columns of this table are here but for `without`; undefined where `columns` names them all. */
  readonly table: number | undefined;
  /** Columns of `table` that are not there, that may not be there, or that others have replaced. */
  readonly without: ReadonlySet<string>;
  /** Columns that are certainly there, in their order. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Of a table that was cut by positions: what of which order is here, instead of all columns of `table`. */
  readonly span: PositionSpan | undefined;
  /** Text columns have become one column for each of their values, with names of their own. */
  readonly dummies: boolean;
  /** Where these columns were chosen. */
  readonly chosen: ColumnChoice | undefined;
}

/** Positions from `lower` up to `upper`, negative ones counted from the end; undefined is the end. */
export interface PositionSpan {
  readonly order: string;
  readonly lower: number;
  readonly upper: number | undefined;
}

export interface ColumnChoice {
  readonly how: 'drop' | 'select' | 'position';
  readonly site: Site;
  /** The argument with the names, where they are written in the call. */
  readonly names: Site | undefined;
}

/** One column's values. The same object is the same values, row for row. */
export interface Column {
  readonly id: number;
  readonly name: string | undefined;
  /** The table that it came with; undefined where it was computed. */
  readonly table: number | undefined;
  /** Of a column that was taken by its position. */
  readonly position: { readonly order: string; readonly index: number } | undefined;
  /** Where it was computed. */
  readonly site: Site | undefined;
  readonly from: readonly ColumnTaint[];
  /** Nothing but `from` and constants went into it. */
  readonly whole: boolean;
}

/** Was computed from a column. */
export interface ColumnTaint {
  readonly id: number;
  readonly kind: 'column';
  readonly column: Column;
  /** From which of its rows, counted from the own one: 0 to 0 is row by row, -6 to 0 a window that ends here. */
  readonly lower: number;
  readonly upper: number;
  /** `value`: the number itself went in, by arithmetic; `code`: a class or an answer made from it; `statistic`: of many rows. */
  readonly by: 'value' | 'code' | 'statistic';
  /** The call that looked at other rows than the own one. */
  readonly at: RowMove | undefined;
}

export interface RowMove {
  readonly method: string;
  readonly site: Site;
  /** The method's name, as written. */
  readonly nameSpan: Site;
  /** `center=True` as it is written, with the comma before it. */
  readonly centre: Site | undefined;
  /** It looks at rows of one group only. */
  readonly grouped: boolean;
  /** What part of a mean the own row's value makes up, by this call and those before it; 1 where that is not known. */
  readonly share: number;
}

/** Something else went in, of which nothing is known. */
export interface UnseenTaint {
  readonly id: number;
  readonly kind: 'unseen';
}

/** What a model is given to learn from, or to predict from. */
export interface Given {
  /** Undefined where that is not known. */
  readonly holding: Holding | undefined;
  /** Of features that are one column: what it was computed from. */
  readonly from: readonly ColumnTaint[];
}
