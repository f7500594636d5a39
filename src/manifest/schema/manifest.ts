import { either, evidence, fields, flag, free, list, map, number, oneOf, openFields, text } from './types';
import type { Read } from './types';

/**
 * The manifest, written down once: every field with its type, what it is for, and examples. The parser, the static type,
 * the JSON Schema and the documentation come from this table.
 */
const words = either(text(), list(text()));
const person = either(text(), list(text()));
const path = text({ format: 'path' });
const dataPath = text({ format: 'data-path' });
const date = text({ format: 'date' });
const column = text({ refers: 'column' });
const columns = either(column, list(column));
const split = text({ refers: 'split' });

const PROBLEM = openFields({
  decision: {
    type: text(),
    doc: 'The decision that the model supports.',
    examples: ['Hold or release a card payment'],
  },
  why: {
    type: text(),
    doc: 'Why the problem is worth solving, with a number if there is one.',
    examples: ['Chargebacks cost 2.1 M a year'],
  },
  why_ml: { type: text(), doc: 'Why machine learning can solve it, and a rule cannot.' },
  users: {
    type: words,
    doc: 'Who uses the result; the first user counts.',
    examples: ['[payment operations]'],
  },
  cost: {
    type: either(text(), map('kind of error', free, { refers: 'kind-of-error' })),
    doc: 'What a wrong prediction costs, per kind of error.',
    examples: ['{ false_positive: 4, false_negative: 120, unit: EUR }'],
  },
  baseline: {
    type: either(text(), number()),
    doc: 'What is to be beaten: a human, a heuristic, the system in use.',
    examples: ['the rule engine now in use'],
  },
  integration: { type: text(), doc: 'How it fits into existing processes.' },
});

const role = oneOf('train', 'validation', 'test', 'production', 'other');

const SPLIT = either(
  dataPath,
  fields({
    path: { type: dataPath, doc: 'The file, folder or glob.', required: true, examples: ['data/site_b.csv'] },
    role: {
      type: role,
      doc: 'What its rows are for; taken from its name unless said.',
    },
  }),
);

const TABLE_SPLIT = fields({
  column: { type: column, doc: 'The column that names the split of each row.', examples: ['fold'] },
  roles: {
    type: map('value of the column', role, { refers: 'split' }),
    doc: 'With `column`: what the rows of a value are for; taken from the value itself unless said.',
    examples: ['{ site-b: test, unused: other }'],
  },
  cutoff: { type: date, doc: 'Rows from this day on are the test set.', examples: ['2026-01-01'] },
  gap: {
    type: text({ format: 'duration' }),
    doc: 'Rows left out between training and test.',
    examples: ['7d'],
  },
  horizon: {
    type: text({ format: 'duration' }),
    doc: 'How far ahead a prediction looks.',
    examples: ['30d'],
  },
  cv: {
    type: oneOf('random', 'stratified', 'group', 'time'),
    doc: 'Cross-validation, and what its folds respect.',
    examples: ['group'],
  },
});

const TASKS = oneOf(
  'binary',
  'multiclass',
  'multilabel',
  'regression',
  'ranking',
  'forecasting',
  'clustering',
  'llm',
);

