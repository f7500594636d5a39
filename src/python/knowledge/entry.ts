/**
 * What the analysis must know of a library's function or class: which of a few effects a call has. The tables beside
 * this file give names to effects; `flow/effects` gives effects their meaning.
 */
export type Entry = EstimatorEntry | FunctionEntry;

/** Classes whose objects are fitted. */
export type EstimatorEntry =
  | {
      readonly kind: 'transformer';
      readonly learns: Learned;
      /** It learns when it is made, from what it is then given: `Word2Vec(sentences)`. */
      readonly fits?: 'when-made';
    }
  | {
      readonly kind: 'model';
      readonly task: 'classification' | 'regression' | 'either';
      /** `fit` goes on from what was learned before. */
      readonly keeps?: true;
      /** It is made with its rows: `OLS(y, X)`, `ARIMA(series)`, `ols('y ~ a', data)`. */
      readonly given?: 'answers-first' | 'series' | 'formula';
      /** It learns when it is made. */
      readonly fits?: 'when-made';
      /** It goes on from where the rows end that `fit` is given: `Prophet().fit(df)`. */
      readonly forecasts?: true;
      /** Of a model that can also transform. */
      readonly learns?: Learned;
      /** The answers are in the table that `fit` is given, as ratings beside their users and items. */
      readonly answers?: 'within';
    }
  | { readonly kind: 'searcher' }
  | { readonly kind: 'tuner' }
  | { readonly kind: 'sampler'; readonly how: 'over' | 'under' }
  | { readonly kind: 'pipeline'; readonly form: PipelineForm };

/** What a transformer's `fit` learns from rows, from harmless to harmful. */
export type Learned =
  | 'none'
  | 'schema'
  | 'location'
  | 'vocabulary'
  | 'projection'
  | 'unsupervised-selection'
  | 'supervised-selection'
  | 'target-statistic';

/** How a split decides on which side a row comes. */
export type Assignment =
  /** By chance: what stood side by side comes on different sides. */
  | 'at-random'
  /** In blocks, in the order of the rows. */
  | 'in-order'
  /** In blocks within each class. */
  | 'in-order-by-class'
  /** All rows of a group on one side. */
  | 'by-group'
  /** Earlier rows on one side, later ones on the other. */
  | 'by-time'
  /** As somebody else has decided. */
  | 'as-given'
  | 'unknown';

/** How the constructor takes its members. */
export type PipelineForm =
  /** `Pipeline([(name, member), …])` */
  | 'pairs'
  /** `ColumnTransformer([(name, member, columns), …])` */
  | 'columns'
  /** `DataFrameMapper([(columns, member), (columns, [member, …])])` */
  | 'mapper'
  /** `make_pipeline(a, b)` */
  | 'members'
  /** `make_column_transformer((a, columns), …)` */
  | 'member-columns'
  /** `TransformedTargetRegressor(regressor=…)`: what it wraps is an argument */
  | 'wrapper';

