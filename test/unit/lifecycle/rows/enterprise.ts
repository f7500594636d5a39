import { document, field, lint, metric, NO_MODEL, production, registry, VERSION, VERSIONS } from './kinds';
import type { Given, Row, Rows } from './row';
import { daysAgo } from './row';
import { ONLY_BOOSTED, RIGHT } from './scripts';
import { csv, missing, rows, sample } from './tables';

const BUSINESS = { min: 10, kind: 'business' };

const ENTRY =
  '{"id":"1","time":"2026-10-03T09:00:00.000Z","who":"r.ahn","what":"signed-off","stage":"problem-and-success"}\n';

/** Stages that are signed off, each so many days ago. */
const signed = (days: Readonly<Record<string, number>>): Given => ({
  manifest: {
    stages: Object.fromEntries(
      Object.entries(days).map(([stage, ago]) => [stage, { signed_off: { on: daysAgo(ago), by: 'r.ahn' } }]),
    ),
  },
});

/** How long work takes: enough, too little, and no duration. */
const effort = (good: Record<string, string>, bad: Record<string, string>, base: Given = {}): Row => ({
  base,
  met: { says: words(good), manifest: { effort: good } },
  unmet: { says: words(bad), manifest: { effort: bad } },
  unknown: { says: '`effort` is text', manifest: { effort: 'much' } },
});

const words = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([name, days]) => `${name} ${days}`)
    .join(', ');

const TICKED = {
  stages: {
    'operation-and-scaling': {
      criteria: { trained: { done: '2026-10-03', by: 'r.ahn', files: 'docs/training.md' } },
    },
  },
};

/** The tick, when the file still said something else. */
const TICK = {
  id: '2',
  time: '2026-10-03T09:00:00.000Z',
  who: 'r.ahn',
  what: 'ticked',
  stage: 'operation-and-scaling',
  criterion: 'trained',
  on: '2026-10-03',
  outcomes: {},
  rests: [{ path: 'docs/training.md', sha256: '0'.repeat(64) }],
};

export const ENTERPRISE: Rows = {
  'problem-and-success/decision': field('problem.decision', 'Hold or release a payment'),
  'problem-and-success/business-number': {
    met: {
      says: 'a business metric has a target',
      manifest: { metrics: { chargebacks: { max: 100, kind: 'business' } } },
    },
    unmet: { says: 'it has none', manifest: { metrics: { chargebacks: { kind: 'business' } } } },
    unknown: { says: '`metrics` is text', manifest: { metrics: 'later' } },
  },
  'problem-and-success/cost-of-wrong': field('problem.cost', '120 EUR for each missed fraud', {}, ['a']),
  'problem-and-success/integration': field('problem.integration', 'a flag in the case tool'),
  'problem-and-success/owner': field('owner', 'payments-risk'),
  'data-readiness/volume': rows,
  'data-readiness/quality': missing({ manifest: { data: { biases: 'no payments by phone' } } }),
  'data-readiness/accessibility': {
    base: { manifest: { data: { access: 'the warehouse', splits: { train: 'data/train.csv' } } } },
    met: { says: 'the table has rows', files: { 'data/train.csv': csv(0, 80) } },
    unmet: { says: 'the table has none', files: { 'data/train.csv': 'id,amount\n' } },
    unknown: { says: 'the table is not there' },
  },
  'data-readiness/timeliness': {
    base: {
      manifest: { data: { max_age: '30d', splits: { train: 'data/train.csv' } } },
      files: { 'data/train.csv': csv(0, 80) },
    },
    met: { says: 'committed 3 days ago', committed: daysAgo(3) },
    unmet: { says: 'committed 60 days ago', committed: daysAgo(60) },
    unknown: { says: 'not in Git' },
  },
  'data-readiness/cleanup-first': effort(
    { data: '10d', modelling: '20d' },
    { data: '30d', modelling: '10d' },
    signed({ 'proof-of-concept': 5 }),
  ),
  'proof-of-concept/use-case': field('scope.use_case', 'card payments online'),
  'proof-of-concept/sample': sample,
  'proof-of-concept/baseline': metric('recall', { baseline: 0.5 }, [0.6, 0.4], {
    manifest: { problem: { baseline: 'the rule engine' } },
  }),
  'proof-of-concept/simplest-model': lint(RIGHT, ONLY_BOOSTED, 'a boosted model alone is scored and kept', {
    manifest: { model: { why: 'a small table' } },
  }),
  'proof-of-concept/business-metrics': metric('orders', BUSINESS, [12, 3]),
  'proof-of-concept/timebox': {
    met: { says: 'begun 20 days ago', ...signed({ 'data-readiness': 20 }) },
    unmet: { says: 'begun 80 days ago', ...signed({ 'data-readiness': 80 }) },
    unknown: { says: 'nobody knows when it began' },
  },
  'production/pipelines': {
    base: { manifest: { deployment: { pipeline: 'Airflow, retried three times' } } },
    met: {
      says: '`commands.test-pipeline` succeeds',
      manifest: { commands: { 'test-pipeline': 'true' } },
      runs: true,
    },
    unmet: {
      says: '`commands.test-pipeline` fails',
      manifest: { commands: { 'test-pipeline': 'false' } },
      runs: true,
    },
    unknown: {
      says: '`commands.test-pipeline` was never run',
      manifest: { commands: { 'test-pipeline': 'true' } },
    },
  },
  'production/versioned': registry(VERSION, NO_MODEL),
  'production/inference': metric('inference_ms', { max: 100, unit: 'ms', kind: 'operational' }, [80, 130]),
  'production/monitoring': production(),
  'production/retraining': field('monitoring.retraining', 'drift, or 30 days'),
  'production/rollback': registry(VERSIONS, VERSION),
  'production/budget': effort(
    { 'proof-of-concept': '30d', production: '300d' },
    { 'proof-of-concept': '30d', production: '60d' },
  ),
  'operation-and-scaling/embedded': field('deployment.workflow', 'the case tool'),
  'operation-and-scaling/trained': {
    base: { files: { 'docs/training.md': 'Who was trained, and when.' } },
    met: { says: 'ticked', manifest: TICKED },
    unmet: { says: 'not ticked' },
    unknown: {
      says: 'what the tick rests on has changed',
      manifest: TICKED,
      files: { '.holdout/history.jsonl': `${JSON.stringify(TICK)}\n` },
    },
  },
  'operation-and-scaling/feedback': field('monitoring.feedback', 'a form'),
  'operation-and-scaling/governance': field('governance', 'two people agree to each release', {
    files: { '.holdout/history.jsonl': ENTRY },
  }),
  'operation-and-scaling/explained': {
    ...document('MODEL_CARD.md', '# Fraud\n\nWhat it does, for whom, and how well.\n', '', 'it is empty'),
    unknown: {
      says: 'it is a link that leaves the project',
      files: { 'MODEL_CARD.md': { link: '/etc/hostname' } },
    },
  },
  'operation-and-scaling/kpis': metric('orders', BUSINESS, [12, 3]),
  'operation-and-scaling/adoption': metric('adoption', BUSINESS, [12, 3]),
  'operation-and-scaling/time-to-insight': metric(
    'time_to_insight',
    { max: 5, unit: 'd', kind: 'business' },
    [3, 9],
  ),
  'operation-and-scaling/roi': metric('roi', BUSINESS, [12, 3]),
};
