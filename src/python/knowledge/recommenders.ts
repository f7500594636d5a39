import type { LibraryTable } from './entry';

/** Libraries that learn from tables of ratings. */
export const RECOMMENDERS: Readonly<Record<string, LibraryTable>> = {
  surprise: [
    { entry: { kind: 'same-rows' }, names: 'Dataset.load_from_df' },
    { entry: { kind: 'load', form: 'table' }, names: 'Dataset.load_builtin Dataset.load_from_file' },
    { entry: { kind: 'split' }, names: 'train_test_split' },
    { entry: { kind: 'cross-validate' }, names: 'cross_validate' },
    {
      entry: { kind: 'model', task: 'regression', answers: 'within' },
      names: `SVD SVDpp NMF KNNBasic KNNWithMeans KNNWithZScore KNNBaseline BaselineOnly SlopeOne CoClustering NormalPredictor`,
    },
    {
      entry: { kind: 'metric', prevalence: false },
      names: 'accuracy.rmse accuracy.mae accuracy.mse accuracy.fcp',
    },
  ],
};
