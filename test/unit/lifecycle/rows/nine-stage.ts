import { registered } from '../../evidence/mlflow';
import {
  bySlice,
  cells,
  field,
  lint,
  metric,
  production,
  registry,
  report,
  target,
  VERSION,
  VERSIONS,
} from './kinds';
import type { Row, Rows } from './row';
import {
  ACCURACY_ALONE,
  KEPT_ALONE,
  KEPT_WHOLE,
  NETWORK_ON_SMALL_TABLE,
  TRAINED_ON_ALL,
  RIGHT,
  SCALED_AGAIN,
  SERVED,
  SELECTED_BEFORE_SPLIT,
  TARGET_AMONG_FEATURES,
  TUNED_ON_TEST,
} from './scripts';
import { drift, labelNoise, rows, TABLES } from './tables';

const RECALL = { metrics: { recall: { min: 0.8 } } };
const LATENCY = { max: 100, unit: 'ms', kind: 'operational' };

/** A command that somebody ran; `true` and `false` are programs that only succeed or fail. */
const command = (name: string): Row => ({
  met: { says: `\`commands.${name}\` succeeds`, manifest: { commands: { [name]: 'true' } }, runs: true },
  unmet: { says: `\`commands.${name}\` fails`, manifest: { commands: { [name]: 'false' } }, runs: true },
  unknown: { says: `\`commands.${name}\` was never run`, manifest: { commands: { [name]: 'true' } } },
});

