import type { LibraryTable } from './entry';
import { PARALLEL } from './workers';

/** scikit-learn, by what a class or function does to rows. Names are unique within the library. */
export const SKLEARN: LibraryTable = [
  { entry: { kind: 'split' }, names: 'train_test_split' },
  { entry: { kind: 'folds', assigns: 'as-asked' }, names: 'KFold StratifiedKFold' },
  {
    entry: { kind: 'folds', assigns: 'at-random' },
    names: 'RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedShuffleSplit',
  },
  {
    entry: { kind: 'folds', assigns: 'by-group' },
    names: 'GroupKFold StratifiedGroupKFold GroupShuffleSplit LeaveOneGroupOut LeavePGroupsOut',
  },
  { entry: { kind: 'folds', assigns: 'by-time' }, names: 'TimeSeriesSplit' },
  { entry: { kind: 'folds', assigns: 'as-given' }, names: 'PredefinedSplit' },
  { entry: { kind: 'folds', assigns: 'unknown' }, names: 'LeaveOneOut LeavePOut' },
  {
    entry: { kind: 'cross-validate' },
    names: `cross_val_score cross_validate cross_val_predict learning_curve validation_curve permutation_test_score`,
  },
  { entry: { kind: 'resample' }, names: 'utils.resample' },
  { entry: { kind: 'shuffle' }, names: 'utils.shuffle' },
  { entry: { kind: 'clone' }, names: 'clone' },
  // Of versions that brought joblib along.
  { entry: { kind: 'save' }, names: 'joblib.dump' },
  { entry: { kind: 'stored' }, names: 'joblib.load' },
  ...PARALLEL,
  { entry: { kind: 'parameter-grid' }, names: 'ParameterGrid ParameterSampler' },

  // Transformers, by what they learn.
  {
    entry: { kind: 'transformer', learns: 'none' },
    names: `SparseCoder Binarizer Normalizer FunctionTransformer HashingVectorizer FeatureHasher PolynomialFeatures AdditiveChi2Sampler
      RBFSampler SkewedChi2Sampler PolynomialCountSketch GaussianRandomProjection SparseRandomProjection MissingIndicator
      PatchExtractor`,
  },
  {
    entry: { kind: 'transformer', learns: 'schema' },
    names: `OneHotEncoder OrdinalEncoder LabelEncoder LabelBinarizer MultiLabelBinarizer DictVectorizer CategoricalEncoder`,
  },
  {
    entry: { kind: 'transformer', learns: 'location' },
    names: `StandardScaler MinMaxScaler MaxAbsScaler RobustScaler PowerTransformer QuantileTransformer KBinsDiscretizer
      SplineTransformer KernelCenterer SimpleImputer Imputer KNNImputer IterativeImputer`,
  },
  {
    entry: { kind: 'transformer', learns: 'vocabulary' },
    names: 'CountVectorizer TfidfVectorizer TfidfTransformer',
  },
  {
    entry: { kind: 'transformer', learns: 'projection' },
    names: `PCA IncrementalPCA KernelPCA SparsePCA MiniBatchSparsePCA RandomizedPCA TruncatedSVD FactorAnalysis FastICA NMF
      MiniBatchNMF LatentDirichletAllocation DictionaryLearning MiniBatchDictionaryLearning Isomap LocallyLinearEmbedding
      Nystroem RandomTreesEmbedding BernoulliRBM TSNE MDS SpectralEmbedding KMeans MiniBatchKMeans BisectingKMeans Birch
      DBSCAN HDBSCAN OPTICS MeanShift AffinityPropagation AgglomerativeClustering FeatureAgglomeration SpectralClustering
      SpectralBiclustering SpectralCoclustering GaussianMixture BayesianGaussianMixture KNeighborsTransformer
      RadiusNeighborsTransformer EmpiricalCovariance GraphicalLasso GraphicalLassoCV LedoitWolf MinCovDet OAS ShrunkCovariance`,
  },
  { entry: { kind: 'transformer', learns: 'unsupervised-selection' }, names: 'VarianceThreshold' },
  {
    entry: { kind: 'transformer', learns: 'supervised-selection' },
    names: `SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe GenericUnivariateSelect SelectFromModel RFE RFECV
      SequentialFeatureSelector`,
  },
  {
    entry: { kind: 'transformer', learns: 'target-statistic' },
    names: 'TargetEncoder NeighborhoodComponentsAnalysis',
  },

  {
    entry: { kind: 'pipeline', form: 'pairs' },
    names: 'Pipeline FeatureUnion VotingClassifier VotingRegressor StackingClassifier StackingRegressor',
  },
  { entry: { kind: 'pipeline', form: 'columns' }, names: 'ColumnTransformer' },
  { entry: { kind: 'pipeline', form: 'members' }, names: 'make_pipeline make_union' },
  { entry: { kind: 'pipeline', form: 'member-columns' }, names: 'make_column_transformer' },
  {
    entry: { kind: 'pipeline', form: 'wrapper' },
    names: `TransformedTargetRegressor CalibratedClassifierCV OneVsRestClassifier OneVsOneClassifier OutputCodeClassifier
      MultiOutputClassifier MultiOutputRegressor ClassifierChain RegressorChain BaggingClassifier BaggingRegressor
      AdaBoostClassifier AdaBoostRegressor FrozenEstimator SelfTrainingClassifier TunedThresholdClassifierCV FixedThresholdClassifier`,
  },
  {
    entry: { kind: 'searcher' },
    names: `GridSearchCV RandomizedSearchCV HalvingGridSearchCV HalvingRandomSearchCV`,
  },
  {
    entry: { kind: 'model', task: 'classification' },
    names: `LogisticRegression LogisticRegressionCV RidgeClassifier RidgeClassifierCV SGDClassifier Perceptron
      PassiveAggressiveClassifier KNeighborsClassifier RadiusNeighborsClassifier NearestCentroid SVC NuSVC LinearSVC
      DecisionTreeClassifier ExtraTreeClassifier RandomForestClassifier ExtraTreesClassifier GradientBoostingClassifier
      HistGradientBoostingClassifier GaussianNB MultinomialNB ComplementNB BernoulliNB CategoricalNB MLPClassifier
      GaussianProcessClassifier QuadraticDiscriminantAnalysis QDA LabelPropagation
      LabelSpreading DummyClassifier`,
  },
  {
    entry: { kind: 'model', task: 'classification', learns: 'target-statistic' },
    names: 'LinearDiscriminantAnalysis LDA',
  },
  {
    entry: { kind: 'model', task: 'regression', learns: 'target-statistic' },
    names: 'PLSRegression PLSCanonical PLSSVD CCA',
  },
  {
    entry: { kind: 'model', task: 'regression' },
    names: `LinearRegression Ridge RidgeCV Lasso LassoCV LassoLars LassoLarsCV LassoLarsIC ElasticNet ElasticNetCV Lars LarsCV
      OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV BayesianRidge ARDRegression SGDRegressor
      PassiveAggressiveRegressor HuberRegressor RANSACRegressor TheilSenRegressor QuantileRegressor PoissonRegressor
      GammaRegressor TweedieRegressor MultiTaskLasso MultiTaskElasticNet MultiTaskLassoCV MultiTaskElasticNetCV KernelRidge KNeighborsRegressor
      RadiusNeighborsRegressor SVR NuSVR LinearSVR DecisionTreeRegressor ExtraTreeRegressor RandomForestRegressor
      ExtraTreesRegressor GradientBoostingRegressor HistGradientBoostingRegressor MLPRegressor GaussianProcessRegressor
      DummyRegressor IsotonicRegression`,
  },
  {
    entry: { kind: 'model', task: 'either' },
    names: `OneClassSVM IsolationForest LocalOutlierFactor EllipticEnvelope SGDOneClassSVM NearestNeighbors KernelDensity
      BallTree KDTree`,
  },

  {
    entry: { kind: 'statistic', learns: 'location' },
    names: `preprocessing.scale minmax_scale maxabs_scale robust_scale power_transform quantile_transform data.scale`,
  },
  {
    entry: { kind: 'column-scores', learns: 'supervised-selection', answers: 'second' },
    names: 'f_classif f_regression chi2 r_regression mutual_info_classif mutual_info_regression f_oneway',
  },
  { entry: { kind: 'permutation' }, names: 'permutation_importance' },
  {
    entry: { kind: 'score-model', prevalence: true },
    names: `plot_confusion_matrix plot_precision_recall_curve ConfusionMatrixDisplay.from_estimator
      PrecisionRecallDisplay.from_estimator`,
  },
  {
    entry: { kind: 'score-model', prevalence: false },
    names: `plot_roc_curve plot_det_curve RocCurveDisplay.from_estimator DetCurveDisplay.from_estimator
      CalibrationDisplay.from_estimator PredictionErrorDisplay.from_estimator`,
  },
  {
    entry: { kind: 'metric', prevalence: true },
    names: 'ConfusionMatrixDisplay.from_predictions PrecisionRecallDisplay.from_predictions',
  },
  {
    entry: { kind: 'metric', prevalence: false },
    names: `RocCurveDisplay.from_predictions DetCurveDisplay.from_predictions CalibrationDisplay.from_predictions
      PredictionErrorDisplay.from_predictions d2_log_loss_score`,
  },
  {
    entry: { kind: 'row-wise' },
    names: `pairwise_distances euclidean_distances nan_euclidean_distances manhattan_distances cosine_distances
      haversine_distances cosine_similarity linear_kernel rbf_kernel polynomial_kernel sigmoid_kernel laplacian_kernel
      chi2_kernel additive_chi2_kernel pairwise_kernels paired_distances strip_accents_ascii strip_accents_unicode strip_tags`,
  },
  { entry: { kind: 'same-rows' }, names: 'check_array as_float_array column_or_1d' },
  {
    entry: { kind: 'number' },
    names: `compute_class_weight compute_sample_weight check_random_state make_scorer get_scorer make_column_selector
      johnson_lindenstrauss_min_dim estimate_bandwidth`,
  },
  {
    entry: { kind: 'sink' },
    names: `plot_tree export_text export_graphviz estimator_html_repr PartialDependenceDisplay.from_estimator
      DecisionBoundaryDisplay.from_estimator LearningCurveDisplay.from_estimator ValidationCurveDisplay.from_estimator
      plot_partial_dependence partial_dependence dump_svmlight_file`,
  },
  { entry: { kind: 'row-wise' }, names: 'preprocessing.normalize binarize add_dummy_feature' },
  { entry: { kind: 'statistic', learns: 'schema' }, names: 'label_binarize' },

  {
    entry: { kind: 'metric', prevalence: true },
    names: `accuracy_score precision_score recall_score f1_score fbeta_score jaccard_score average_precision_score
      classification_report confusion_matrix precision_recall_fscore_support matthews_corrcoef
      cohen_kappa_score hamming_loss zero_one_loss multilabel_confusion_matrix log_loss brier_score_loss top_k_accuracy_score
      jaccard_similarity_score calibration_curve class_likelihood_ratios hinge_loss`,
  },
  { entry: { kind: 'metric', prevalence: true, curve: true }, names: 'precision_recall_curve' },
  { entry: { kind: 'metric', prevalence: false, curve: true }, names: 'roc_curve det_curve' },
  {
    entry: { kind: 'metric', prevalence: false },
    names: `roc_auc_score balanced_accuracy_score ndcg_score dcg_score mean_absolute_error
      mean_squared_error root_mean_squared_error mean_squared_log_error root_mean_squared_log_error median_absolute_error
      max_error r2_score explained_variance_score mean_absolute_percentage_error mean_poisson_deviance mean_gamma_deviance
      mean_tweedie_deviance d2_absolute_error_score d2_pinball_score d2_tweedie_score mean_pinball_loss
      label_ranking_average_precision_score label_ranking_loss coverage_error`,
  },
  {
    entry: { kind: 'load', form: 'bunch' },
    names: `load_iris load_digits load_wine load_breast_cancer load_diabetes load_boston load_linnerud load_files
      fetch_20newsgroups fetch_20newsgroups_vectorized fetch_california_housing fetch_covtype fetch_kddcup99 fetch_lfw_pairs
      fetch_lfw_people fetch_olivetti_faces fetch_openml fetch_rcv1 fetch_mldata`,
  },
  {
    entry: { kind: 'load-pairs', depth: 1 },
    names: `make_classification make_regression make_blobs make_moons make_circles make_gaussian_quantiles make_friedman1
      make_friedman2 make_friedman3 make_hastie_10_2 make_low_rank_matrix make_multilabel_classification make_sparse_uncorrelated
      make_s_curve make_swiss_roll load_svmlight_file`,
  },
];

