import { registered } from './mlflow';
import { NO_COMMAND, NO_REGISTRY, RECALL, field, noData } from './rows';
import type { Row } from './rows';
import { CLEAN, found, lintOf, script } from './world';

const LATENCY = 'metrics: { latency_p95: { max: 80, unit: ms, kind: operational } }';
const CI = '.github/workflows/ci.yml';

/** Deployment, monitoring, and the groups beside the stages. */
export const OPERATION_ROWS: Readonly<Record<string, Row>> = {
  'deployment/serialised': {
    met: [
      [
        { files: { 'models/v1/model.joblib': new Uint8Array([0x80, 4, 0, 255]) }, lint: CLEAN },
        /`models\/v1\/model\.joblib` is there/,
      ],
    ],
    unmet: [
      [
        { files: { 'model.onnx': new Uint8Array([8]) }, lint: found('model-saved-without-preprocessing') },
        /model-saved-without/,
      ],
    ],
    unknown: [[{ lint: CLEAN }, NO_REGISTRY]],
  },
  'deployment/served': {
    met: [[{ manifest: 'deployment: { interface: REST, infrastructure: k8s }' }, /REST\. .*k8s\./]],
    unmet: [
      [{ manifest: 'deployment: { interface: REST }' }, /`deployment\.infrastructure` is not filled in/],
    ],
  },
  'deployment/latency': {
    met: [
      [{ manifest: LATENCY, metrics: { latency_p95: 60 } }, /latency_p95 is 60 ms; the target is <= 80 ms/],
    ],
    unmet: [[{ manifest: LATENCY, metrics: { latency_p95: 90 } }, /is 90 ms/]],
    unknown: [
      [{}, /no operational metric with `latency`/],
      [
        { manifest: 'metrics: { cost_per_1k: { max: 2, kind: operational } }', metrics: { cost_per_1k: 1 } },
        /no operational metric with `latency`/,
      ],
    ],
  },
  'deployment/rollback': {
    met: [
      [{ manifest: 'deployment: { rollback: previous image }' }, /previous image/],
      [{ files: registered({ 1: '', 2: '' }) }, /Version 2 of fraud is registered, of 2 versions/],
    ],
    unmet: [[{ files: registered({ 1: '' }) }, /fraud has 1 version; >= 2 is asked for/]],
    unknown: [[{}, NO_REGISTRY]],
  },
  'monitoring/performance': {
    unmet: [
      [{ manifest: RECALL, metrics: { 'recall[split=test]': 0.9 } }, /No run reports `recall` on production/],
    ],
    met: [
      [
        {
          manifest: RECALL,
          metrics: { 'recall[split=production]': 0.9 },
          commits: { 'metrics.json': '2026-11-01' },
        },
        /metrics\.json \(by its last commit\) dates from 2026-11-01; at most 30d/,
      ],
    ],
    unknown: [[{ manifest: RECALL, metrics: { 'recall[split=production]': 0.9 } }, /it was never committed/]],
  },
  'monitoring/drift': noData,
  'monitoring/retraining': field('monitoring.retraining'),
  'monitoring/fallback': field('monitoring.fallback'),
  'cross-functional/latency-budget': {
    met: [
      [{ manifest: `serving: real-time\n${LATENCY}`, metrics: { latency_p95: 90 } }, /the limit is 100 ms/],
      [
        {
          manifest: 'serving: batch\nmetrics: { latency: { unit: s, kind: operational } }',
          metrics: { latency: 1800 },
        },
        /the limit is 60 min/,
      ],
    ],
    unmet: [[{ manifest: `serving: real-time\n${LATENCY}`, metrics: { latency_p95: 130 } }, /is 130 ms/]],
    unknown: [
      [{ manifest: LATENCY, metrics: { latency_p95: 90 } }, /add `serving: real-time or batch`/],
      [
        { manifest: 'serving: batch\nmetrics: { latency: { kind: operational } }', metrics: { latency: 3 } },
        /no unit of time/,
      ],
    ],
  },
  'cross-functional/throughput': {
    met: [
      [
        { manifest: 'metrics: { throughput: { min: 50, kind: operational } }', metrics: { throughput: 60 } },
        /is 60/,
      ],
    ],
    unmet: [
      [
        { manifest: 'metrics: { throughput: { min: 50, kind: operational } }', metrics: { throughput: 40 } },
        /is 40/,
      ],
    ],
    unknown: [[{}, /no operational metric/]],
  },
  'cross-functional/cost': {
    met: [
      [
        {
          manifest: 'metrics: { cost_per_1k: { max: 2, unit: EUR, kind: operational } }',
          metrics: { cost_per_1k: 1 },
        },
        /1 EUR/,
      ],
    ],
    unmet: [
      [
        {
          manifest: 'metrics: { cost_per_1k: { max: 2, unit: EUR, kind: operational } }',
          metrics: { cost_per_1k: 3 },
        },
        /3 EUR/,
      ],
    ],
    unknown: [
      [
        { manifest: 'metrics: { cost_per_1k: { kind: operational } }', metrics: { cost_per_1k: 3 } },
        /has no target/,
      ],
    ],
  },
  'cross-functional/fairness': {
    met: [
      [
        {
          manifest: `fairness: { margin: 0.1 }\n${RECALL}`,
          metrics: {
            'recall[split=test]': 0.8,
            'recall[split=test, slice.country=SE]': 0.75,
            'recall[split=test, slice.class=1]': 0.1,
          },
        },
        /0\.75 where country is SE; a slice may lie 0\.1 behind/,
      ],
    ],
    unmet: [
      [
        {
          manifest: `fairness: { margin: 0.1, metric: recall }\n${RECALL}`,
          metrics: {
            'recall[split=test]': 0.8,
            'recall[split=test, slice.country=SE]': 0.9,
            'recall[split=test, slice.country=NO]': 0.6,
          },
        },
        /0\.6 where country is NO/,
      ],
    ],
    unknown: [
      [{ manifest: RECALL, metrics: { 'recall[split=test]': 0.8 } }, /add `fairness: \{ margin: 0\.05 \}`/],
      [
        { manifest: `fairness: { margin: 0.1 }\n${RECALL}`, metrics: { 'recall[split=test]': 0.8 } },
        /No run reports recall on test by slice/,
      ],
      [{ manifest: `fairness: { margin: 0.1, metric: f1 }\n${RECALL}` }, /no metric `f1` to compare/],
    ],
  },
  'cross-functional/privacy': field('privacy'),
  'mlops/ci-data': {
    met: [
      [
        { files: { [CI]: 'jobs:\n  test:\n    run: pytest tests/test_data.py\n' } },
        /mentions test_data in line 3/,
      ],
    ],
    unknown: [
      [{}, NO_COMMAND],
      [{ files: { [CI]: 'jobs:\n  # pandera comes later\n  build:\n' } }, /does not mention/],
    ],
  },
  'mlops/ci-regression': {
    met: [
      [{ files: { '.gitlab-ci.yml': 'script: holdout status --format json\n' } }, /mentions holdout status/],
    ],
    unknown: [[{}, NO_COMMAND]],
  },
  'mlops/ci-integration': {
    met: [[{ files: { Jenkinsfile: 'sh "pytest -m integration"' } }, /mentions integration/]],
    unknown: [[{}, NO_COMMAND]],
  },
  'mlops/registry': {
    met: [
      [
        { files: registered({ 1: 'r1' }, { r1: ['params/depth', 'metrics/f1', 'tags/data_version'] }) },
        /with data version, hyperparameters and metrics/,
      ],
    ],
    unmet: [
      [
        { files: registered({ 1: 'r1' }, { r1: ['params/depth', 'metrics/f1'] }) },
        /kept without data version/,
      ],
    ],
    unknown: [[{}, NO_REGISTRY]],
  },
  'mlops/ab-test': field('deployment.release'),
  'mlops/features-once': {
    met: [[{ manifest: 'deployment: { features: src/features.py }', lint: CLEAN }, /src\/features\.py/]],
    unmet: [
      [{ lint: CLEAN }, /`deployment\.features` is not filled in/],
      [
        { manifest: 'deployment: { features: src/features.py }', lint: found('refit-at-inference') },
        /refit-at-inference/,
      ],
    ],
    unknown: [
      [
        {
          manifest: 'deployment: { features: src/features.py }',
          lint: lintOf([script('a.py')], { rules: new Map() }),
        },
        /does not have the rules/,
      ],
    ],
  },
};