export const NINE_STAGE: Rows = {
  'problem-definition/decision': field('problem.decision', 'Hold or release a payment'),
  'problem-definition/cost-of-error': field('problem.cost', '120 EUR for each missed fraud', {}, ['a']),
  'problem-definition/baseline': field('problem.baseline', 'the rule engine'),
  'problem-definition/required-level': target,
  'data-collection/sources': field('data.sources', 'the payments table'),
  'data-collection/labels': field('data.labelling', 'chargeback within 90 days'),
  'data-collection/selection-bias': field('data.biases', 'no payments by phone'),
  'data-collection/shift': field('data.shift', 'prices rose since'),
  'data-collection/label-reliability': labelNoise,
  'data-collection/enough': rows,
  'exploration/profiled': {
    base: TABLES,
    met: { says: 'the notebook ran in order', files: { 'notebooks/eda.ipynb': cells([1, 2]) } },
    unmet: { says: 'the notebook ran out of order', files: { 'notebooks/eda.ipynb': cells([2, 1]) } },
    unknown: {
      says: 'the notebook is cut off',
      files: { 'notebooks/eda.ipynb': cells([1, 2]).slice(0, 60) },
    },
  },
  'feature-engineering/from-train-only': lint(
    RIGHT,
    SELECTED_BEFORE_SPLIT,
    'columns are chosen before the split',
  ),
  'feature-engineering/available-at-prediction': lint(
    RIGHT,
    TARGET_AMONG_FEATURES,
    'the target is a feature',
    TABLES,
  ),
  'model-selection/fits-problem': lint(RIGHT, NETWORK_ON_SMALL_TABLE, 'a network learns from 569 rows', {
    manifest: { model: { why: 'a small table' } },
  }),
  'model-selection/beats-simple': metric('recall', { baseline: 0.5 }, [0.9, 0.4], {
    files: { 'src/train.py': RIGHT },
  }),
  'training/tuned-on-validation': lint(RIGHT, TUNED_ON_TEST, 'C is chosen by the test score'),
  'training/converged': {
    base: { manifest: { runs: ['logs/*.csv'] } },
    met: { says: 'the loss of two epochs', files: { 'logs/a.csv': 'epoch,loss\n0,0.9\n1,0.5\n' } },
    unmet: { says: 'the loss of one epoch', files: { 'logs/a.csv': 'epoch,loss\n0,0.9\n' } },
    unknown: { says: 'no log is there' },
  },
  'training/regularised': {
    base: { manifest: RECALL },
    met: { says: 'recall .90 and .88', ...report({ train: { recall: 0.9 }, validation: { recall: 0.88 } }) },
    unmet: {
      says: 'recall .99 and .80',
      ...report({ train: { recall: 0.99 }, validation: { recall: 0.8 } }),
    },
    unknown: { says: 'recall of validation alone', ...report({ validation: { recall: 0.88 } }) },
  },
  'evaluation/held-out': lint(RIGHT, TRAINED_ON_ALL, 'it is trained on all rows', {
    ...report({ test: { recall: 0.9 } }),
    manifest: { ...RECALL, runs: ['reports/*.json'] },
  }),
  'evaluation/looked-once': {
    base: { manifest: { data: { test_looks: 1 }, runs: ['runs/*.json'], ...RECALL } },
    met: { says: 'one run with a test metric', files: { 'runs/a.json': '{"test": {"recall": 0.8}}' } },
    unmet: {
      says: 'two runs with a test metric',
      files: { 'runs/a.json': '{"test": {"recall": 0.8}}', 'runs/b.json': '{"test": {"recall": 0.9}}' },
    },
    unknown: { says: 'no run' },
  },
  'evaluation/fitting-metrics': lint(RIGHT, ACCURACY_ALONE, 'accuracy alone, of rare cases', {
    manifest: RECALL,
  }),
  'evaluation/targets-met': {
    base: { manifest: { metrics: { recall: { min: 0.8, baseline: 0.5, split: 'test' } } } },
    met: { says: '90 of 100', ...report({ test: { recall: { successes: 90, n: 100 } } }) },
    unmet: { says: '70 of 100', ...report({ test: { recall: { successes: 70, n: 100 } } }) },
    unknown: { says: 'the number of rows is not known', ...report({ test: { recall: 0.9 } }) },
  },
  'deployment/serialised': lint(KEPT_WHOLE, KEPT_ALONE, 'the model is kept without its scaler', {
    files: { 'models/model.joblib': 'a model' },
  }),
  'deployment/served': field('deployment.interface', 'REST', {
    manifest: { deployment: { infrastructure: 'kubernetes' } },
  }),
  'deployment/latency': metric('latency_p95', LATENCY, [80, 130]),
  'deployment/rollback': registry(VERSIONS, VERSION),
  'monitoring/performance': production(),
  'monitoring/drift': drift,
  'monitoring/retraining': field('monitoring.retraining', 'drift, or 30 days'),
  'monitoring/fallback': field('monitoring.fallback', 'the rule engine'),
  'cross-functional/latency-budget': metric('latency_p95', { unit: 'ms', kind: 'operational' }, [80, 130], {
    manifest: { serving: 'real-time' },
  }),
  'cross-functional/throughput': metric('throughput', { min: 50, kind: 'operational' }, [60, 40]),
  'cross-functional/cost': metric('cost_per_1k', { max: 2, unit: 'EUR', kind: 'operational' }, [1, 3]),
  'cross-functional/fairness': {
    base: { manifest: { ...RECALL, fairness: { margin: 0.05 } } },
    met: { says: 'country SE lies .02 behind', ...bySlice(0.88) },
    unmet: { says: 'country SE lies .3 behind', ...bySlice(0.6) },
    unknown: { says: 'no slice is reported', ...report({ recall: 0.9 }) },
  },
  'cross-functional/privacy': field('privacy', 'no card numbers'),
  'mlops/ci-data': command('check-data'),
  'mlops/ci-regression': command('check-metrics'),
  'mlops/ci-integration': command('test-pipeline'),
  'mlops/registry': {
    met: {
      says: 'the run kept data version, parameter and metric',
      files: registered({ 1: 'r1' }, { r1: ['params/depth', 'metrics/f1', 'tags/data_version'] }),
    },
    unmet: {
      says: 'the run kept no data version',
      files: registered({ 1: 'r1' }, { r1: ['params/depth', 'metrics/f1'] }),
    },
    unknown: { says: 'no MLflow store' },
  },
  'mlops/ab-test': field('deployment.release', 'five percent for a week'),
  'mlops/features-once': {
    base: {
      manifest: { deployment: { features: 'src/features.py' } },
      files: { 'src/train.py': RIGHT },
    },
    met: { says: 'the service prepares rows as training did', files: { 'src/serve.py': SERVED } },
    unmet: { says: 'the service scales each request by itself', files: { 'src/serve.py': SCALED_AGAIN } },
    unknown: { says: 'no service' },
  },
};