const PREDICTIONS = fields({
  path: { type: dataPath, doc: 'The file, folder or glob of predictions.', required: true },
  task: { type: TASKS, doc: 'What kind of prediction it holds; `task` of the manifest unless said.' },
  y_true: {
    type: columns,
    doc: 'The column of true values; of several labels a row, one column of 0 and 1 for each.',
    examples: ['label', '[is_news, is_sport]'],
  },
  y_score: {
    type: either(column, list(column), map('class', column)),
    doc: 'The column of scores or probabilities of the positive class, or one for each class.',
    examples: ['score', '{ cat: p_cat, dog: p_dog }'],
  },
  y_pred: { type: columns, doc: 'The column of predicted values.', examples: ['predicted'] },
  positive: {
    type: either(number(), flag, text()),
    doc: 'The value that counts as positive; that of `data.target` unless said.',
    examples: ['fraud'],
  },
  threshold: {
    type: number(),
    doc: 'From which score up a row is called positive, where there is no predicted value.',
    examples: ['0.35'],
  },
  weight: { type: column, doc: 'The column that says how much a row counts.' },
  group: {
    type: column,
    doc: 'The column that says which rows belong together: a customer, a series, the query of a ranking. Intervals draw whole groups.',
    examples: ['customer_id'],
  },
  split: { type: column, doc: 'The column that names the split.' },
  roles: {
    type: map('value of the column', role),
    doc: 'With `split`: what the rows of a value are for; taken from the value itself unless said.',
    examples: ['{ site-b: test }'],
  },
  slices: { type: columns, doc: 'Columns by which figures are broken down; `data.slices` unless said.' },
  id: { type: columns, doc: 'The columns that identify a row.', examples: ['payment_id'] },
  time: { type: column, doc: 'The column that says when.' },
  horizon: { type: column, doc: 'Of forecasts: the column that says how many steps ahead.' },
  season: {
    type: number({ integer: true, least: 1 }),
    doc: 'Of forecasts: how many rows of a series make up one season.',
    examples: ['7'],
  },
  lower: { type: column, doc: 'The column of the lower bound of what is predicted.' },
  upper: { type: column, doc: 'The column of the upper bound of what is predicted.' },
  coverage: {
    type: number({ least: 0 }),
    doc: 'The share of true values that is to lie between `lower` and `upper`.',
    examples: ['0.9'],
  },
  latency: { type: column, doc: 'The column that says how long a prediction took.' },
  cost: { type: column, doc: 'The column that says what a prediction cost.' },
  truth: {
    type: fields({
      path: { type: dataPath, doc: 'The file of true values.', required: true },
      y_true: { type: column, doc: 'The column of true values in it.' },
      on: {
        type: columns,
        doc: 'The columns by which its rows are those of the predictions.',
        required: true,
        examples: ['instant'],
      },
    }),
    doc: 'Another file that has the true values.',
    examples: ['{ path: data/targets.parquet, y_true: count, on: instant }'],
  },
  rival: {
    type: fields({
      name: { type: text(), doc: 'What the model is called.', examples: ['last release'] },
      path: {
        type: dataPath,
        doc: 'Its file of predictions, with the same `id`; the same file unless said.',
      },
      y_pred: { type: column, doc: 'The column of its predicted values.' },
      y_score: { type: column, doc: 'The column of its scores.' },
    }),
    doc: 'Another model on the same rows: both are compared by paired tests.',
    examples: ['{ name: last release, path: reports/predictions-1.4.csv }'],
  },
});

const DATA = openFields({
  sources: {
    type: words,
    doc: 'Where the data come from.',
    examples: ['[warehouse table payments, chargeback feed]'],
  },
  origin: { type: free, doc: 'For each source: interface, scraping, public set or synthetic.' },
  storage: { type: text(), doc: 'Where ingested data are kept.' },
  access: { type: text(), doc: 'How the sources are reached and combined.' },
  labelling: { type: text(), doc: 'How the labels are made.', examples: ['chargeback within 90 days'] },
  biases: {
    type: words,
    doc: 'Who or what is over- or under-represented, and why.',
    examples: ['[only customers who disputed]'],
  },
  shift: {
    type: text(),
    doc: 'How the world in which it will run differs from the one in which the data were collected.',
  },
  rows_needed: {
    type: number({ integer: true, least: 1 }),
    doc: 'How many rows the model class needs.',
    examples: ['10000'],
  },
  splits: {
    type: map('split', SPLIT, { refers: 'split' }),
    doc: 'The splits as files: a path, or a path with a role. A glob or a folder is one logical table.',
    examples: ['{ train: data/train.csv, test: data/test.csv }'],
  },
  table: { type: dataPath, doc: 'One table that `split` divides.', examples: ['data/all.parquet'] },
  index: {
    type: dataPath,
    doc: 'For images or texts: a table with one row an item and paths inside.',
    examples: ['data/index.csv'],
  },
  split: {
    type: TABLE_SPLIT,
    doc: 'How `table` or `index` is divided.',
    examples: ['{ cutoff: 2026-01-01, gap: 7d, horizon: 30d }'],
  },
  target: {
    type: either(
      column,
      fields({
        column: { type: column, doc: 'The column to predict.', required: true },
        positive: {
          type: either(number(), flag, text()),
          doc: 'The value that counts as positive.',
          examples: ['1'],
        },
      }),
    ),
    doc: 'What is predicted.',
    examples: ['{ column: is_fraud, positive: 1 }'],
  },
  time: {
    type: column,
    doc: 'The column that says when; turns on the checks for temporal leakage.',
    examples: ['paid_at'],
  },
  groups: {
    type: columns,
    doc: 'Columns whose values must not straddle splits; turns on the checks for groups.',
    examples: ['[card_id]'],
  },
  annotators: {
    type: columns,
    doc: 'Columns with the label of each annotator.',
    examples: ['[label_a, label_b]'],
  },
  id: {
    type: words,
    doc: 'Columns that identify a row: left out where rows are compared. Guessed from names unless said.',
    examples: ['payment_id'],
  },
  slices: {
    type: columns,
    doc: 'Columns by which metrics are broken down.',
    examples: ['[country, channel]'],
  },
  test_looks: {
    type: number({ integer: true, least: 0 }),
    doc: 'How often the test set may be looked at.',
    examples: ['3'],
  },
  max_age: {
    type: text({ format: 'duration' }),
    doc: 'How old the data may be and still predict.',
    examples: ['30d'],
  },
  predictions: {
    type: either(dataPath, PREDICTIONS),
    doc: 'A file of predictions, from which metrics can be computed afresh: a path, or a path with what its columns are, where their names do not tell.',
    examples: [
      'reports/predictions.csv',
      '{ path: reports/predictions.parquet, y_true: label, y_score: score }',
    ],
  },
});

