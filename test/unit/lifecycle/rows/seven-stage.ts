import { registered } from '../../evidence/mlflow';
import {
  bySlice,
  NO_MODEL,
  VERSION,
  field,
  lint,
  metric,
  notebook,
  registry,
  report,
  target,
  twoRuns,
} from './kinds';
import type { Rows } from './row';
import {
  ENCODED_BEFORE_SPLIT,
  OVERLAPPING,
  RIGHT,
  SCALED_BEFORE_SPLIT,
  SELECTED_BEFORE_SPLIT,
  TARGET_FROM_TARGET,
} from './scripts';
import { drift, duplicates, sharedRows } from './tables';

export const SEVEN_STAGE: Rows = {
  'problem-and-metrics/ml-can-solve-it': field('problem.why_ml', 'fraud has patterns that rules miss'),
  'problem-and-metrics/success-criterion': target,
  'problem-and-metrics/scientists': field('team.scientists', 'r.ahn'),
  'problem-and-metrics/experts': field('team.experts', 'the chargeback desk'),
  'data/ingested': field('data.storage', 'a bucket', {
    manifest: { data: { sources: 'the payments table' } },
  }),
  'data/validated': sharedRows,
  'data/cleaned': duplicates,
  'data/labelled': field('data.labelling', 'chargeback within 90 days'),
  'feature-engineering/explored': notebook(),
  'feature-engineering/selected': lint(RIGHT, SELECTED_BEFORE_SPLIT, 'columns are chosen before the split'),
  'feature-engineering/created': lint(RIGHT, TARGET_FROM_TARGET, 'a feature is made from the target'),
  'feature-engineering/scaled': lint(RIGHT, SCALED_BEFORE_SPLIT, 'all rows are scaled before the split'),
  'feature-engineering/encoded': lint(RIGHT, ENCODED_BEFORE_SPLIT, 'categories are encoded before the split'),
  'modelling-and-tuning/compared': twoRuns(),
  'modelling-and-tuning/best-registered': registry(VERSION, NO_MODEL),
  'validation/unseen': lint(RIGHT, OVERLAPPING, 'a hundred rows are in both parts'),
  'validation/measures': metric('recall', { min: 0.8 }, [0.9, 0.7]),
  'validation/generalises': {
    base: { manifest: { metrics: { recall: { min: 0.8 } } } },
    met: { says: 'recall .90 and .88', ...report({ train: { recall: 0.9 }, test: { recall: 0.88 } }) },
    unmet: { says: 'recall .99 and .80', ...report({ train: { recall: 0.99 }, test: { recall: 0.8 } }) },
    unknown: { says: 'recall of test alone', ...report({ test: { recall: 0.88 } }) },
  },
  'validation/biases': {
    base: { manifest: { metrics: { recall: { min: 0.5 } }, fairness: { margin: 0.05 } } },
    met: { says: 'country SE lies .02 behind', ...bySlice(0.88) },
    unmet: { says: 'country SE lies .3 behind', ...bySlice(0.6) },
    unknown: { says: 'no slice is reported', ...report({ recall: 0.9 }) },
  },
  'deployment/kind': field('deployment.kind', 'service'),
  'deployment/from-registry': registry(
    {
      says: '`fraud` has a champion',
      files: registered({ 1: '' }, {}, { 'mlruns/models/fraud/aliases/champion': '1' }),
    },
    VERSION,
  ),
  'monitoring/response-times': metric(
    'latency_p95',
    { max: 100, unit: 'ms', kind: 'operational' },
    [80, 130],
  ),
  'monitoring/accuracy': {
    base: { manifest: { metrics: { recall: { min: 0.8 } } } },
    met: { says: 'recall on production', ...report({ production: { recall: 0.9 } }) },
    unmet: { says: 'recall on test alone', ...report({ test: { recall: 0.9 } }) },
    unknown: { says: 'no run' },
  },
  'monitoring/inputs': drift,
  'monitoring/alerts': field('monitoring.alerts', 'a page to the one on duty'),
};