export type FunctionEntry =
  /** `train_test_split(*arrays)` */
  | { readonly kind: 'split'; readonly assigns?: Assignment }
  /** A class whose `split(X)` yields index pairs; `as-asked`: its argument `shuffle` decides. */
  | { readonly kind: 'folds'; readonly assigns: Assignment | 'as-asked' }
  /** `cross_val_score(estimator, X, y)` */
  | { readonly kind: 'cross-validate' }
  | { readonly kind: 'metric'; readonly prevalence: boolean; readonly curve?: true }
  /** `pl.col('a')`, `pl.when(…)`: waits for its table. */
  | { readonly kind: 'expression'; readonly of: 'columns' | 'function' }
  /** Does what a method of its first argument does: `pd.merge(a, b)` is `a.merge(b)`. */
  | { readonly kind: 'as-method' }
  /** Reads observations. */
  | { readonly kind: 'load'; readonly form: 'table' | 'bunch' }
  /** Gives `(X, y)`, or pairs of such pairs. */
  | { readonly kind: 'load-pairs'; readonly depth: 1 | 2 }
  /** `scale(X)`: fits and applies at once. */
  | { readonly kind: 'statistic'; readonly learns: Learned }
  /** `mutual_info_classif(X, y)`, `pearsonr(a, b)`: scores of columns, against answers or against each other. */
  | {
      readonly kind: 'column-scores';
      readonly learns: 'supervised-selection' | 'unsupervised-selection';
      readonly answers: 'second' | 'either' | 'none';
    }
  /** `RocCurveDisplay.from_estimator(model, X, y)`, `plot_confusion_matrix(model, X, y)` */
  | { readonly kind: 'score-model'; readonly prevalence: boolean }
  /** `permutation_importance(model, X, y)` */
  | { readonly kind: 'permutation' }
  /** Row by row: the result holds the same observations. */
  | { readonly kind: 'row-wise' }
  /** Over rows unless `axis=1`. */
  | { readonly kind: 'aggregate' }
  /** Puts tables or arrays together, below each other or side by side. */
  | { readonly kind: 'stack'; readonly axis: 'rows' | 'columns' | 'argument' }
  | { readonly kind: 'resample' }
  /** Gives its arguments back in another order. */
  | { readonly kind: 'shuffle' }
  /** Positions of rows: `np.arange(len(X))`, `permutation(n)`. */
  | { readonly kind: 'positions' }
  /** Overlapping stretches of a series: `sliding_window_view(s, w)`. */
  | { readonly kind: 'windows' }
  /** Each value is made of those around it: `savgol_filter(s, 21, 3)`; `at`: where the series stands. */
  | { readonly kind: 'smooth'; readonly at: number }
  /** Takes a series apart by what stands around each of its values: `seasonal_decompose(s)`. */
  | { readonly kind: 'decompose' }
  /** Every row several times: `np.repeat(X, 3, axis=0)`. */
  | { readonly kind: 'repeat' }
  /** An array of one number: `np.zeros(n)`. */
  | { readonly kind: 'filled' }
  /** Numbers drawn by chance: `np.random.rand(n)`. */
  | { readonly kind: 'draw' }
  /** `np.random.default_rng(0)`: has the functions of `np.random` as its methods. */
  | { readonly kind: 'generator' }
  /** Changes the order of what it is given, in place. */
  | { readonly kind: 'shuffle-in-place' }
  /** Random positions out of all: `np.random.choice(n, k)`. */
  | { readonly kind: 'choose' }
  /** Positions of one list that are not in another: `np.setdiff1d(a, b)`. */
  | { readonly kind: 'difference' }
  /** A constructor that takes the same observations: `pd.DataFrame(X)`, `np.array(X)`, `DMatrix(X, label=y)`. */
  | { readonly kind: 'same-rows' }
  /** `np.where(test, a, b)` */
  | { readonly kind: 'where' }
  | { readonly kind: 'cut-pieces'; readonly along: 'rows' | 'columns' | 'argument' }
  /** The best of several: `max`, `argmax`, `sorted`. */
  | { readonly kind: 'best' }
  | { readonly kind: 'clone' }
  /** `xgb.train(params, dtrain)`: gives a fitted model. */
  | { readonly kind: 'train' }
  /** Given to a fit, it lets watched rows decide. */
  | { readonly kind: 'callback'; readonly chooses: 'rounds' | 'checkpoint' | 'learning rate' }
  /** What a Keras fit gives back. */
  | { readonly kind: 'history' }
  /** `load_model(path)` */
  | { readonly kind: 'restore' }
  /** A date: `pd.Timestamp('2018-01-01')`, `datetime(2018, 1, 1)`. */
  | { readonly kind: 'date' }
  /** A file or a folder for one run: `tempfile.mkdtemp()`. */
  | { readonly kind: 'temporary' }
  /** `open(path)` */
  | { readonly kind: 'open' }
  /** Keeps an object for later: `joblib.dump(model, path)`. */
  | { readonly kind: 'save' }
  /** Takes out what was kept: `joblib.load(path)`. */
  | { readonly kind: 'stored' }
  /** Keeps the numbers of a run: `mlflow.log_metric('f1', f1)`. */
  | { readonly kind: 'track' }
  /** A network that learns by gradients, or the base of its class. */
  | { readonly kind: 'network' }
  /** `nn.MSELoss()`: compares what a network says with the answers. */
  | { readonly kind: 'loss' }
  /** `F.mse_loss(output, answers)` */
  | { readonly kind: 'loss-value' }
  /** Changes the learning rate by a score that it is told: `ReduceLROnPlateau(optimizer)`. */
  | { readonly kind: 'plateau' }
  /** Changes a network's parameters: `Adam(model.parameters(), lr=…)`. */
  | { readonly kind: 'optimizer' }
  /**
   * What a loop runs through: `first`: a loader of a data set, `all`: tensors side by side, `chosen`: some rows of a data
   * set, `joined`: several data sets one after the other.
   */
  | { readonly kind: 'batches'; readonly of: 'first' | 'all' | 'chosen' | 'joined' }
  /** The base of data sets that the program writes itself. */
  | { readonly kind: 'dataset' }
  /** `random_split(dataset, lengths)` */
  | { readonly kind: 'random-split' }
  /** A data set of a library that is parted into training and test rows: `MNIST(root, train=False)`. */
  | { readonly kind: 'given-parts' }
  /** A data set that is read from a folder; `parts`: of which a part may be asked for. */
  | { readonly kind: 'files'; readonly parts?: true }
  /** Collects predictions and answers, and scores them: `Accuracy()`. */
  | { readonly kind: 'meter' }
  /** Gives its argument back, in another guise: `tqdm(loader)`, `DataParallel(model)`. */
  | { readonly kind: 'same-as-given' }
  /** Works with what it was given: `Normalize(mean, std)`. */
  | { readonly kind: 'carries' }
  /** Trains a network that it is given, with rows that it is given: `Trainer(…)`. */
  | { readonly kind: 'trainer' }
  /** Settings for another object: `TrainingArguments(…)`. */
  | { readonly kind: 'arguments' }
  /** `load_dataset('imdb')`: parts under their names. */
  | { readonly kind: 'load-parts' }
  /** `Dataset.from_tensor_slices((X, y))` */
  | { readonly kind: 'slices' }
  /** `os.path.join(folder, name)` */
  | { readonly kind: 'path' }
  /** `torch.max(x, dim)`: the largest and where they stand, or one number. */
  | { readonly kind: 'extreme' }
  /** `torch.eq(a, b)` */
  | { readonly kind: 'compare' }
  /** A layer, an optimiser: what a model is put together from. */
  | { readonly kind: 'part' }
  /** `functools.partial(f, …)` */
  | { readonly kind: 'partial' }
  | { readonly kind: 'study' }
  /** `fmin(objective, …)` */
  | { readonly kind: 'minimise' }
  /** `tune.run(trainable, …)`, `Tuner(trainable, …)`: runs an objective that reports its scores under names. */
  | { readonly kind: 'experiment'; readonly starts: 'at-once' | 'when-fitted' }
  /** `tune.report({'accuracy': accuracy})`: says what a trial scored. */
  | { readonly kind: 'report' }
  /** `wandb.init()`: keeps the numbers of one run by its method `log`. */
  | { readonly kind: 'tracker' }
  /** `wandb.sweep(settings)`: settings that name what trials are compared by. */
  | { readonly kind: 'sweep' }
  /** `wandb.agent(sweep, function)`: runs trials of a sweep. */
  | { readonly kind: 'agent' }
  | { readonly kind: 'parameter-grid' }
  /** Seeds the generator that splitters without a seed of their own draw from. */
  | { readonly kind: 'seed' }
  /** Takes what it likes, gives nothing that is followed. */
  | { readonly kind: 'sink' }
  /** A number or text that says nothing of the values: `len`, `nunique`. */
  | { readonly kind: 'number' }
  | { readonly kind: 'sequence'; readonly form: 'list' | 'tuple' | 'set' }
  | { readonly kind: 'dictionary' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'enumerate' }
  | { readonly kind: 'range' }
  /** `map(f, a, b)` */
  | { readonly kind: 'map' }
  /** `reduce(f, steps, df)` */
  | { readonly kind: 'reduce' }
  /** `filter(f, a)` */
  | { readonly kind: 'keep' }
  /** Runs functions side by side: `Pool(4)`, `ThreadPoolExecutor()`, `Parallel(n_jobs=4)`. */
  | { readonly kind: 'workers' }
  /** What such a function will give: `executor.submit(f, x)`. */
  | { readonly kind: 'future' }
  | { readonly kind: 'isinstance' }
  | { readonly kind: 'decorator' };

/** Names of one library by effect; a name may be qualified below the library. */
export type LibraryTable = readonly { readonly entry: Entry; readonly names: string }[];
