import type { Tone } from '../base/chart';
import type { Cell, Figure, Section, TableBlock } from '../reports/document';
import type { MetricRow, MetricVerdict, ReportView } from '../reports/view';

const TONES: Readonly<Record<MetricVerdict, Tone>> = {
  met: 'good',
  'not met': 'bad',
  undecided: 'undecided',
  unknown: 'quiet',
};

const COLUMNS = [
  { title: 'Metric' },
  { title: 'Verdict' },
  { title: 'Value', isNumber: true },
  { title: 'Target', isNumber: true },
  { title: 'Baseline', isNumber: true },
  { title: 'Why' },
] as const;

/** What a report says beside its sections, as sections: the verdicts, and what casts doubt on them. */
export function wholeDocument({ metrics, notices, sections }: ReportView): readonly Section[] {
  const has = (id: string): boolean => sections.some(section => section.id === id);
  const doubts: Section = {
    id: 'notices',
    title: 'Before you trust these numbers',
    blocks: [{ kind: 'notices', notices }],
  };
  return [
    ...(has('verdict') || metrics.length === 0 ? [] : [verdicts(metrics)]),
    ...(has('warnings') || notices.length === 0 ? [] : [doubts]),
    ...sections,
  ];
}

function verdicts(metrics: readonly MetricRow[]): Section {
  const table: TableBlock = {
    kind: 'table',
    id: 'verdict-table',
    title: 'Metrics with their targets, baselines and verdicts',
    columns: COLUMNS,
    rows: metrics.map(row => ({ cells: cellsOf(row), tone: TONES[row.verdict] })),
  };
  return { id: 'verdict', title: 'Verdicts', blocks: [table] };
}

function cellsOf(row: MetricRow): readonly Cell[] {
  const name = row.split === undefined ? row.name : `${row.name} (${row.split})`;
  return [
    { kind: 'link', text: name, place: row.declared },
    { kind: 'word', text: row.verdict, tone: TONES[row.verdict] },
    figureOf(row),
    row.target?.text ?? '—',
    row.baseline?.text ?? '—',
    row.reason,
  ];
}

function figureOf({ value, text, interval, source }: MetricRow): Figure {
  return {
    kind: 'figure',
    text,
    ...(value !== undefined && { value }),
    ...(interval?.n !== undefined && { n: interval.n }),
    certainty: interval
      ? {
          low: interval.low,
          high: interval.high,
          level: interval.level,
          method: 'wilson',
          text: interval.text,
        }
      : { none: 'the source gives no counts' },
    ...(source && { source: { kind: 'link', text: source.path, place: source.place } }),
  };
}
