import type { LibraryTable } from './entry';

const KERAS_TUNER: LibraryTable = [
  { entry: { kind: 'tuner' }, names: 'RandomSearch Hyperband BayesianOptimization GridSearch Sklearn' },
];

const RAY: LibraryTable = [
  { entry: { kind: 'experiment', starts: 'when-fitted' }, names: 'Tuner' },
  { entry: { kind: 'experiment', starts: 'at-once' }, names: 'tune.run' },
  { entry: { kind: 'report' }, names: 'tune.report train.report session.report track.log' },
  { entry: { kind: 'partial' }, names: 'with_parameters' },
  { entry: { kind: 'same-as-given' }, names: 'with_resources' },
  {
    entry: { kind: 'arguments' },
    names: `TuneConfig ASHAScheduler AsyncHyperBandScheduler HyperBandScheduler HyperBandForBOHB MedianStoppingRule
      PopulationBasedTraining PB2`,
  },
];

/** Libraries that look for the best parameters. */
export const TUNING: Readonly<Record<string, LibraryTable>> = {
  optuna: [
    { entry: { kind: 'study' }, names: 'create_study load_study' },
    { entry: { kind: 'searcher' }, names: 'OptunaSearchCV' },
  ],
  hyperopt: [{ entry: { kind: 'minimise' }, names: 'fmin' }],
  skopt: [
    { entry: { kind: 'decorator' }, names: 'use_named_args' },
    { entry: { kind: 'searcher' }, names: 'BayesSearchCV' },
    { entry: { kind: 'minimise' }, names: 'gp_minimize forest_minimize gbrt_minimize dummy_minimize' },
  ],
  keras_tuner: KERAS_TUNER,
  kerastuner: KERAS_TUNER,
  ray: RAY,
  bayes_opt: [{ entry: { kind: 'study' }, names: 'BayesianOptimization' }],
  tune_sklearn: [{ entry: { kind: 'searcher' }, names: 'TuneSearchCV TuneGridSearchCV' }],
  tpot: [{ entry: { kind: 'searcher' }, names: 'TPOTClassifier TPOTRegressor' }],
  evolutionary_search: [{ entry: { kind: 'searcher' }, names: 'EvolutionaryAlgorithmSearchCV' }],
  sklearn_genetic: [{ entry: { kind: 'searcher' }, names: 'GASearchCV' }],
};