const METRIC = fields({
  min: { type: number(), doc: 'The least value that is good enough.', examples: ['0.80'] },
  max: { type: number(), doc: 'The greatest value that is good enough.', examples: ['100'] },
  target: {
    type: text({ format: 'comparison' }),
    doc: 'The same as a comparison, in quotes.',
    examples: ['">= 0.80"'],
  },
  baseline: { type: number(), doc: 'The value of what is to be beaten.', examples: ['0.52'] },
  change: {
    type: either(number(), text({ format: 'percent' })),
    doc: 'A target relative to the baseline: a fall of 15 % is "-15%".',
    examples: ['"-15%"'],
  },
  split: { type: split, doc: 'The split that it is measured on.', examples: ['test'] },
  unit: { type: text({ refers: 'unit' }), doc: 'Its unit.', examples: ['ms'] },
  kind: { type: oneOf('model', 'operational', 'business'), doc: 'What it is about; `model` unless said.' },
  direction: {
    type: oneOf('higher', 'lower'),
    doc: 'Which way is better, where neither the target nor a well-known name says.',
  },
  expr: {
    type: text({ format: 'expression' }),
    doc: 'Computes it from other metrics instead of looking it up by name.',
    examples: ['"f1[split=train] - f1[split=validation]"'],
  },
  from: {
    type: path,
    doc: 'A file of its own, and the column or key in it.',
    examples: ['reports/kpi.csv#chargeback_rate'],
  },
});

const RUN = either(
  path,
  fields({
    path: {
      type: path,
      doc: 'An MLflow folder, `dvc.yaml`, a folder of DVCLive, or a glob of files.',
      examples: ['mlruns'],
    },
    mlflow: {
      type: text({ format: 'url' }),
      doc: 'In place of `path`: the address of an MLflow tracking server. It is asked once you have allowed its host.',
      examples: ['https://mlflow.example.org'],
    },
    experiment: {
      type: text(),
      doc: 'With an MLflow folder, database or server: only runs of this experiment, by name or id.',
      examples: ['fraud'],
    },
    where: {
      type: text(),
      doc: "Only runs that satisfy this condition, in the syntax of MLflow's search. Runs that did not finish count only where it asks for a status.",
      examples: [`"tags.stage = 'candidate'"`],
    },
    pick: {
      type: text(),
      doc: '`latest`, `best` (by the first metric of the manifest whose better direction is known), or the id or name of a run; `latest` unless said.',
      examples: ['latest'],
    },
    predictions: {
      type: text(),
      doc: "The predictions of each run, as a path from the run's own folder, for paired tests when runs are compared. A file that is called so, in that folder or its `artifacts`, is found by itself.",
      examples: ['artifacts/test_predictions.csv'],
    },
  }),
);

