import { document, field, lint, metric, target, twoRuns } from './kinds';
import type { Rows } from './row';
import { together } from './row';
import {
  COMPARED_BY_CHANCE,
  NETWORK_ON_SMALL_TABLE,
  ONLY_SHOWN,
  RIGHT,
  SELECTED_BEFORE_SPLIT,
  TRACKED,
} from './scripts';
import { rows, sharedRows } from './tables';

const SCOPE =
  '# Scope\n\n## MVP\n\nFlag payments above a score, by mail once a day.\n\n## Out of scope\n\nHolding payments; chargebacks by phone.\n';
const STAGES = ['Idea', 'Scoping', 'Data', 'Modeling', 'Deployment'];
const journal = (stages: readonly string[]): string =>
  stages
    .map(stage => `## ${stage}\n\nWe learnt that labels come ninety days late, and that it matters.\n`)
    .join('\n');

export const FIVE_STAGE: Rows = {
  'idea/worth-solving': field('problem.why', 'Chargebacks cost 2.1 M a year'),
  'idea/data-at-hand': field('data.sources', 'the payments table'),
  'idea/first-user': field('problem.users', 'payment operations'),
  'scoping/success-defined': target,
  'scoping/mvp': document(
    'docs/scope.md',
    SCOPE,
    SCOPE.replace('## Out of scope', '## Later'),
    'no section `Out of scope`',
  ),
  'data/origin': {
    ...field('data.origin', 'an export, once a week'),
    // Anything may stand there, so only what is around it can be wrong.
    unknown: { says: '`data` is text', manifest: { data: 'later' } },
  },
  'data/enough': rows,
  'data/labelling': field('data.labelling', 'chargeback within 90 days'),
  'data/clean': sharedRows,
  'modeling/baseline-first': metric('recall', { baseline: 0.5 }, [0.6, 0.4], {
    files: { 'src/train.py': RIGHT },
  }),
  'modeling/leakage-free': lint(RIGHT, SELECTED_BEFORE_SPLIT, 'columns are chosen before the split'),
  'modeling/reliable': lint(RIGHT, COMPARED_BY_CHANCE, 'each model has a split of its own'),
  'modeling/simple': lint(RIGHT, NETWORK_ON_SMALL_TABLE, 'a network learns from 569 rows', {
    manifest: { model: { why: 'a small table' } },
  }),
  'modeling/tracked': lint(
    TRACKED,
    ONLY_SHOWN,
    'eight settings, whose scores are only shown',
    together(twoRuns().base, twoRuns().met),
  ),
  'deployment/interface': field('deployment.interface', 'a web page'),
  'deployment/updates': field('monitoring.retraining', 'every month'),
  'deployment/predictions-logged': field('monitoring.logs', 'the predictions table'),
  'deployment/errors-tracked': field('monitoring.alerts', 'a mail to us'),
  'deployment/feedback': field('monitoring.feedback', 'a form'),
  'deployment/usage': metric('users', { min: 10, kind: 'business' }, [12, 3]),
  'deployment/journey': document(
    'docs/journal.md',
    journal(STAGES),
    journal(STAGES.slice(0, 4)),
    'no entry for deployment',
  ),
};
