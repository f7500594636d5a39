// Derived by `npm run derive`: do not edit.
import type { RuleRow } from '../rules';

export const RULE_ROWS: readonly RuleRow[] = [
  {
    id: 'feature-selection-before-split',
    code: 'A1',
    severity: 'error',
    summary:
      'Reports features that were chosen by the answers of rows some of which were held out for a score afterwards.',
  },
  {
    id: 'target-encoding-before-split',
    code: 'A2',
    severity: 'error',
    summary:
      'Reports features that hold answers of rows that were held out for a score afterwards, because an encoding was learned from all rows.',
  },
  {
    id: 'resample-before-split',
    code: 'A3',
    severity: 'error',
    summary:
      'Reports rows that were copied, synthesised or thinned out before they were split into a training part and a held-out part.',
  },
  {
    id: 'augment-before-split',
    code: 'A4',
    severity: 'error',
    summary:
      'Reports rows that get variants of themselves beside them (flipped, noisy, repeated) before they are split.',
  },
  {
    id: 'fit-before-split',
    code: 'A5',
    severity: 'warning',
    summary:
      'Reports a statistic that was learned from all rows and folded into the features before some of these rows were held out for a score.',
  },
  {
    id: 'fit-outside-cv',
    code: 'A6',
    severity: 'error',
    summary:
      'Reports a statistic or a selection that was learned from all rows before a cross-validation cut them into folds.',
  },
  {
    id: 'refit-on-test',
    code: 'A7',
    severity: 'error',
    summary: 'Reports a transformer that is fitted again on the rows that a model is only to predict.',
  },
  {
    id: 'train-test-overlap',
    code: 'A8',
    severity: 'error',
    summary: 'Reports a score on held-out rows that the model was fitted on as well.',
  },
  {
    id: 'target-in-features',
    code: 'A9',
    severity: 'error',
    summary:
      'Reports a model that is given the answer, or all that the answer is computed from, among its features.',
  },
  {
    id: 'feature-derived-from-target',
    code: 'A10',
    severity: 'error',
    summary:
      'Reports a feature that was computed, row by row, from the very answer that the model is to predict.',
  },
  {
    id: 'outliers-dropped-before-split',
    code: 'A11',
    severity: 'warning',
    summary:
      'Reports rows that were dropped for being unusual among all rows, before some of the rest were held out for a score, or among the held-out rows themselves.',
  },
  {
    id: 'in-sample-stacking',
    code: 'A12',
    severity: 'warning',
    summary:
      "Reports a model that learns from another model's predictions of the rows that this other model was fitted on.",
  },
  {
    id: 'identifier-as-feature',
    code: 'A13',
    severity: 'hint',
    summary:
      'Reports a model that is given the number of a row, or an identifier of a case such as `PassengerId`, among its features.',
  },
  {
    id: 'early-stopping-on-test',
    code: 'B1',
    severity: 'warning',
    summary:
      'Reports a fit that watches held-out rows to decide how long to train, where a score on these very rows is then reported.',
  },
  {
    id: 'checkpoint-selected-on-test',
    code: 'B2',
    severity: 'warning',
    summary:
      'Reports the best of several epochs being chosen by its score on the test part, where that score is what is reported.',
  },
  {
    id: 'tuning-on-test',
    code: 'B3',
    severity: 'error',
    summary:
      'Reports parameters, or features, that were chosen by scores on the very rows that the result is then reported on.',
  },
  {
    id: 'model-selection-on-test',
    code: 'B4',
    severity: 'warning',
    summary:
      'Reports one of several models being chosen by its score on the test part, where no untouched part is scored afterwards.',
  },
  {
    id: 'seed-picked-by-score',
    code: 'B5',
    severity: 'error',
    summary: 'Reports a random seed that was kept because it gave the best score.',
  },
  {
    id: 'threshold-tuned-on-test',
    code: 'B6',
    severity: 'warning',
    summary:
      'Reports a cut-off that was chosen by scores of held-out rows and is then applied to these rows for a score.',
  },
  {
    id: 'cross-validation-on-test',
    code: 'B7',
    severity: 'warning',
    summary:
      'Reports a cross-validation over the held-out part by which a model is judged that was fitted on the training part.',
  },
  {
    id: 'tuned-cv-score-reported',
    code: 'B8',
    severity: 'hint',
    summary:
      "Hints at the best score of a search that is shown as the model's score, where nothing else measures the model.",
  },
  {
    id: 'evaluate-after-resplit',
    code: 'B9',
    severity: 'error',
    summary:
      'Reports a score of a model on the held-out part of another split than the one that it was fitted on.',
  },
  {
    id: 'model-reused-across-folds',
    code: 'B10',
    severity: 'error',
    summary:
      'Reports a model that goes on learning from fold to fold, so that it is scored on rows that it was trained on in an earlier fold.',
  },
  {
    id: 'accuracy-on-imbalanced',
    code: 'C3',
    severity: 'information',
    summary: 'Reports accuracy as the only number of a model whose own code says that one class is rare.',
  },
  {
    id: 'inconsistent-preprocessing',
    code: 'C4',
    severity: 'error',
    summary:
      'Reports rows that a model predicts without the transformers that its training rows went through, or with one that they did not.',
  },
  {
    id: 'random-split-on-time-series',
    code: 'D1',
    severity: 'error',
    summary: 'Reports a random split of rows that stand in the order of time.',
  },
  {
    id: 'future-value-in-feature',
    code: 'D2',
    severity: 'error',
    summary:
      'Reports a feature that looks at later rows than the one that it stands in, where a forecast is to be made.',
  },
  {
    id: 'unshifted-target-window',
    code: 'D3',
    severity: 'error',
    summary:
      'Reports a moving statistic of the answer that ends in the very row whose answer is to be predicted.',
  },
  {
    id: 'shift-across-groups',
    code: 'D4',
    severity: 'warning',
    summary:
      'Reports a lag, difference or moving window that runs over the border between the groups of a table.',
  },
  {
    id: 'windows-before-random-split',
    code: 'D5',
    severity: 'error',
    summary:
      'Reports overlapping windows of one series that are dealt out to a training part and a held-out part at random.',
  },
  {
    id: 'group-leak-in-split',
    code: 'D6',
    severity: 'warning',
    summary: 'Reports a random split of rows of which several belong to one patient, user or other group.',
  },
  {
    id: 'overlapping-manual-split',
    code: 'D7',
    severity: 'error',
    summary:
      'Reports training and test rows that were taken out of one table by hand and have rows in common.',
  },
  {
    id: 'split-unpack-order',
    code: 'D8',
    severity: 'error',
    summary:
      'Reports the parts of `train_test_split` that are unpacked in an order in which they do not come.',
  },
  {
    id: 'ordered-data-unshuffled',
    code: 'D9',
    severity: 'warning',
    summary: 'Reports rows that stand class by class and are cut into blocks without being shuffled.',
  },
  {
    id: 'unseeded-evaluation-split',
    code: 'F1',
    severity: 'information',
    summary:
      'Reports a random split without a seed whose held-out part is compared with that of another split, or whose model is kept for later.',
  },
  {
    id: 'undefined-on-restart',
    code: 'G1',
    severity: 'error',
    summary:
      "Reports a name that a notebook's cell reads before any cell above can have defined it, so that a fresh kernel stops there.",
  },
  {
    id: 'out-of-order-execution',
    code: 'G2',
    severity: 'information',
    summary:
      'Reports a notebook whose counts prove that a cell shows what was computed with another value than the cells above it make.',
  },
  {
    id: 'non-idempotent-cell',
    code: 'G3',
    severity: 'hint',
    summary:
      "Reports a notebook's cell that makes a value from its own last value in a way that changes it further with every run of the cell.",
  },
  {
    id: 'model-saved-without-preprocessing',
    code: 'I3',
    severity: 'warning',
    summary:
      'Reports a model that is kept for later, while a fitted transformer that its features went through is not.',
  },
  {
    id: 'refit-at-inference',
    code: 'I4',
    severity: 'error',
    summary: 'Reports a transformer that is fitted on the rows that a loaded model is to predict.',
  },
  {
    id: 'no-held-out-evaluation',
    code: 'J1',
    severity: 'warning',
    summary:
      'Reports models whose every score is on rows that they were fitted on, also where a part was held out and nothing is scored on it, and scores on training rows and others together.',
  },
  {
    id: 'no-baseline',
    code: 'J2',
    severity: 'hint',
    summary:
      'Hints at a model of many parts that is scored and kept, where no simple model is scored beside it.',
  },
  {
    id: 'experiment-not-tracked',
    code: 'J3',
    severity: 'hint',
    summary: 'Hints at a loop over settings in a script, where the scores are shown and nothing keeps them.',
  },
  {
    id: 'deep-model-on-small-table',
    code: 'J6',
    severity: 'hint',
    summary:
      'Hints at a neural network that learns from a table of fewer than 10,000 rows, where no other kind of model is tried.',
  },
];