const CRITERION = fields({
  done: { type: date, doc: 'Ticked by a person on this day.', examples: ['2026-10-02'] },
  by: { type: person, doc: 'With `done`: who.', examples: ['r.ahn', '[r.ahn, k.lund]'] },
  note: { type: text(), doc: 'With `done`: what there is to say.' },
  files: {
    type: either(path, list(path)),
    doc: 'With `done`: what the tick rests on. When one of these files changes, it has to be ticked anew.',
    examples: ['[docs/consent.md]'],
  },
  waived: {
    type: text(),
    doc: 'Why it does not apply or is put off.',
    examples: ['"set with the desk in November"'],
  },
  ask: {
    type: text(),
    doc: 'What it asks. Under a new id this adds a criterion.',
    examples: ['Has legal reviewed consent?'],
  },
  help: { type: text(), doc: 'One line of help.' },
  evidence: {
    type: evidence,
    doc: "What answers it, in place of the lifecycle's own evidence.",
    examples: ['{ manual: true }'],
  },
  drop: { type: flag, doc: 'Removes the criterion from its stage.' },
});

const STAGE = fields({
  weeks: { type: text({ format: 'weeks' }), doc: 'How many weeks it may take.', examples: ['1..2'] },
  criteria: {
    type: map('criterion', CRITERION, { refers: 'criterion' }),
    doc: "Criteria by id: the lifecycle's own take an outcome, a new id with `ask` adds one, `drop: true` removes one.",
  },
  signed_off: {
    type: fields({
      on: { type: date, doc: 'When.', required: true, examples: ['2026-10-03'] },
      by: { type: person, doc: 'Who.', required: true, examples: ['r.ahn'] },
    }),
    doc: 'The stage is done, says a person.',
    examples: ['{ on: 2026-10-03, by: r.ahn }'],
  },
});

