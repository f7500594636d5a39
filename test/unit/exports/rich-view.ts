import type { Place } from '../../../src/base/place';
import type { Block, Section } from '../../../src/reports/document';
import type { ReportView } from '../../../src/reports/view';
import { VIEW } from '../../page/view';

/** A name that means something in Markdown, in HTML and to GitHub. */
export const NASTY =
  '<script>alert(1)</script> | [x](http://evil.test) @ada #1 `b` *c* _d_ \\ $e$ & &lt; -->';

const place = (line: number): Place => ({
  file: '/project/reports/metrics (old).json',
  range: { start: { line, column: 2 }, end: { line, column: 8 } },
});
const OUTSIDE: Place = { ...place(1), file: '/home/ada/secret/data.csv' };

const TABLE: Extract<Block, { kind: 'table' }> = {
  kind: 'table',
  id: 'slices-table',
  title: 'Recall by country',
  columns: [
    { title: 'Country' },
    { title: 'Recall', isNumber: true },
    { title: 'Verdict' },
    { title: 'Where' },
  ],
  rows: [
    {
      cells: [
        'SE',
        {
          kind: 'figure',
          text: '0.81',
          value: 0.81,
          n: 1200,
          certainty: { low: 0.78, high: 0.83, level: 0.95, method: 'wilson', text: '0.780 – 0.830' },
          source: { kind: 'link', text: 'metrics', place: place(3) },
          method: 'wilson',
        },
        { kind: 'word', text: 'met', tone: 'good' },
        { kind: 'link', text: 'metrics', place: place(3) },
      ],
      tone: 'good',
    },
    {
      cells: [
        NASTY,
        { kind: 'figure', text: '0.5', value: 0.5, certainty: { none: 'the source gives no counts' } },
        { kind: 'word', text: 'undecided', tone: 'undecided' },
        { kind: 'link', text: 'data', place: OUTSIDE },
      ],
    },
  ],
  note: 'Slices with fewer than `30` rows are left out.',
  more: 12,
};

const SECTIONS: readonly Section[] = [
  {
    id: 'words',
    title: 'Words',
    summary: `A summary with \`code\` and ${NASTY.replaceAll('`', '')}`,
    blocks: [
      { kind: 'text', text: '- no list, `code`' },
      { kind: 'text', text: '1. no list either' },
      {
        kind: 'notices',
        notices: [
          { severity: 'error', message: NASTY, place: place(1) },
          { severity: 'warning', message: 'The gap is `0.12`.', place: OUTSIDE },
          { severity: 'information', message: 'One line.' },
        ],
      },
      {
        kind: 'facts',
        facts: [
          { name: 'Commit', value: 'abc1234' },
          { name: NASTY, value: NASTY },
        ],
      },
    ],
  },
  { id: 'slices', title: 'Slices', blocks: [TABLE] },
  {
    id: 'charts',
    title: 'Charts',
    blocks: (
      [
        {
          kind: 'intervals',
          axis: { title: 'proportion' },
          rows: [
            { name: NASTY, value: 0.8, low: 0.7, high: 0.9, target: 0.85, baseline: 0.5, tone: 'undecided' },
          ],
        },
        {
          kind: 'lines',
          x: { title: 'false positives' },
          y: { title: 'true positives', domain: [0, 1] },
          lines: [
            { name: 'model', x: [0, 0.2, 1], y: [0, 0.8, 1], low: [0, 0.7, 1], high: [0, 0.9, 1] },
            { name: 'chance', x: [0, 1], y: [0, 1], isReference: true },
          ],
        },
        {
          kind: 'bars',
          axis: { title: 'rows' },
          bars: [
            { name: 'a', value: 3 },
            { name: 'b', value: 5 },
          ],
        },
        {
          kind: 'heatmap',
          rows: { title: 'true', names: ['0', '1'] },
          columns: { title: 'predicted', names: ['0', '1'] },
          cells: [
            [70, 2],
            [4, 38],
          ],
        },
        {
          kind: 'scatter',
          x: { title: 'fitted' },
          y: { title: 'residual' },
          points: [
            { x: 1, y: 0.5 },
            { x: 2, y: -0.5, name: 'worst' },
          ],
        },
      ] as const
    ).map((chart, index) => ({
      kind: 'chart',
      id: `chart-${index}`,
      title: `Chart of ${chart.kind}`,
      text: 'What it shows.',
      chart,
      table: { ...TABLE, id: `chart-table-${index}`, title: `Table of ${chart.kind}` },
    })),
  },
  { id: 'drift', title: 'Drift', missing: 'Name `data.splits` in the manifest.', blocks: [] },
];

/** A report with every kind of block, chart and cell, and names that are markup in every form. */
export const RICH: ReportView = { ...VIEW, sections: SECTIONS };
