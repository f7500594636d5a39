import type { LibraryTable } from './entry';
import { STATSMODELS } from './statsmodels';

export const XGBOOST: LibraryTable = [
  { entry: { kind: 'model', task: 'classification' }, names: 'XGBClassifier XGBRFClassifier' },
  { entry: { kind: 'model', task: 'regression' }, names: 'XGBRegressor XGBRFRegressor XGBRanker' },
  { entry: { kind: 'same-rows' }, names: 'DMatrix QuantileDMatrix' },
  { entry: { kind: 'train' }, names: 'train' },
  { entry: { kind: 'cross-validate' }, names: 'cv' },
  { entry: { kind: 'sink' }, names: 'plot_importance plot_tree' },
  { entry: { kind: 'callback', chooses: 'rounds' }, names: 'EarlyStopping callback.early_stop' },
];

export const LIGHTGBM: LibraryTable = [
  { entry: { kind: 'model', task: 'classification' }, names: 'LGBMClassifier' },
  { entry: { kind: 'model', task: 'regression' }, names: 'LGBMRegressor LGBMRanker' },
  { entry: { kind: 'same-rows' }, names: 'Dataset' },
  { entry: { kind: 'train' }, names: 'train' },
  { entry: { kind: 'cross-validate' }, names: 'cv' },
  { entry: { kind: 'callback', chooses: 'rounds' }, names: 'early_stopping' },
];

export const CATBOOST: LibraryTable = [
  { entry: { kind: 'model', task: 'classification' }, names: 'CatBoostClassifier' },
  { entry: { kind: 'model', task: 'regression' }, names: 'CatBoostRegressor CatBoostRanker' },
  { entry: { kind: 'model', task: 'either' }, names: 'CatBoost' },
  { entry: { kind: 'same-rows' }, names: 'Pool' },
  { entry: { kind: 'train' }, names: 'train' },
  { entry: { kind: 'cross-validate' }, names: 'cv' },
];

export const CATEGORY_ENCODERS: LibraryTable = [
  {
    entry: { kind: 'transformer', learns: 'target-statistic' },
    names: `TargetEncoder MEstimateEncoder JamesSteinEncoder LeaveOneOutEncoder CatBoostEncoder WOEEncoder GLMMEncoder
      QuantileEncoder PolynomialWrapper SummaryEncoder`,
  },
  {
    entry: { kind: 'transformer', learns: 'schema' },
    names: `OneHotEncoder OrdinalEncoder BinaryEncoder BaseNEncoder SumEncoder HelmertEncoder BackwardDifferenceEncoder
      PolynomialEncoder GrayEncoder RankHotEncoder`,
  },
  { entry: { kind: 'transformer', learns: 'vocabulary' }, names: 'CountEncoder' },
  { entry: { kind: 'transformer', learns: 'none' }, names: 'HashingEncoder' },
];

export const KERAS: LibraryTable = [
  { entry: { kind: 'model', task: 'either', keeps: true }, names: 'Sequential Model' },
  { entry: { kind: 'model', task: 'either' }, names: 'KerasClassifier KerasRegressor' },
  { entry: { kind: 'clone' }, names: 'clone_model' },
  { entry: { kind: 'callback', chooses: 'rounds' }, names: 'EarlyStopping' },
  { entry: { kind: 'callback', chooses: 'checkpoint' }, names: 'ModelCheckpoint' },
  { entry: { kind: 'callback', chooses: 'learning rate' }, names: 'ReduceLROnPlateau' },
  { entry: { kind: 'restore' }, names: 'load_model' },
  {
    entry: { kind: 'files', parts: true },
    names: 'image_dataset_from_directory text_dataset_from_directory audio_dataset_from_directory',
  },
  { entry: { kind: 'slices' }, names: 'Dataset.from_tensor_slices Dataset.from_tensors' },
  {
    entry: { kind: 'loss' },
    names: `losses.BinaryCrossentropy losses.CategoricalCrossentropy losses.SparseCategoricalCrossentropy
      losses.MeanSquaredError losses.MeanAbsoluteError losses.Huber losses.KLDivergence`,
  },
  {
    entry: { kind: 'meter' },
    names: `metrics.Accuracy metrics.BinaryAccuracy metrics.CategoricalAccuracy metrics.SparseCategoricalAccuracy metrics.AUC
      metrics.MeanSquaredError metrics.MeanAbsoluteError metrics.Precision metrics.Recall`,
  },
  { entry: { kind: 'decorator' }, names: 'tf.function function' },
  { entry: { kind: 'seed' }, names: 'random.set_seed random.set_random_seed set_random_seed' },
  { entry: { kind: 'row-wise' }, names: 'to_categorical pad_sequences sequence.pad_sequences' },
  { entry: { kind: 'transformer', learns: 'vocabulary' }, names: 'Tokenizer TextVectorization' },
  { entry: { kind: 'transformer', learns: 'location' }, names: 'Normalization' },
  { entry: { kind: 'transformer', learns: 'schema' }, names: 'StringLookup IntegerLookup CategoryEncoding' },
  { entry: { kind: 'statistic', learns: 'none' }, names: 'one_hot' },
  { entry: { kind: 'windows' }, names: 'TimeseriesGenerator timeseries_dataset_from_array' },
  {
    entry: { kind: 'part' },
    names: `Dense Dropout SpatialDropout1D Flatten Activation LeakyReLU PReLU BatchNormalization LayerNormalization Embedding
      Conv1D Conv2D Conv3D SeparableConv2D MaxPooling1D MaxPooling2D AveragePooling1D AveragePooling2D GlobalMaxPooling1D
      GlobalMaxPooling2D GlobalAveragePooling1D GlobalAveragePooling2D LSTM GRU SimpleRNN Bidirectional TimeDistributed
      InputLayer GaussianNoise Adam AdamW SGD RMSprop Adagrad Adadelta Adamax Nadam Ftrl`,
  },
  {
    entry: { kind: 'load-pairs', depth: 2 },
    names: `mnist.load_data fashion_mnist.load_data cifar10.load_data cifar100.load_data imdb.load_data reuters.load_data
      boston_housing.load_data california_housing.load_data`,
  },
];

