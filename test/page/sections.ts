import type { Place } from '../../src/base/place';
import type { Figure, Linked, Row, Section, TableBlock } from '../../src/reports/document';
import { CHARTS } from '../support/charts';

const at = (file: string, line: number): Place => ({
  file,
  range: { start: { line, column: 4 }, end: { line, column: 10 } },
});
const METRICS = '/project/reports/metrics.json';
const linked = (line: number): Linked => ({
  kind: 'link',
  text: `reports/metrics.json, line ${line + 1}`,
  place: at(METRICS, line),
});
export const MARKUP = '<img src=x onerror=alert(1)>';
export const HEBREW = 'רגישות (מבחן)';

const share = (value: number, low: number, high: number, n: number, line = 4): Figure => ({
  kind: 'figure',
  text: String(value),
  value,
  n,
  certainty: { low, high, level: 0.95, method: 'wilson', text: `${low.toFixed(3)} – ${high.toFixed(3)}` },
  source: linked(line),
});
const bare = (text: string, value?: number): Figure => ({
  kind: 'figure',
  text,
  ...(value !== undefined && { value }),
  certainty: { none: 'the source gives no counts' },
});

const VERDICTS: TableBlock = {
  kind: 'table',
  id: 'verdict-table',
  title: 'Metrics against their targets',
  columns: [
    { title: 'Metric' },
    { title: 'Verdict' },
    { title: 'Value', isNumber: true },
    { title: 'Target', isNumber: true },
    { title: 'Baseline', isNumber: true },
    { title: 'Why' },
  ],
  rows: [
    {
      tone: 'undecided',
      cells: [
        { kind: 'link', text: 'recall (test)', place: at('/project/holdout.yaml', 11) },
        { kind: 'word', text: 'undecided', tone: 'undecided' },
        share(0.9302, 0.814, 0.9759, 43),
        '≥ 0.9',
        { kind: 'word', text: '0.62, beaten', tone: 'good' },
        '0.9302 is ≥ 0.9, but the 95 % interval 0.814 – 0.976 reaches to both sides of the target.',
      ],
    },
    {
      tone: 'good',
      cells: [
        { kind: 'link', text: 'precision (test)', place: at('/project/holdout.yaml', 12) },
        { kind: 'word', text: 'met', tone: 'good' },
        share(0.9756, 0.874, 0.9957, 41, 5),
        '≥ 0.85',
        '—',
        'All of the 95 % interval 0.874 – 0.996 is ≥ 0.85.',
      ],
    },
    {
      tone: 'bad',
      cells: [
        { kind: 'link', text: 'specificity (test)', place: at('/project/holdout.yaml', 13) },
        { kind: 'word', text: 'not met', tone: 'bad' },
        share(0.7183, 0.604, 0.8098, 71, 6),
        '≥ 0.9',
        { kind: 'word', text: '0.8, not beaten', tone: 'bad' },
        'None of the 95 % interval 0.604 – 0.810 is ≥ 0.9.',
      ],
    },
    {
      tone: 'good',
      cells: [
        { kind: 'link', text: 'latency_p95', place: at('/project/holdout.yaml', 14) },
        { kind: 'word', text: 'met', tone: 'good' },
        { ...bare('84 ms', 84), source: linked(9) },
        '≤ 100 ms',
        '—',
        '84 ms is ≤ 100 ms. No interval: the source gives no counts.',
      ],
    },
    {
      tone: 'quiet',
      cells: [
        { kind: 'link', text: MARKUP, place: at('/project/holdout.yaml', 15) },
        { kind: 'word', text: 'unknown', tone: 'quiet' },
        bare('—'),
        '—',
        '—',
        `There is no \`${MARKUP}\` in what the runs report. They report \`recall\`, \`precision\`.`,
      ],
    },
  ],
  note: 'Met: the whole interval is on the good side of the target.',
};

