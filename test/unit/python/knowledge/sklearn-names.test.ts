import { describe, expect, it } from 'vitest';
import { lookup } from '../../../../src/python/knowledge/lookup';
import { readText } from '../../../support/sources';

/**
 * Every public class and function of scikit-learn is in the tables, or stands here with the reason why not. The names of
 * 1.2 are those that its modules export; the later ones are from its change logs.
 */
const EXPORTED = JSON.parse(readText('test/fixtures/knowledge/sklearn-1.2.json')) as string[];

const LATER =
  `cluster.HDBSCAN frozen.FrozenEstimator metrics.d2_log_loss_score metrics.root_mean_squared_error
  metrics.root_mean_squared_log_error model_selection.FixedThresholdClassifier
  model_selection.TunedThresholdClassifierCV preprocessing.TargetEncoder`
    .split(/\s+/)
    .map(name => `sklearn.${name}`);

const UNKNOWN: Readonly<Record<string, string>> = {
  'gives several values, of which only some are rows': `affinity_propagation cluster_optics_dbscan cluster_optics_xi
    compute_optics_graph dbscan k_means kmeans_plusplus linkage_tree mean_shift spectral_clustering ward_tree
    fast_mcd graphical_lasso ledoit_wolf ledoit_wolf_shrinkage oas dict_learning dict_learning_online fastica
    non_negative_factorization randomized_svd sparse_encode locally_linear_embedding smacof spectral_embedding
    enet_path lars_path lars_path_gram lasso_path orthogonal_mp orthogonal_mp_gram ridge_regression
    isotonic_regression load_svmlight_files make_biclusters make_checkerboard make_sparse_coded_signal check_X_y
    indexable pairwise_distances_argmin_min pairwise_distances_chunked homogeneity_completeness_v_measure`,
  'makes a matrix or a graph, not a table of observations': `empirical_covariance shrunk_covariance log_likelihood
    make_spd_matrix make_sparse_spd_matrix grid_to_graph img_to_graph kneighbors_graph radius_neighbors_graph
    sort_graph_by_row_values contingency_matrix pair_confusion_matrix check_symmetric indices_to_mask
    pairwise_distances_argmin`,
  'takes single images apart':
    'load_sample_image load_sample_images extract_patches_2d reconstruct_from_patches_2d',
  'compares clusterings, not predictions with answers': `adjusted_mutual_info_score adjusted_rand_score
    calinski_harabasz_score completeness_score consensus_score davies_bouldin_score entropy fowlkes_mallows_score
    homogeneity_score mutual_info_score normalized_mutual_info_score rand_score silhouette_samples
    silhouette_score v_measure_score trustworthiness`,
  'works on the points of a curve that is known as a score': 'auc',
  'is made by a method that is in the tables': `ConfusionMatrixDisplay DetCurveDisplay PrecisionRecallDisplay
    PredictionErrorDisplay RocCurveDisplay LearningCurveDisplay PartialDependenceDisplay DecisionBoundaryDisplay`,
  'is a base class or a mixin':
    'BaseEnsemble BaseDecisionTree BaseCrossValidator BaseShuffleSplit SelectorMixin',
  'is a loss of stochastic gradient descent': 'Hinge Huber Log ModifiedHuber SquaredLoss',
  'is an exception or a warning': `ConvergenceWarning DataConversionWarning DataDimensionalityWarning EfficiencyWarning
    FitFailedWarning NotFittedError PositiveSpectrumWarning SkipTestWarning UndefinedMetricWarning`,
  'only checks, configures or is a tool for authors of estimators': `check_increasing check_scoring check_cv
    check_consistent_length check_matplotlib_support check_scalar assert_all_finite all_estimators
    get_scorer_names get_bin_seeds l1_min_c deprecated available_if if_delegate_has_method parallel_backend
    register_parallel_backend DistanceMetric Bunch clear_data_home get_data_home`,
  'holds coordinates of species, not rows of a table': 'fetch_species_distributions',
};

const reasons = new Map(
  Object.entries(UNKNOWN).flatMap(([reason, names]) =>
    names.split(/\s+/).map(name => [name, reason] as const),
  ),
);

describe('the tables of scikit-learn', () => {
  it('know every public name, or a reason why not', () => {
    const missing = [...EXPORTED, ...LATER].filter(name => !lookup(name) && !reasons.has(last(name)));
    expect(missing).toEqual([]);
  });

  it('give no reason for a name that is known', () => {
    const unknown = new Set(EXPORTED.filter(name => !lookup(name)).map(last));
    expect([...reasons.keys()].filter(name => !unknown.has(name))).toEqual([]);
  });
});

function last(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