export const OTHERS: Readonly<Record<string, LibraryTable>> = {
  pytorch_tabnet: [
    { entry: { kind: 'model', task: 'classification' }, names: 'TabNetClassifier' },
    { entry: { kind: 'model', task: 'regression' }, names: 'TabNetRegressor' },
  ],
  iterstrat: [
    { entry: { kind: 'folds', assigns: 'as-asked' }, names: 'MultilabelStratifiedKFold' },
    {
      entry: { kind: 'folds', assigns: 'at-random' },
      names: 'RepeatedMultilabelStratifiedKFold MultilabelStratifiedShuffleSplit',
    },
  ],
  umap: [{ entry: { kind: 'transformer', learns: 'projection' }, names: 'UMAP' }],
  sklearn_pandas: [{ entry: { kind: 'pipeline', form: 'mapper' }, names: 'DataFrameMapper' }],
  seaborn: [{ entry: { kind: 'load', form: 'table' }, names: 'load_dataset' }],
  scikeras: [{ entry: { kind: 'model', task: 'either' }, names: 'KerasClassifier KerasRegressor' }],
  boruta: [{ entry: { kind: 'transformer', learns: 'supervised-selection' }, names: 'BorutaPy' }],
  feature_engine: [
    {
      entry: { kind: 'transformer', learns: 'location' },
      names: `MeanMedianImputer EndTailImputer CategoricalImputer RandomSampleImputer Winsorizer OutlierTrimmer
        YeoJohnsonTransformer BoxCoxTransformer EqualFrequencyDiscretiser EqualWidthDiscretiser
        GeometricWidthDiscretiser MeanNormalizationScaler`,
    },
    {
      entry: { kind: 'transformer', learns: 'schema' },
      names: 'OneHotEncoder RareLabelEncoder OrdinalEncoder StringSimilarityEncoder',
    },
    { entry: { kind: 'transformer', learns: 'vocabulary' }, names: 'CountFrequencyEncoder' },
    {
      entry: { kind: 'transformer', learns: 'target-statistic' },
      names: 'MeanEncoder WoEEncoder DecisionTreeEncoder DecisionTreeDiscretiser DecisionTreeFeatures',
    },
    {
      entry: { kind: 'transformer', learns: 'unsupervised-selection' },
      names: 'DropConstantFeatures DropDuplicateFeatures DropCorrelatedFeatures DropHighPSIFeatures',
    },
    {
      entry: { kind: 'transformer', learns: 'supervised-selection' },
      names: `SmartCorrelatedSelection SelectByShuffling SelectBySingleFeaturePerformance
        SelectByTargetMeanPerformance SelectByInformationValue RecursiveFeatureElimination RecursiveFeatureAddition
        ProbeFeatureSelection MRMR`,
    },
    {
      entry: { kind: 'transformer', learns: 'none' },
      names: `AddMissingIndicator ArbitraryNumberImputer DropMissingData ArbitraryDiscretiser ArbitraryOutlierCapper
        LogTransformer LogCpTransformer ArcsinTransformer PowerTransformer ReciprocalTransformer CyclicalFeatures
        DatetimeFeatures DatetimeSubtraction MathFeatures RelativeFeatures DropFeatures MatchVariables`,
    },
  ],
  statsmodels: STATSMODELS,
  mlxtend: [
    {
      entry: { kind: 'transformer', learns: 'supervised-selection' },
      names: 'SequentialFeatureSelector ExhaustiveFeatureSelector',
    },
  ],
  pyod: [
    {
      entry: { kind: 'transformer', learns: 'projection' },
      names:
        'IForest KNN LOF OCSVM ABOD CBLOF COPOD ECOD HBOS FeatureBagging MCD PCA AutoEncoder VAE SUOD LODA',
    },
  ],
  matplotlib: [],
};
