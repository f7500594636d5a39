/** What a method of a frame, series or array does. Methods that are not here give an unknown result. */
export type MethodEffect =
  /** Row by row, or a copy: same rows. */
  | 'same'
  /** Changes the object itself, row by row. */
  | 'mutate'
  /** Some of the rows. */
  | 'filter'
  /** The rows that have no gap. */
  | 'drop-missing'
  | 'drop'
  | 'fill'
  /** Over rows unless `axis=1`: a value without rows. */
  | 'aggregate'
  /** An aggregate of groups, laid out as a table. */
  | 'pivot'
  /** As `aggregate`, and broadcast back. */
  | 'broadcast'
  | 'sample'
  | 'take'
  | 'groups'
  /** A moving view of neighbouring rows. */
  | 'windows'
  | 'pop'
  /** Its rows, for a loop to run through. */
  | 'rows'
  | 'assign'
  | 'apply'
  | 'map'
  | 'pipe'
  /** Says of each row whether it holds. */
  | 'comparison'
  | 'quantifier'
  /** Scores columns against each other or against answers. */
  | 'correlation'
  | 'membership'
  | 'difference'
  | 'append'
  | 'merge'
  | 'clip'
  | 'best'
  | 'schema'
  /** A value that says nothing of the rows: names, counts, types. */
  | 'number'
  | 'sink'
  | 'split-pieces';

const METHODS: Readonly<Record<MethodEffect, string>> = {
  same: `astype unique copy reset_index set_index rename rename_axis sort_values sort_index replace abs round to_numpy to_frame as_matrix
    reshape ravel flatten toarray todense tocsr A view squeeze transpose melt stack unstack explode ffill bfill pad shift diff
    pct_change where mask isnull isna notnull notna add sub mul div truediv mod pow radd rsub rmul
    rdiv sum_duplicates join combine_first infer_objects convert_dtypes set_axis swapaxes dot get lower upper strip lstrip
    rstrip len contains startswith endswith extract split findall slice cat zfill title capitalize normalize strftime
    to_period to_timestamp tz_localize tz_convert total_seconds day_name month_name get_group select_dtypes filter reindex
    insert_columns to_records to_list tolist numpy cpu detach float long double permute cuda to unsqueeze dropna_columns
    cumsum cumprod cummax cummin cumcount ngroup align reindex_like reindex_axis as_type from_records
    detach clone contiguous type_as view_as requires_grad_ pin_memory build_full_trainset build_testset`,
  mutate: 'insert update sort put fill resize',
  filter:
    'query head tail nlargest nsmallest drop_duplicates truncate between_time at_time first last compress',
  'drop-missing': 'dropna',
  drop: 'drop',
  fill: 'fillna',
  pivot: 'pivot_table',
  aggregate: `mean median mode std var min max sum quantile sem mad skew kurt kurtosis agg aggregate describe value_counts prod
    ptp`,
  broadcast: 'interpolate rank',
  sample: 'sample',
  take: 'take',
  groups: 'groupby resample',
  windows: 'rolling expanding ewm',
  pop: 'pop',
  rows: 'iterrows itertuples iter_rows',
  assign: 'assign',
  apply: 'apply applymap transform',
  map: 'map',
  pipe: 'pipe',
  comparison: 'between eq ne gt lt ge le',
  quantifier: 'any all',
  correlation: 'corr corrwith',
  membership: 'isin',
  difference: 'difference',
  append: 'append',
  merge: 'merge merge_asof merge_ordered',
  clip: 'clip clip_lower clip_upper',
  best: 'argmax argmin idxmax idxmin argsort',
  schema: 'factorize get_dummies',
  number: `nunique count cov duplicated keys items_count memory_usage equals tolist_columns first_valid_index
    get_loc get_indexer isspace isdigit`,
  sink: `plot hist boxplot info to_csv to_excel to_parquet to_pickle to_json to_sql to_feather to_html to_hdf savefig dump save
    show tofile to_latex to_markdown style pivot crosstab`,
  'split-pieces': 'array_split split_before split_after',
};

const BY_NAME = new Map<string, MethodEffect>(
  (Object.entries(METHODS) as [MethodEffect, string][]).flatMap(([effect, names]) =>
    names.split(/\s+/).map((name): [string, MethodEffect] => [name, effect]),
  ),
);

export function methodEffect(name: string): MethodEffect | undefined {
  return BY_NAME.get(name);
}

/** Attributes that hold the same observations. */
export const SAME_ROWS_ATTRIBUTES: ReadonlySet<string> = new Set([
  'values',
  'str',
  'dt',
  'cat',
  'codes',
  'real',
  'array',
  'sparse',
  'A',
]);

/** Attributes that tell of shape and names only. */
export const NUMBER_ATTRIBUTES: ReadonlySet<string> = new Set([
  'dtypes',
  'dtype',
  'ndim',
  'size',
  'empty',
  'name',
  'names',
  'nbytes',
  'axes',
]);

/** Methods whose result has the same numbers in another form. */
export const KEEPS_NUMBERS: ReadonlySet<string> = new Set(
  'astype toarray todense tocsr flatten squeeze float to cpu cuda detach numpy long double contiguous clone unsqueeze'.split(
    ' ',
  ),
);

/** Methods whose result has equal values: a mask made before is a mask made after. */
export const KEEPS_SYMBOL: ReadonlySet<string> = new Set([
  'copy',
  'reset_index',
  'to_numpy',
  'to_frame',
  'ravel',
  'reshape',
  'view',
  'tolist',
]);