/** Slices as a long table. */
export function slices(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    cells: [
      i === 0
        ? HEBREW
        : i === 1
          ? 'a_site_with_a_very_long_name_that_nobody_broke_in_two_parts'
          : `site ${i}`,
      share(Number((0.5 + ((i * 37) % 50) / 100).toFixed(2)), 0.4, 0.99, 20 + ((i * 53) % 400)),
      bare(String(i), i),
    ],
    ...(i % 9 === 3 && { tone: 'bad' as const }),
  }));
}

const table = (id: string, title: string, rows: readonly Row[], more?: number): TableBlock => ({
  kind: 'table',
  id,
  title,
  columns: [{ title: 'Slice' }, { title: 'Recall', isNumber: true }, { title: 'Rank', isNumber: true }],
  rows,
  ...(more !== undefined && { more }),
});

/** Every kind of block, every kind of chart, every kind of cell, and what is missing. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'verdict',
    title: 'Verdict',
    summary: '2 of 5 metrics met, 1 not met, 1 undecided, 1 unknown.',
    blocks: [
      VERDICTS,
      {
        kind: 'chart',
        id: 'verdict-intervals',
        title: 'Metrics with their intervals, targets and baselines',
        text: 'Each dot is a value, the line around it its 95 % interval. Not on this axis: latency_p95.',
        chart: CHARTS.verdicts,
        table: { ...VERDICTS, id: 'verdict-intervals-table', title: 'Metrics with their intervals' },
      },
    ],
  },
  {
    id: 'warnings',
    title: 'Before you trust these numbers',
    summary: '2 doubts, 1 remark.',
    blocks: [
      {
        kind: 'notices',
        notices: [
          {
            severity: 'error',
            message: '`auc` is NaN in metrics.json: the training diverged, or it was computed on nothing.',
            place: at(METRICS, 7),
          },
          {
            severity: 'warning',
            message: '`specificity` is 0.7183 and does not beat its baseline of 0.8.',
            place: at(METRICS, 6),
          },
          {
            severity: 'information',
            message: 'reports/old.json: Lists are not read as metrics: `roc.fpr`.',
          },
        ],
      },
    ],
  },
  {
    id: 'provenance',
    title: 'Where the numbers come from',
    summary: '2 runs read.',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { name: 'Run', value: 'metrics.json' },
          { name: 'Commit', value: { kind: 'word', text: '0123abcd, as committed', tone: 'good' } },
          { name: 'File', value: linked(0) },
          { name: 'Rows', value: { ...bare('114', 114), certainty: { none: 'it is a count' } } },
        ],
      },
      { kind: 'text', text: 'Sources are read as they are on disk; `runs` in the manifest selects them.' },
    ],
  },
  {
    id: 'task',
    title: 'How well it classifies',
    blocks: (['confusion', 'roc', 'calibration', 'cost', 'latency', 'residuals'] as const).map(id => ({
      kind: 'chart',
      id,
      title: `What ${id} shows`,
      text: 'One or two sentences on it.',
      chart: CHARTS[id],
      table: table(`${id}-table`, `The numbers of ${id}`, slices(4)),
    })),
  },
  {
    id: 'slices',
    title: 'Slices',
    summary: 'Differences are adjusted for their number by Holm.',
    blocks: [table('slices-table', 'Recall by site', slices(40), 160)],
  },
  {
    id: 'history',
    title: 'History and drift',
    blocks: (['history', 'drift', 'bins', 'gains'] as const).map(id => ({
      kind: 'chart',
      id,
      title: `What ${id} shows`,
      text: 'One or two sentences on it.',
      chart: CHARTS[id],
      table: table(`${id}-table`, `The numbers of ${id}`, slices(3)),
    })),
  },
  {
    id: 'business',
    title: 'Business',
    missing: '`problem.cost` in the manifest says what errors cost.',
    blocks: [],
  },
  {
    id: 'ledger',
    title: 'Looks at the test set',
    missing: 'A run with a score on a test split, or `data.test_looks` in the manifest.',
    blocks: [],
  },
];
