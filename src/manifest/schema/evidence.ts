import { either, evidence, fields, flag, list, map, number, oneOf, text } from './types';

const names = either(text(), list(text()));
const paths = either(text({ format: 'path' }), list(text({ format: 'path' })));

const split = text({ refers: 'split' });
const column = text({ refers: 'column' });
const field = text({ refers: 'field' });

const METRIC_SELECTION = fields({
  kind: { type: oneOf('model', 'operational', 'business'), doc: 'Only metrics of this kind.' },
  with: { type: oneOf('target', 'baseline'), doc: 'Only metrics that have one.' },
  named: {
    type: names,
    doc: 'Only metrics whose name contains one of these words.',
    examples: ['[latency, response]'],
  },
});

const FRESH = fields({
  file: {
    type: paths,
    doc: 'A file; of several, or of a glob, the youngest.',
    examples: ['reports/drift.json'],
  },
  run: { type: text(), doc: 'A run: `latest`, or its id or name.', examples: ['latest'] },
  metric: {
    type: text(),
    doc: 'The run that a metric of the manifest was taken from.',
    examples: ['recall'],
  },
  split: {
    type: text(),
    doc: 'With `metric`: its value on this split. Alone: the youngest run that reports any metric on it.',
    examples: ['production'],
  },
  data: { type: flag, doc: 'The data files that the manifest names; the youngest.' },
  within: {
    type: text(),
    doc: 'How old it may be: a duration, or the field of the manifest that holds one.',
    required: true,
    examples: ['30d', 'data.max_age'],
  },
});

/** What the registry may keep with a version. */
const KEPT = oneOf('data version', 'hyperparameters', 'metrics');

const REGISTRY = fields({
  model: {
    type: text(),
    doc: 'Its name in the registry; `model.registered` of the manifest unless said.',
    examples: ['fraud'],
  },
  alias: { type: text(), doc: 'A version has this alias.', examples: ['champion'] },
  stage: { type: text(), doc: 'A version is in this stage.', examples: ['Production'] },
  versions: {
    type: text({ format: 'comparison' }),
    doc: 'How many versions it has; at least one unless said.',
    examples: ['">= 2"'],
  },
  with: {
    type: either(KEPT, list(KEPT)),
    doc: 'What is kept with the version, or with the run that it came from.',
    examples: ['[data version, hyperparameters, metrics]'],
  },
  path: {
    type: text({ format: 'path' }),
    doc: 'The folder or database of the store; that of `runs`, else `mlruns` or `mlflow.db`, unless said.',
    examples: ['mlruns'],
  },
  mlflow: {
    type: text({ format: 'url' }),
    doc: 'In place of `path`: the address of a tracking server. It is asked once you have allowed its host.',
    examples: ['https://mlflow.example.org'],
  },
});

const EFFORT = fields({
  of: { type: text(), doc: 'A kind of work under `effort`.', required: true, examples: ['data'] },
  than: {
    type: text(),
    doc: 'The kind of work that it is compared with.',
    required: true,
    examples: ['modelling'],
  },
  at_least: {
    type: number({ least: 0 }),
    doc: 'It takes at least this many times as long.',
    examples: ['10'],
  },
  first: {
    type: text(),
    doc: 'Where it takes longer, this stage is signed off before that of `before`.',
    examples: ['data-readiness'],
  },
  before: { type: text(), doc: 'With `first`: the stage that has to wait.', examples: ['proof-of-concept'] },
});

const TIMEBOX = fields({
  stage: { type: text(), doc: 'The stage.', required: true, examples: ['proof-of-concept'] },
  weeks: {
    type: text({ format: 'weeks' }),
    doc: 'How many weeks it may take; of a range the greater.',
    required: true,
    examples: ['4..8'],
  },
});

const bound = text({ format: 'bound' });
const count = either(number({ integer: true, least: 0 }), bound);
const share = either(number({ least: 0 }), bound);

const DATA_DEMANDS = fields({
  rows: {
    type: count,
    doc: 'How many rows training, validation and test have together; a bare number is the least.',
    examples: ['">= 10000"', '">= data.rows_needed"'],
  },
  missing: {
    type: share,
    doc: 'The share of missing values in the column that has most of them.',
    examples: ['"<= 5%"'],
  },
  shared_rows: {
    type: count,
    doc: 'Rows of a later split that an earlier one has too, by their features; a bare number is the most.',
    examples: ['0'],
  },
  shared_groups: {
    type: count,
    doc: 'Values of a column of `data.groups` that two splits share.',
    examples: ['0'],
  },
  groups: {
    type: either(text({ refers: 'column' }), list(text({ refers: 'column' }))),
    doc: 'With `shared_groups`: only these columns of `data.groups`.',
    examples: ['[patient_id]'],
  },
  duplicates: {
    type: count,
    doc: 'Rows that repeat an earlier one of the same split, target included.',
    examples: ['0', '"<= 1%"'],
  },
  time_order: {
    type: flag,
    doc: 'By `data.time`, training ends before validation and test begin, as far apart as gap and horizon say.',
    examples: ['true'],
  },
  label_noise: {
    type: share,
    doc: 'The share of wrong labels, estimated from how often `data.annotators` agree.',
    examples: ['"<= 5%"'],
  },
  balance: {
    type: share,
    doc: 'The share of the rarest class among the rows of training.',
    examples: ['">= 10%"'],
  },
  separating_columns: {
    type: count,
    doc: 'Columns each of which separates the classes of the target alone: mostly a leak.',
    examples: ['0'],
  },
  profiled: { type: flag, doc: 'All data files that are named can be read whole.', examples: ['true'] },
});

