import type { LibraryTable } from './entry';

/** Polars. What its tables' methods do is said in the words of pandas: see `flow/effects/polars.ts`. */
export const POLARS: LibraryTable = [
  {
    entry: { kind: 'load', form: 'table' },
    names: `read_csv scan_csv read_parquet scan_parquet read_json read_ndjson scan_ndjson read_ipc scan_ipc read_excel
      read_database read_delta scan_delta read_avro read_csv_batched`,
  },
  {
    entry: { kind: 'same-rows' },
    names: 'DataFrame LazyFrame Series from_pandas from_numpy from_arrow from_dicts',
  },
  { entry: { kind: 'stack', axis: 'argument' }, names: 'concat' },
  {
    entry: { kind: 'expression', of: 'columns' },
    names: 'col all exclude nth first last by_dtype by_name numeric string',
  },
  {
    entry: { kind: 'expression', of: 'function' },
    names: 'when mean median std var min max sum quantile coalesce',
  },
  { entry: { kind: 'number' }, names: 'len count n_unique' },
];

/** Methods that nothing but tables of polars has. */
export const POLARS_METHODS: ReadonlySet<string> = new Set(
  `with_columns with_row_index with_row_count group_by drop_nulls drop_nans fill_null fill_nan to_dummies
    to_pandas to_series collect lazy rechunk get_column vstack hstack limit unpivot is_duplicated shrink_to_fit`.split(
    /\s+/,
  ),
);

/** Names that are methods of tables of polars; in pandas they could only be columns. */
export function isPolarsMethod(name: string): boolean {
  return name === 'select' || POLARS_METHODS.has(name);
}

/** By polars' name, the method of pandas that does the same with a table or a column. */
const IN_PANDAS: Readonly<Record<string, string>> = {
  group_by: 'groupby',
  drop_nulls: 'dropna',
  drop_nans: 'dropna',
  fill_null: 'fillna',
  fill_nan: 'fillna',
  to_dummies: 'get_dummies',
  to_pandas: 'copy',
  to_series: 'copy',
  collect: 'copy',
  lazy: 'copy',
  clone: 'copy',
  rechunk: 'copy',
  shrink_to_fit: 'copy',
  with_row_index: 'reset_index',
  with_row_count: 'reset_index',
  cast: 'astype',
  vstack: 'append',
  limit: 'head',
  unpivot: 'melt',
  unique: 'drop_duplicates',
  join: 'merge',
  sort: 'sort_values',
  is_null: 'isnull',
  is_nan: 'isnull',
  is_not_null: 'notnull',
  is_in: 'isin',
  is_between: 'between',
  is_duplicated: 'duplicated',
  n_unique: 'nunique',
  cum_sum: 'cumsum',
  cum_max: 'cummax',
  cum_min: 'cummin',
  cum_prod: 'cumprod',
  cum_count: 'cumcount',
  forward_fill: 'ffill',
  backward_fill: 'bfill',
  map_elements: 'map',
  apply: 'map',
  // Row by row, as these are.
  log: 'round',
  log1p: 'round',
  exp: 'round',
  sqrt: 'round',
  floor: 'round',
  ceil: 'round',
  sign: 'round',
};

/** The same method as pandas calls it. */
export function pandasName(name: string): string {
  return Object.hasOwn(IN_PANDAS, name) ? (IN_PANDAS[name] ?? name) : name;
}

/** `shift(n=-1)`, `rolling_mean(window_size=7)` */
export function pandasArgument(method: string, name: string): string {
  if (name === 'n' && /^(shift|diff|pct_change)$/.test(method)) return 'periods';
  return name === 'window_size' ? 'window' : name;
}

/** `rolling_mean`: the aggregate over a moving view. */
export function rollingAggregate(name: string): string | undefined {
  return /^(?:rolling|ewm)_(mean|median|std|var|min|max|sum|quantile|skew)$/.exec(name)?.[1];
}