export const MANIFEST = openFields({
  version: {
    type: number({ integer: true, least: 1 }),
    doc: 'The version of this format: 1.',
    required: true,
    examples: ['1'],
  },
  name: { type: text(), doc: "The project's name.", required: true, examples: ['Card fraud screening'] },
  lifecycle: {
    type: text({ names: 'lifecycle' }),
    doc: 'The stages that the project goes through: a built-in lifecycle, or the path of your own.',
    required: true,
    examples: ['nine-stage', './our-lifecycle.yaml'],
  },
  owner: { type: person, doc: 'Who answers for the result.', examples: ['payments-risk'] },
  team: {
    type: openFields({
      scientists: { type: words, doc: 'Data scientists.', examples: ['[r.ahn]'] },
      experts: { type: words, doc: 'Experts of the subject.', examples: ['[chargeback desk]'] },
    }),
    doc: 'Who works on it.',
  },
  task: {
    type: TASKS,
    doc: 'What kind of prediction it makes.',
    examples: ['binary'],
  },
  scope: {
    type: openFields({
      use_case: { type: text(), doc: 'The one use case in focus.', examples: ['card payments online'] },
    }),
    doc: 'What is in and what is out.',
  },
  serving: {
    type: oneOf('real-time', 'batch'),
    doc: 'How predictions are served; decides how long one may take.',
    examples: ['real-time'],
  },
  privacy: { type: text(), doc: 'Whether the model can leak training data, and what is done about it.' },
  governance: { type: text(), doc: 'Policies for updates and audit.' },
  problem: { type: PROBLEM, doc: 'The problem, in the words of those who have it.' },
  data: { type: DATA, doc: 'The data: where they come from, how they are split, what is predicted.' },
  model: {
    type: openFields({
      why: {
        type: text(),
        doc: 'Why this class of model: data size, kinds of features, latency, interpretability.',
        examples: ['boosted trees, since there are 8,000 rows of mixed columns'],
      },
      registered: {
        type: text(),
        doc: 'The name under which the model registry has it.',
        examples: ['fraud'],
      },
    }),
    doc: 'The model that was chosen.',
  },
  metrics: {
    type: map('metric', METRIC, { refers: 'metric' }),
    doc: 'The numbers that decide, each with its target.',
    examples: ['{ recall: { min: 0.80, split: test } }'],
  },
  fairness: {
    type: fields({
      margin: {
        type: number({ least: 0 }),
        doc: 'How far the worst slice may lie from the whole.',
        examples: ['0.05'],
      },
      metric: {
        type: text({ refers: 'metric' }),
        doc: 'The metric that is compared by slice.',
        examples: ['recall'],
      },
    }),
    doc: 'What counts as fair.',
  },
  runs: {
    type: either(path, list(RUN)),
    doc: 'Where metrics come from: files, globs, MLflow folders and servers.',
    examples: ['[reports/*.json]'],
  },
  deployment: {
    type: openFields({
      kind: {
        type: oneOf('service', 'library', 'container', 'cloud', 'on-premises', 'batch', 'app'),
        doc: 'The way in which it is deployed.',
        examples: ['service'],
      },
      interface: { type: text(), doc: 'How others reach it.', examples: ['REST'] },
      infrastructure: { type: text(), doc: 'Where it runs.', examples: ['kubernetes'] },
      rollback: { type: text(), doc: 'How to go back to the version before.', examples: ['previous image'] },
      release: {
        type: text(),
        doc: 'How a new version reaches a part of the traffic first.',
        examples: ['10 % for a week'],
      },
      features: {
        type: text(),
        doc: 'Where the one definition of features lies that training and serving share.',
        examples: ['src/features.py'],
      },
      pipeline: { type: text(), doc: 'What runs the pipeline, and what happens when it fails.' },
      workflow: { type: text(), doc: 'The work that it is built into.' },
    }),
    doc: 'How it reaches its users.',
  },
  monitoring: {
    type: openFields({
      logs: { type: text(), doc: 'Where predictions are logged.', examples: ['predictions table'] },
      retraining: { type: text(), doc: 'The schedule or trigger of retraining.', examples: ['drift or 30d'] },
      fallback: { type: text(), doc: 'What stands in when the model fails.', examples: ['rule engine'] },
      alerts: { type: text(), doc: 'Who is told when something is wrong, and how.', examples: ['pager'] },
      feedback: {
        type: text(),
        doc: 'How users say that a prediction was wrong.',
        examples: ['dispute form'],
      },
    }),
    doc: 'How it is watched once it runs.',
  },
  stages: {
    type: map('stage', STAGE, { refers: 'stage' }),
    doc: 'What people decided: ticks, waivers, sign-offs, criteria of their own.',
  },
  commands: {
    type: map('command', text()),
    doc: 'Command lines by name, for evidence that asks for a command. They run in the folder of the manifest, when somebody asks for it.',
    examples: ['{ check-data: python -m checks.data }'],
  },
  sealed: {
    type: fields({
      on: { type: date, doc: 'Since when.', required: true, examples: ['2026-10-05'] },
      by: { type: person, doc: 'By whom.', required: true, examples: ['r.ahn'] },
      digest: {
        type: text(),
        doc: 'The digest of what was sealed, as the command writes it.',
        required: true,
      },
    }),
    doc: 'Targets, splits and slices are frozen: later edits of them are shown. Written by the command Seal Targets.',
  },
  effort: {
    type: map('kind of work', text({ format: 'duration' })),
    doc: 'How long each kind of work took or may take.',
    examples: ['{ data: 30d, modelling: 10d }'],
  },
  lint: {
    type: fields({
      exclude: { type: list(text()), doc: 'Globs of files that are not linted.', examples: ['[archive/**]'] },
      rules: {
        type: map('rule', oneOf('error', 'warning', 'information', 'hint', 'off'), { names: 'rule' }),
        doc: 'Severities by rule; `off` turns a rule off.',
        examples: ['{ unseeded-evaluation-split: off }'],
      },
    }),
    doc: 'The linter in this project.',
  },
});

/** A manifest as read: every field optional, every value with its place. */
export type ManifestTree = NonNullable<Read<typeof MANIFEST>>['value'];
export type MetricTree = NonNullable<
  NonNullable<ManifestTree['metrics']>['value'][number]['content']
>['value'];
export type StageTree = NonNullable<NonNullable<ManifestTree['stages']>['value'][number]['content']>['value'];
export type CriterionTree = NonNullable<
  NonNullable<StageTree['criteria']>['value'][number]['content']
>['value'];
