import type { LibraryTable } from './entry';

export const PANDAS: LibraryTable = [
  {
    entry: { kind: 'load', form: 'table' },
    names: `read_csv read_table read_excel read_parquet read_json read_pickle read_feather read_hdf read_sql read_sql_query
      read_sql_table read_fwf read_html read_orc read_sas read_spss read_stata read_xml read_gbq read_clipboard`,
  },
  {
    entry: { kind: 'same-rows' },
    names: 'DataFrame Series to_numeric to_timedelta array isnull isna notnull notna cut',
  },
  { entry: { kind: 'stack', axis: 'argument' }, names: 'concat' },
  { entry: { kind: 'date' }, names: 'Timestamp to_datetime' },
  { entry: { kind: 'as-method' }, names: 'merge merge_asof merge_ordered melt pivot_table value_counts' },
  { entry: { kind: 'statistic', learns: 'schema' }, names: 'get_dummies factorize Categorical' },
  { entry: { kind: 'statistic', learns: 'location' }, names: 'qcut' },
  // Fields with names: `pd.NamedAgg(column='id', aggfunc='count')`.
  { entry: { kind: 'dictionary' }, names: 'NamedAgg' },
];

export const NUMPY: LibraryTable = [
  { entry: { kind: 'column-scores', learns: 'supervised-selection', answers: 'either' }, names: 'corrcoef' },
  { entry: { kind: 'load', form: 'table' }, names: 'load loadtxt genfromtxt fromfile' },
  {
    entry: { kind: 'same-rows' },
    names: `array asarray asanyarray ascontiguousarray atleast_2d float32 float64 int32 int64 int8 uint8 nan_to_num copy
      reshape ravel squeeze expand_dims matrix asmatrix`,
  },
  {
    entry: { kind: 'row-wise' },
    names: `log log1p log2 log10 exp expm1 sqrt square abs absolute sin cos tan tanh sign round around rint floor ceil power
      add subtract multiply divide true_divide mod maximum minimum clip isnan isfinite isinf logical_not logical_and
      logical_or equal not_equal greater less vectorize linalg.norm dot matmul negative invert digitize delete insert`,
  },
  {
    entry: { kind: 'aggregate' },
    names: `mean nanmean average median nanmedian std nanstd var nanvar max amax nanmax min amin nanmin sum nansum percentile
      nanpercentile quantile nanquantile ptp cov`,
  },
  { entry: { kind: 'stack', axis: 'argument' }, names: 'concatenate append' },
  { entry: { kind: 'stack', axis: 'rows' }, names: 'vstack r_ row_stack' },
  { entry: { kind: 'stack', axis: 'columns' }, names: 'hstack column_stack c_ dstack' },
  { entry: { kind: 'date' }, names: 'datetime64' },
  { entry: { kind: 'as-method' }, names: 'take' },
  { entry: { kind: 'positions' }, names: 'arange random.permutation' },
  {
    entry: { kind: 'draw' },
    names: `random.rand random.random random.random_sample random.uniform random.binomial random.normal random.randn
      random.standard_normal`,
  },
  { entry: { kind: 'windows' }, names: 'sliding_window_view' },
  { entry: { kind: 'smooth', at: 0 }, names: 'convolve' },
  { entry: { kind: 'repeat' }, names: 'repeat tile' },
  { entry: { kind: 'filled' }, names: 'zeros ones full zeros_like ones_like full_like' },
  { entry: { kind: 'row-wise' }, names: 'flip fliplr flipud rot90 roll' },
  { entry: { kind: 'generator' }, names: 'random.default_rng random.RandomState' },
  { entry: { kind: 'shuffle-in-place' }, names: 'random.shuffle' },
  { entry: { kind: 'choose' }, names: 'random.choice' },
  { entry: { kind: 'difference' }, names: 'setdiff1d' },
  { entry: { kind: 'range' }, names: 'linspace logspace geomspace' },
  { entry: { kind: 'where' }, names: 'where select' },
  { entry: { kind: 'cut-pieces', along: 'argument' }, names: 'split array_split' },
  { entry: { kind: 'cut-pieces', along: 'rows' }, names: 'vsplit' },
  { entry: { kind: 'cut-pieces', along: 'columns' }, names: 'hsplit dsplit' },
  { entry: { kind: 'best' }, names: 'argmax nanargmax argmin nanargmin argsort' },
  { entry: { kind: 'number' }, names: 'shape unique size ndim count_nonzero any all allclose array_equal' },
  { entry: { kind: 'sink' }, names: 'save savetxt savez savez_compressed set_printoptions' },
  { entry: { kind: 'seed' }, names: 'random.seed' },
];