export const IMBLEARN: LibraryTable = [
  {
    entry: { kind: 'sampler', how: 'over' },
    names: `RandomOverSampler SMOTE SMOTENC SMOTEN BorderlineSMOTE KMeansSMOTE SVMSMOTE ADASYN SMOTEENN SMOTETomek
      ClusterCentroids`,
  },
  {
    entry: { kind: 'sampler', how: 'under' },
    names: `RandomUnderSampler TomekLinks NearMiss EditedNearestNeighbours RepeatedEditedNearestNeighbours AllKNN
      OneSidedSelection CondensedNearestNeighbour NeighbourhoodCleaningRule InstanceHardnessThreshold`,
  },
  { entry: { kind: 'pipeline', form: 'pairs' }, names: 'Pipeline' },
  { entry: { kind: 'pipeline', form: 'members' }, names: 'make_pipeline' },
  {
    entry: { kind: 'model', task: 'classification' },
    names:
      'BalancedRandomForestClassifier BalancedBaggingClassifier EasyEnsembleClassifier RUSBoostClassifier',
  },
  {
    entry: { kind: 'metric', prevalence: true },
    names: 'classification_report_imbalanced make_index_balanced_accuracy',
  },
  {
    entry: { kind: 'metric', prevalence: false },
    names: 'geometric_mean_score sensitivity_score specificity_score sensitivity_specificity_support',
  },
];
