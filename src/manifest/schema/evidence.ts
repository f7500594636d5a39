import { either, evidence, fields, flag, free, list, map, number, oneOf, text } from './types';

const names = either(text(), list(text()));
const paths = either(text({ format: 'path' }), list(text({ format: 'path' })));

const split = text({ refers: 'split' });
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
    doc: 'With `metric` or `metrics`: the split that it is measured on.',
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
    type: free,
    doc: 'What the profile of the data files must meet. Not judged yet: always unknown.',
    examples: ['{ rows: ">= 10000", shared_rows: 0 }'],
  },
  drift: {
    type: free,
    doc: 'How far current data may lie from the reference. Not judged yet: always unknown.',
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
    type: free,
    doc: "What MLflow's registry holds. Not judged yet: always unknown.",
    examples: ['{ model: fraud, alias: champion }'],
  },
  fresh: {
    type: free,
    doc: 'A file that is young enough. Not judged yet: always unknown.',
    examples: ['{ file: reports/drift.json, within: 30d }'],
  },
  command: {
    type: text(),
    doc: 'A command that exits with status 0; run on request only. Not judged yet: always unknown.',
    examples: ['npm run check-model'],
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
  split: ['metric', 'metrics'],
  beats: ['metric', 'metrics'],
  confident: ['metric', 'metrics'],
  measured_on: ['metrics'],
  besides: ['metrics'],
  gap: ['metrics'],
  limit: ['metrics'],
  slices: ['metrics'],
  paths: ['lint'],
  severity: ['lint'],
} as const satisfies Record<string, readonly (typeof EVIDENCE_KINDS)[number][]>;