export const SCIPY: LibraryTable = [
  { entry: { kind: 'row-wise' }, names: 'ndimage.rotate ndimage.shift ndimage.zoom ndimage.gaussian_filter' },
  {
    entry: { kind: 'statistic', learns: 'location' },
    names: 'zscore gzscore boxcox yeojohnson winsorize rankdata mstats.winsorize whiten',
  },
  {
    entry: { kind: 'aggregate' },
    names: `iqr median_abs_deviation median_absolute_deviation scoreatpercentile mquantiles gmean hmean trim_mean tmean tstd sem
      skew kurtosis variation stats.mode describe`,
  },
  {
    entry: { kind: 'column-scores', learns: 'supervised-selection', answers: 'either' },
    names: `pearsonr spearmanr kendalltau pointbiserialr weightedtau somersd linregress ttest_ind mannwhitneyu ks_2samp
      kruskal chi2_contingency f_oneway`,
  },
  {
    entry: { kind: 'smooth', at: 0 },
    names: 'savgol_filter medfilt wiener gaussian_filter1d uniform_filter1d',
  },
  { entry: { kind: 'smooth', at: 1 }, names: 'sosfiltfilt' },
  { entry: { kind: 'smooth', at: 2 }, names: 'filtfilt' },
  { entry: { kind: 'stack', axis: 'columns' }, names: 'sparse.hstack' },
  { entry: { kind: 'stack', axis: 'rows' }, names: 'sparse.vstack' },
  { entry: { kind: 'same-rows' }, names: 'csr_matrix csc_matrix coo_matrix' },
  { entry: { kind: 'row-wise' }, names: 'boxcox1p special.expit special.logit inv_boxcox inv_boxcox1p' },
];

/** Functions of one image that give another: of OpenCV, scikit-image and SciPy. */
export const IMAGES: LibraryTable = [
  {
    entry: { kind: 'row-wise' },
    names: `cv2.flip flip cv2.rotate rotate warpAffine warpPerspective GaussianBlur medianBlur blur addWeighted cvtColor
      convertScaleAbs equalizeHist resize rescale warp swirl random_noise gaussian adjust_gamma`,
  },
  { entry: { kind: 'windows' }, names: 'view_as_windows' },
];

export const BUILTINS: LibraryTable = [
  { entry: { kind: 'number' }, names: 'len hash id callable hasattr type any all repr ord chr input' },
  { entry: { kind: 'sink' }, names: 'print display exit quit setattr delattr' },
  { entry: { kind: 'open' }, names: 'open' },
  { entry: { kind: 'row-wise' }, names: 'abs round float int str bool pow divmod complex format' },
  { entry: { kind: 'aggregate' }, names: 'sum' },
  { entry: { kind: 'best' }, names: 'max min sorted' },
  { entry: { kind: 'sequence', form: 'list' }, names: 'list' },
  { entry: { kind: 'sequence', form: 'tuple' }, names: 'tuple iter reversed' },
  { entry: { kind: 'sequence', form: 'set' }, names: 'set frozenset' },
  { entry: { kind: 'dictionary' }, names: 'dict' },
  { entry: { kind: 'zip' }, names: 'zip' },
  { entry: { kind: 'enumerate' }, names: 'enumerate' },
  { entry: { kind: 'range' }, names: 'range' },
  { entry: { kind: 'map' }, names: 'map' },
  { entry: { kind: 'keep' }, names: 'filter' },
  { entry: { kind: 'isinstance' }, names: 'isinstance issubclass' },
  { entry: { kind: 'decorator' }, names: 'staticmethod classmethod property' },
];

export const STANDARD: LibraryTable = [
  {
    entry: { kind: 'parameter-grid' },
    names: 'itertools.product itertools.combinations itertools.permutations',
  },
  { entry: { kind: 'clone' }, names: 'copy.deepcopy copy.copy' },
  { entry: { kind: 'partial' }, names: 'functools.partial' },
  { entry: { kind: 'reduce' }, names: 'functools.reduce' },
  {
    entry: { kind: 'aggregate' },
    names: 'statistics.mean statistics.median statistics.stdev statistics.pstdev',
  },
  {
    entry: { kind: 'row-wise' },
    names: 'math.sqrt math.log math.exp math.floor math.ceil math.log1p math.log10',
  },
  {
    entry: { kind: 'decorator' },
    names: 'functools.wraps functools.lru_cache functools.cache dataclasses.dataclass',
  },
];

export const PLOTTING: LibraryTable = [];
