/** What kind of learner a class is, where it matters whether a simple one would do. */
export type Family = 'simple' | 'ensemble' | 'network';

/** Class names without their modules. Nearest neighbours, kernels and single trees are neither simple nor many at once. */
const FAMILIES: readonly (readonly [Family, RegExp])[] = [
  [
    'simple',
    /^(Dummy|LogisticRegression|LinearRegression|Ridge|Lasso|ElasticNet|Lars|MultiTask|BayesianRidge|ARDRegr)/,
  ],
  [
    'simple',
    /^(SGD(Classifier|Regressor)|Perceptron|PassiveAggressive|LinearSV[CR]|Huber|TheilSen|Quantile(Regressor)?$)/,
  ],
  ['simple', /^(Poisson|Gamma|Tweedie)Regressor|^(Gaussian|Multinomial|Complement|Bernoulli|Categorical)NB$/],
  [
    'simple',
    /^(NearestCentroid|LinearDiscriminantAnalysis|LDA|OLS|GLS|WLS|Logit|Probit|GLM|ARIMA|SARIMAX|AutoReg)$/,
  ],
  [
    'ensemble',
    /^(RandomForest|ExtraTrees|GradientBoosting|HistGradientBoosting|AdaBoost|Bagging|Voting|Stacking)/,
  ],
  ['ensemble', /^(XGB|LGBM|CatBoost|BalancedRandomForest|BalancedBagging|EasyEnsemble|RUSBoost)/],
  ['network', /^(MLP(Classifier|Regressor)|TabNet(Classifier|Regressor)|Keras(Classifier|Regressor))$/],
];

/** The family of a class by its qualified name; undefined for one that is not told apart. */
export function familyOf(api: string): Family | undefined {
  if (/^(keras|tensorflow)\b.*(Sequential|Model)$|^network\./.test(api)) return 'network';
  if (/^(xgboost|lightgbm|catboost)\.train$/.test(api)) return 'ensemble';
  const short = api.split('.').pop() ?? api;
  return FAMILIES.find(([, names]) => names.test(short))?.[0];
}

/** What is done to each column by itself: shifted and stretched, or whatever keeps the order of its values. */
export type Scaling = 'affine' | 'monotone';

const SPLITTING =
  /^((Extra|Decision)Trees?(Classifier|Regressor)?$|ExtraTrees|RandomForest|IsolationForest|(Hist)?GradientBoosting|XGB(RF)?(Classifier|Regressor|Ranker)$|LGBM|CatBoost|BalancedRandomForest|Dummy)/;

/** Least squares and normal distributions take a column's unit into their parameters; what they predict stays. */
const EQUIVARIANT =
  /^(LinearRegression|GaussianNB|LinearDiscriminantAnalysis|QuadraticDiscriminantAnalysis)$/;

/**
 * Which scaling does a learner not see? One that only asks on which side of a threshold a value lies sees no difference where what
 * was done to a column keeps the order of its values. A dummy does not look at all.
 */
export function blindnessOf(learner: string | undefined): Scaling | undefined {
  if (learner === undefined) return undefined;
  if (SPLITTING.test(learner)) return 'monotone';
  return EQUIVARIANT.test(learner) ? 'affine' : undefined;
}

const AFFINE =
  /(^|\.)(StandardScaler|MinMaxScaler|MaxAbsScaler|RobustScaler|scale|(minmax|maxabs|robust)_scale)$/;
const MONOTONE = /(^|\.)(PowerTransformer|QuantileTransformer|(power|quantile)_transform)$/;

/** What a transformer does to each column by itself, where it does no more and fills no gaps. */
export function scalingOf(api: string): Scaling | undefined {
  if (AFFINE.test(api)) return 'affine';
  return MONOTONE.test(api) ? 'monotone' : undefined;
}

/** Does a learner that does not see `blindness` see what was done? */
export function isBlindTo(blindness: Scaling | undefined, scaling: Scaling | undefined): boolean {
  return scaling !== undefined && (blindness === 'monotone' || blindness === scaling);
}

const MIXERS =
  /(^|\.)(PolynomialFeatures|Normalizer|FunctionTransformer|FeatureHasher|(RBF|SkewedChi2|AdditiveChi2)Sampler|PolynomialCountSketch|\w+RandomProjection)$/;

/** Does a transformer make columns out of several others, or of who knows what, without learning anything? */
export function mixesColumns(api: string): boolean {
  return MIXERS.test(api);
}
