import { notebook } from './notebooks';
import { RECALL, field, noData } from './rows';
import type { Row } from './rows';
import { CLEAN, found, lintOf, NOTHING_SEEN, script } from './world';

const LOOKS = 'data: { test_looks: 1 }\n';

/** From the problem to the evaluation. */
export const MODEL_ROWS: Readonly<Record<string, Row>> = {
  'problem-definition/decision': field('problem.decision'),
  'problem-definition/cost-of-error': field('problem.cost'),
  'problem-definition/baseline': field('problem.baseline'),
  'problem-definition/required-level': {
    met: [[{ manifest: RECALL }, /^recall >= 0\.8\.$/]],
    unmet: [
      [{}, /names no metric yet/],
      [{ manifest: 'metrics: { recall: { split: test } }' }, /None of the 1 metric has a target/],
    ],
  },
  'data-collection/sources': field('data.sources', '[a warehouse]'),
  'data-collection/labels': field('data.labelling'),
  'data-collection/selection-bias': field('data.biases'),
  'data-collection/shift': {
    ...field('data.shift'),
    unknown: [
      [
        { manifest: 'data: { shift: none, splits: { current: now.csv } }' },
        /^Data files are not read here\.$/,
      ],
    ],
  },
  'data-collection/label-reliability': noData,
  'data-collection/enough': noData,
  'exploration/profiled': {
    unmet: [[{}, /There is no file `notebooks\/\*\.ipynb`/]],
    unknown: [[{ files: { 'notebooks/eda.ipynb': notebook([{ count: 1 }]) } }, /names no data files/]],
  },
  'feature-engineering/from-train-only': {
    met: [[{ lint: CLEAN }, /refit-on-test|2 more found nothing in 1 file/]],
    unmet: [
      [
        { lint: found('fit-before-split', 'warning') },
        /^1 finding of fit-before-split in train\.py, line 1\.$/,
      ],
    ],
    unknown: [
      [{}, /no script or notebook/],
      [
        { lint: lintOf([script('train.py', {}, { sights: NOTHING_SEEN })]) },
        /saw no fit and no split or score/,
      ],
      [
        { lint: lintOf([script('train.py'), script('old.py', {}, { skipped: 'It is Python 2.' })]) },
        /old\.py was not seen whole: It is Python 2/,
      ],
      [{ lint: lintOf([script('train.py', {}, { cutShort: true })]) }, /cut short/],
      [
        { lint: lintOf([script('train.py', {}, { partly: '1 line could not be parsed' })]) },
        /1 line could not be parsed/,
      ],
      [{ lint: lintOf([script('train.py')], { complete: false }) }, /still being analysed/],
      [
        { lint: lintOf([script('train.py')], { rules: new Map() }) },
        /does not have any rule of `leakage` yet/,
      ],
    ],
  },
  'feature-engineering/available-at-prediction': {
    unmet: [[{ lint: found('target-in-features') }, /1 finding of target-in-features/]],
    unknown: [[{ lint: CLEAN }, /names no data files/]],
  },
  'model-selection/fits-problem': {
    met: [[{ manifest: 'model: { why: small table }', lint: CLEAN }, /small table/]],
    unmet: [
      [{ lint: CLEAN }, /`model\.why` is not filled in/],
      [
        { manifest: 'model: { why: new }', lint: found('deep-model-on-small-table', 'hint') },
        /deep-model-on-small-table/,
      ],
    ],
    unknown: [
      [
        { manifest: 'model: { why: small table }', lint: lintOf([script('train.py')], { rules: new Map() }) },
        /does not have the rule `deep-model-on-small-table` yet/,
      ],
    ],
  },
  'model-selection/beats-simple': {
    met: [
      [
        { manifest: RECALL, metrics: { 'recall[split=test]': 0.6 }, lint: CLEAN },
        /recall on test is 0\.6; the baseline is 0\.5\./,
      ],
    ],
    unmet: [
      [
        { manifest: RECALL, metrics: { 'recall[split=test]': 0.4 }, lint: CLEAN },
        /is 0\.4; the baseline is 0\.5/,
      ],
      [
        { manifest: RECALL, metrics: { 'recall[split=test]': 0.6 }, lint: found('no-baseline', 'hint') },
        /no-baseline/,
      ],
    ],
    unknown: [
      [{ lint: CLEAN }, /no model metric with a baseline/],
      [{ manifest: RECALL, lint: CLEAN }, /name the files of your runs under `runs`/],
      [
        { manifest: 'metrics: { cost: { baseline: 3 } }', metrics: { cost: 2 }, lint: CLEAN },
        /add `direction: higher` or `lower`/,
      ],
    ],
  },
  'training/tuned-on-validation': {
    met: [[{ lint: CLEAN }, /tuning-on-test found nothing/]],
    unmet: [[{ lint: found('tuning-on-test') }, /tuning-on-test in train\.py/]],
    unknown: [[{ lint: lintOf([]) }, /no script or notebook/]],
  },
  'training/converged': {
    met: [
      [
        { manifest: 'runs: m.json', metrics: { 'loss[step=1]': 0.9, 'loss[step=2]': 0.5 } },
        /^1 run with values per step/,
      ],
    ],
    unmet: [
      [{}, /`runs` does not say yet where runs are kept/],
      [{ manifest: 'runs: m.json', metrics: { loss: 0.5 } }, /^0 runs with values per step; at least 1/],
    ],
    unknown: [[{ manifest: 'runs: mlruns', unread: ['mlruns'] }, /mlruns could not be read/]],
  },
  'training/regularised': {
    met: [
      [
        { manifest: RECALL, metrics: { 'recall[split=train]': 0.9, 'recall[split=validation]': 0.87 } },
        /they may part by 0\.05/,
      ],
      [
        {
          manifest: 'metrics: { gap: { expr: "f1[split=train] - f1[split=validation]", max: 0.2 } }',
          metrics: { 'f1[split=train]': 0.9, 'f1[split=validation]': 0.8 },
        },
        /gap is 0\.1; the target is <= 0\.2/,
      ],
    ],
    unmet: [
      [
        { manifest: RECALL, metrics: { 'recall[split=train]': 0.99, 'recall[split=validation]': 0.87 } },
        /0\.99 and recall on validation 0\.87/,
      ],
      [
        {
          manifest: 'metrics: { rmse: { max: 30 } }',
          metrics: { 'rmse[split=train]': 20, 'rmse[split=validation]': 22 },
        },
        /they may part by 1\./,
      ],
    ],
    unknown: [
      [{}, /declares no model metric/],
      [{ manifest: RECALL, metrics: { 'recall[split=train]': 0.9 } }, /on both train and validation/],
      [{ manifest: RECALL, metrics: { recall: 0.9 } }, /on both train and validation/],
    ],
  },
  'evaluation/held-out': {
    met: [
      [{ manifest: RECALL, metrics: { 'recall[split=test]': 0.6 }, lint: CLEAN }, /recall on test is 0\.6/],
    ],
    unmet: [
      [
        { manifest: RECALL, metrics: { 'recall[split=test]': 0.6 }, lint: found('train-test-overlap') },
        /train-test-overlap/,
      ],
      [
        { manifest: RECALL, metrics: { 'recall[split=train]': 0.6 }, lint: CLEAN },
        /only `recall\[split=train\]`/,
      ],
    ],
    unknown: [
      [{ manifest: RECALL, metrics: { 'recall[split=test]': 0.6 } }, /no script or notebook/],
      [
        { manifest: 'metrics: { recall: { min: 0.8 } }', metrics: { recall: 0.6 }, lint: CLEAN },
        /does not say on which split/,
      ],
      [{ manifest: RECALL, lint: CLEAN }, /No run reports `recall` on test/],
    ],
  },
  'evaluation/looked-once': {
    met: [[{ manifest: LOOKS, metrics: { 'recall[split=test]': 0.9 } }, /^1 of 1 look at the test set/]],
    unmet: [
      [
        { manifest: LOOKS, metrics: { 'recall[split=test, run=a]': 0.9, 'recall[split=test, run=b]': 0.9 } },
        /^2 looks at the test set, where 1 is allowed: a and b\./,
      ],
    ],
    unknown: [
      [{}, /`data\.test_looks` does not say how many/],
      [{ manifest: LOOKS }, /^0 of 1 look at the test set\. Nothing has scored/],
    ],
  },
  'evaluation/fitting-metrics': {
    met: [[{ manifest: RECALL, lint: CLEAN }, /recall is declared/]],
    unmet: [
      [{ manifest: 'metrics: { acc: { min: 0.9 } }', lint: CLEAN }, /acc alone says too little/],
      [{ manifest: RECALL, lint: found('accuracy-on-imbalanced', 'information') }, /accuracy-on-imbalanced/],
    ],
    unknown: [[{ lint: CLEAN }, /declares no model metric/]],
  },
  'evaluation/targets-met': {
    met: [
      [
        { manifest: RECALL, metrics: { 'recall[split=test]': '90/100' } },
        /95 % interval 0\.8\d\d to 0\.9\d\d, n = 100/,
      ],
    ],
    unmet: [
      [{ manifest: RECALL, metrics: { 'recall[split=test]': '70/100' } }, /the target is >= 0\.8/],
      [
        { manifest: 'metrics: { recall: { min: 0.5, baseline: 0.5 } }', metrics: { recall: '6/10' } },
        /it may be luck/,
      ],
    ],
    unknown: [
      [{}, /no metric with a target/],
      [{ manifest: RECALL, metrics: { 'recall[split=test]': 0.9 } }, /No counts of rows stand beside it/],
      [{ manifest: RECALL, metrics: { 'recall[split=test]': NaN } }, /is NaN/],
      [
        { manifest: RECALL, metrics: { 'recall[split=test]': 90 } },
        /one is in percent and the other a fraction/,
      ],
      [
        { manifest: RECALL, unread: ['/p/metrics.json'] },
        /metrics\.json could not be read: It is not JSON\./,
      ],
    ],
  },
};