const DRIFT_LIMITS = fields({
  psi: {
    type: share,
    doc: 'The population stability index, of the column where it is largest; a bare number is the most.',
    examples: ['"<= 0.2"'],
  },
  ks: {
    type: share,
    doc: "Kolmogorov and Smirnov's largest gap, for numbers; with `>=` the least p value, after Holm.",
    examples: ['"<= 0.1"', '">= 0.01"'],
  },
  js: {
    type: share,
    doc: "Jensen and Shannon's distance to base 2, from 0 to 1.",
    examples: ['"<= 0.1"'],
  },
  chi2: {
    type: share,
    doc: "Cramér's V, for categories; with `>=` the least p value of the chi-squared test, after Holm.",
    examples: ['"<= 0.1"', '">= 0.01"'],
  },
  columns: { type: either(column, list(column)), doc: 'Only these columns; all that both have unless said.' },
  reference: { type: split, doc: 'The split to compare with; training unless said.', examples: ['train'] },
  current: {
    type: text(),
    doc: 'The split that is compared; those with the role `production` unless said.',
    examples: ['current'],
  },
  bins: {
    type: number({ integer: true, least: 2 }),
    doc: "How many bins numbers are counted in, by the reference's quantiles; 10 unless said.",
    examples: ['10'],
  },
  floor: {
    type: number({ least: 0 }),
    doc: 'The least share that a bin counts with in the index; 0.0001 unless said.',
    examples: ['0.0001'],
  },
});

