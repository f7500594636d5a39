import { registered } from './mlflow';
import { NO_COMMAND, NO_REGISTRY, RECALL, field, noData } from './rows';
import type { Row } from './rows';
import { CLEAN, found } from './world';

const business = (name: string, value: string) => `metrics: { ${name}: { ${value}, kind: business } }`;

/** A business metric by one of its names: met, unmet, and unknown where the manifest declares none. */
function kpi(name: string): Row {
  const manifest = business(name, 'min: 10');
  return {
    met: [[{ manifest, metrics: { [name]: 12 } }, /is 12; the target is >= 10/]],
    unmet: [[{ manifest, metrics: { [name]: 8 } }, /is 8/]],
    unknown: [
      [{}, /declares no business metric/],
      [{ manifest }, /No run reports/],
    ],
  };
}

const READINESS = 'stages: { data-readiness: { signed_off: { on: 2026-09-01, by: ana } }';

/** Each row of the `enterprise` lifecycle. */
export const ENTERPRISE_ROWS: Readonly<Record<string, Row>> = {
  'problem-and-success/decision': field('problem.decision'),
  'problem-and-success/business-number': {
    met: [[{ manifest: business('order_value', 'min: 10') }, /^order_value >= 10\.$/]],
    unmet: [
      [{}, /declares no business metric with a target/],
      [{ manifest: RECALL }, /declares no business metric/],
    ],
  },
  'problem-and-success/cost-of-wrong': field('problem.cost'),
  'problem-and-success/integration': field('problem.integration'),
  'problem-and-success/owner': field('owner'),
  'data-readiness/volume': noData,
  'data-readiness/quality': {
    unmet: [[{}, /`data\.biases` is not filled in/]],
    unknown: [[{ manifest: 'data: { biases: none known }' }, /names no data files/]],
  },
  'data-readiness/accessibility': {
    unmet: [[{}, /`data\.access` is not filled in/]],
    unknown: [[{ manifest: 'data: { access: joined by card }' }, /names no data files/]],
  },
  'data-readiness/timeliness': {
    met: [
      [
        {
          manifest: 'data: { max_age: 30d, table: data/all.csv }',
          files: { 'data/all.csv': 'a\n1\n' },
          commits: { 'data/all.csv': '2026-11-10' },
        },
        /2026-11-10; at most 30d/,
      ],
    ],
    unmet: [
      [
        {
          manifest: 'data: { max_age: 5d, table: data/all.csv }',
          files: { 'data/all.csv': 'a\n1\n' },
          commits: { 'data/all.csv': '2026-11-10' },
        },
        /at most 5d/,
      ],
    ],
    unknown: [[{}, /`data\.max_age` does not say how old/]],
  },
  'data-readiness/cleanup-first': {
    met: [
      [{ manifest: 'effort: { data: 5d, modelling: 9d }' }, /data takes 5d, modelling 9d/],
      [{ manifest: 'effort: { data: 30d, modelling: 9d }' }, /Data readiness comes before Proof of concept/],
    ],
    unmet: [
      [{}, /`effort\.data` is not filled in/],
      [
        {
          manifest:
            'effort: { data: 30d, modelling: 9d }\nstages: { proof-of-concept: { signed_off: { on: 2026-09-01, by: ana } } }',
        },
        /was signed off before Data readiness/,
      ],
    ],
  },
  'proof-of-concept/use-case': field('scope.use_case'),
  'proof-of-concept/sample': noData,
  'proof-of-concept/baseline': {
    met: [
      [
        { manifest: `problem: { baseline: rules }\n${RECALL}`, metrics: { 'recall[split=test]': 0.9 } },
        /rules\. .*baseline/,
      ],
    ],
    unmet: [
      [
        { manifest: `problem: { baseline: rules }\n${RECALL}`, metrics: { 'recall[split=test]': 0.4 } },
        /baseline/,
      ],
      [{}, /`problem\.baseline` is not filled in/],
    ],
    unknown: [[{ manifest: 'problem: { baseline: rules }' }, /no model metric with a baseline/]],
  },
  'proof-of-concept/simplest-model': {
    met: [[{ manifest: 'model: { why: a tree }', lint: CLEAN }, /a tree/]],
    unmet: [
      [{ manifest: 'model: { why: a tree }', lint: found('no-baseline', 'hint') }, /no-baseline/],
      [{ lint: CLEAN }, /`model\.why`/],
    ],
    unknown: [[{ manifest: 'model: { why: a tree }' }, /no script or notebook/]],
  },
  'proof-of-concept/business-metrics': kpi('order_value'),
  'proof-of-concept/timebox': {
    met: [
      [
        { manifest: `${READINESS}, proof-of-concept: { signed_off: { on: 2026-10-01, by: ana } } }` },
        /It took 30 days of 8 weeks/,
      ],
    ],
    unmet: [[{ manifest: `${READINESS} }` }, /81 days of 8 weeks/]],
    unknown: [[{}, /not known before Data readiness is signed off/]],
  },
  'production/pipelines': {
    met: [
      [
        {
          manifest: 'deployment: { pipeline: nightly }\ncommands: { test-pipeline: make e2e }',
          commands: { 'make e2e': { status: 0, at: 0 } },
        },
        /nightly\. .*status 0/,
      ],
    ],
    unmet: [[{}, /`deployment\.pipeline` is not filled in/]],
    unknown: [[{ manifest: 'deployment: { pipeline: nightly }' }, NO_COMMAND]],
  },
  'production/versioned': {
    met: [[{ files: registered({ 1: '' }) }, /Version 1 of fraud is registered/]],
    unmet: [[{ files: { 'mlruns/0/meta.yaml': "experiment_id: '0'\nname: d\n" } }, /No model is registered/]],
    unknown: [[{}, NO_REGISTRY]],
  },
  'production/inference': {
    met: [
      [
        {
          manifest: 'metrics: { inference: { max: 80, unit: ms, kind: operational } }',
          metrics: { inference: 60 },
        },
        /60 ms/,
      ],
    ],
    unmet: [
      [
        {
          manifest: 'metrics: { inference: { max: 80, unit: ms, kind: operational } }',
          metrics: { inference: 90 },
        },
        /90 ms/,
      ],
    ],
    unknown: [[{}, /no operational metric/]],
  },
  'production/monitoring': {
    met: [
      [
        {
          manifest: RECALL,
          metrics: { 'recall[split=production]': 0.9 },
          commits: { 'metrics.json': '2026-11-01' },
        },
        /2026-11-01; at most 30d/,
      ],
    ],
    unmet: [
      [
        {
          manifest: RECALL,
          metrics: { 'recall[split=production]': 0.9 },
          commits: { 'metrics.json': '2026-09-01' },
        },
        /2026-09-01/,
      ],
    ],
    unknown: [[{ manifest: RECALL }, /No run reports/]],
  },
  'production/retraining': field('monitoring.retraining'),
  'production/rollback': {
    met: [
      [{ files: registered({ 1: '', 2: '' }) }, /of 2 versions/],
      [{ manifest: 'deployment: { rollback: previous image }' }, /previous image/],
    ],
    unmet: [[{ files: registered({ 1: '' }) }, /1 version; >= 2/]],
    unknown: [[{}, NO_REGISTRY]],
  },
  'production/budget': {
    met: [[{ manifest: 'effort: { production: 20m, proof-of-concept: 2m }' }, /10 times as long/]],
    unmet: [
      [{ manifest: 'effort: { production: 5m, proof-of-concept: 2m }' }, /2\.5 times as long/],
      [{}, /`effort\.production` is not filled in/],
    ],
  },
  'operation-and-scaling/embedded': field('deployment.workflow'),
  'operation-and-scaling/trained': {
    met: [
      [
        {
          manifest:
            'stages: { operation-and-scaling: { criteria: { trained: { done: 2026-11-01, by: ana } } } }',
        },
        /Ticked by ana/,
      ],
    ],
    unmet: [[{}, /Nobody has ticked it/]],
  },
  'operation-and-scaling/feedback': field('monitoring.feedback'),
  'operation-and-scaling/governance': {
    met: [
      [{ manifest: 'governance: a board', files: { '.holdout/history.jsonl': '{"id":"1"}\n' } }, /a board/],
    ],
    unmet: [
      [{ manifest: 'governance: a board' }, /history\.jsonl` is not there/],
      [{}, /`governance` is not filled in/],
    ],
  },
  'operation-and-scaling/explained': {
    met: [
      [{ files: { 'MODEL_CARD.md': 'It weighs the amount most.\n' } }, /MODEL_CARD\.md/],
      [{ files: { 'reports/feature_importance.csv': 'a,1\n' } }, /feature_importance\.csv/],
      [{ files: { 'docs/model-card.md': 'It weighs the amount most.\n' } }, /docs\/model-card\.md/],
    ],
    unmet: [[{}, /None of/]],
  },
  'operation-and-scaling/kpis': kpi('order_value'),
  'operation-and-scaling/adoption': kpi('adoption_rate'),
  'operation-and-scaling/time-to-insight': kpi('time_to_decision'),
  'operation-and-scaling/roi': kpi('roi'),
};