/** One piece of evidence: exactly one of the kinds, and what qualifies it. */
export const EVIDENCE_PIECE = fields({
  field: {
    type: field,
    doc: 'A field of the manifest that must be filled in.',
    examples: ['problem.decision'],
  },
  target: { type: flag, doc: 'With `field: metrics`: at least one of them has a target.' },
  file: {
    type: paths,
    doc: 'A file that must exist and not be an untouched template. Of several, or of a glob, one is enough.',
    examples: ['docs/scope.md'],
  },
  sections: {
    type: names,
    doc: 'With `file`: headings that it must have, each with text below.',
    examples: ['[MVP, Out of scope]'],
  },
  min_words: { type: number({ integer: true, least: 0 }), doc: 'With `file`: how many words it must have.' },
  mentions: { type: names, doc: 'With `file`: words of which it must contain at least one.' },
  metric: {
    type: text({ format: 'expression', refers: 'metric' }),
    doc: 'A metric of the manifest that must meet its target, or a comparison of metrics.',
    examples: ['recall', '"recall[split=test] >= 0.8"'],
  },
  metrics: {
    type: METRIC_SELECTION,
    doc: 'Every metric of the manifest that fits this description.',
    examples: ['{ kind: model, with: target }'],
  },
  split: {
    type: split,
    doc: 'With `metric` or `metrics`: the split that it is measured on. With `data`: the only split that counts; where splits are compared, it with the others.',
    examples: ['test'],
  },
  beats: {
    type: oneOf('baseline'),
    doc: 'With `metric` or `metrics`: better than its baseline, instead of its target.',
  },
  confident: { type: flag, doc: 'With `metric` or `metrics`: the confidence bound must meet it too.' },
  measured_on: {
    type: split,
    doc: 'With `metrics`: at least one has a value on this split.',
    examples: ['test'],
  },
  besides: {
    type: names,
    doc: 'With `metrics`: at least one that is none of these.',
    examples: ['[accuracy]'],
  },
  gap: {
    type: fields({
      between: { type: list(split), doc: 'Two splits.', required: true, examples: ['[train, validation]'] },
      max: {
        type: number({ least: 0 }),
        doc: 'How far they may part: absolute for values from 0 to 1, else relative.',
        required: true,
      },
    }),
    doc: 'With `metrics`: values on two splits lie close together.',
  },
  limit: {
    type: map('way of serving', text()),
    doc: 'With `metrics`: at most this much, by the way of serving.',
    examples: ['{ real-time: 100 ms, batch: 60 min }'],
  },
  declared: { type: flag, doc: 'With `metrics`: the manifest names one; no value is asked.' },
  slices: { type: flag, doc: 'With `metrics`: the worst slice is within `fairness.margin` of the whole.' },
  lint: {
    type: either(text({ names: 'rule-or-group' }), list(text({ names: 'rule-or-group' }))),
    doc: 'Rules, or groups of rules, that must find nothing in code that they could judge.',
    examples: ['[leakage, test-misuse]'],
  },
  paths: { type: paths, doc: 'With `lint`: only these files.', examples: ['[src/**]'] },
  severity: {
    type: oneOf('error', 'warning', 'information', 'hint'),
    doc: 'With `lint`: findings from this severity up count. `warning` unless said.',
  },
  notebook: {
    type: paths,
    doc: 'A notebook that ran from top to bottom without an error, with its outputs kept. Of several, or of a glob, one is enough.',
    examples: ['notebooks/eda.ipynb'],
  },
  data: {
    type: DATA_DEMANDS,
    doc: 'What the data files must be like, all of it.',
    examples: ['{ rows: ">= 10000", shared_rows: 0 }'],
  },
  drift: {
    type: DRIFT_LIMITS,
    doc: 'How far current data may lie from those of training, column by column.',
    examples: ['{ psi: "<= 0.2" }'],
  },
  runs: {
    type: either(
      text({ format: 'comparison' }),
      fields({
        count: { type: text({ format: 'comparison' }), doc: 'How many, as a comparison: ">= 2".' },
        history: { type: flag, doc: 'Only runs that keep a metric per step, so that its curve can be seen.' },
      }),
    ),
    doc: 'How many runs the manifest selects, at least.',
    examples: ['">= 2"', '{ history: true }'],
  },
  registry: {
    type: REGISTRY,
    doc: "What MLflow's model registry must hold: in the stores and servers among `runs`, else in `mlruns` or `mlflow.db`.",
    examples: ['{ model: fraud, alias: champion }', '{ versions: ">= 2" }'],
  },
  fresh: {
    type: FRESH,
    doc: 'Something that is young enough, by a time that it tells itself or that git knows; exactly one of file, run, metric, split and data.',
    examples: ['{ file: reports/drift.json, within: 30d }'],
  },
  command: {
    type: either(
      text(),
      fields({ named: { type: text(), doc: 'Its name under `commands`.', required: true } }),
    ),
    doc: 'A command that exits with status 0: a command line, or a name under `commands`. It runs when somebody asks for it, never by itself.',
    examples: ['npm run check-model', '{ named: check-data }'],
  },
  effort: {
    type: EFFORT,
    doc: 'How long one kind of work takes against another, by `effort` of the manifest.',
    examples: ['{ of: production, at_least: 10, than: proof-of-concept }'],
  },
  timebox: {
    type: TIMEBOX,
    doc: 'A stage takes no longer than this, from the sign-off of the stage before it.',
    examples: ['{ stage: proof-of-concept, weeks: 4..8 }'],
  },
  looks: {
    type: field,
    doc: 'The field that says how often the test set may be looked at; runs and executed cells that score it are counted.',
    examples: ['data.test_looks'],
  },
  manual: { type: flag, doc: 'A person ticks it.' },
  where: {
    type: field,
    doc: 'Asked only where this field of the manifest is filled in.',
    examples: ['data.splits.current'],
  },
  all: {
    type: list(evidence),
    doc: 'Several pieces of evidence, all of which must be met. A list means the same.',
  },
  any: { type: list(evidence), doc: 'Several pieces of evidence, one of which must be met.' },
});

/** The fields that name a kind; a piece of evidence has exactly one. */
export const EVIDENCE_KINDS = [
  'field',
  'file',
  'metric',
  'metrics',
  'lint',
  'notebook',
  'data',
  'drift',
  'runs',
  'registry',
  'fresh',
  'command',
  'effort',
  'timebox',
  'looks',
  'manual',
  'all',
  'any',
] as const;

/** Which fields qualify which kind; `where` qualifies all. */
export const EVIDENCE_QUALIFIERS = {
  target: ['field'],
  sections: ['file'],
  min_words: ['file'],
  mentions: ['file'],
  split: ['metric', 'metrics', 'data'],
  beats: ['metric', 'metrics'],
  confident: ['metric', 'metrics'],
  measured_on: ['metrics'],
  besides: ['metrics'],
  gap: ['metrics'],
  limit: ['metrics'],
  declared: ['metrics'],
  slices: ['metrics'],
  paths: ['lint'],
  severity: ['lint'],
} as const satisfies Record<string, readonly (typeof EVIDENCE_KINDS)[number][]>;
