import { formatNumber, formatTarget } from '../../reports/format';
import { doubtsIn } from '../../reports/doubts';
import type { MetricRow, ReportView } from '../../reports/view';
import { escapeMarkdown, proseMarkdown } from '../markdown/text';
import { pathFrom } from '../place';
import { markText } from './marks';
import type { Part } from './numbers';
import { numberOf } from './numbers';
import { boundVerdict } from './verdicts';

/** The table of results, every number with its mark, and what casts doubt on them. */
export function resultLines(view: ReportView, root: string): readonly string[] {
  if (view.metrics.length === 0) return ['The manifest names no metrics.'];
  return [
    '| Metric | Split | Value | Interval | Rows | Target | Baseline | Verdict | Source |',
    '|:--|:--|--:|--:|--:|--:|--:|:--|:--|',
    ...view.metrics.map(row => `| ${cellsOf(row, root).join(' | ')} |`),
  ];
}

function cellsOf(row: MetricRow, root: string): readonly string[] {
  const { name, split, interval, target, baseline, source, unit, text } = row;
  const bound = (part: Part, shown: string): string => {
    const number = numberOf(row, part);
    return number ? `${shown}${markText(number, pathFrom(root, number.place.file), 'html')}` : shown;
  };
  const inUnit = unit === undefined ? '' : ` ${escapeMarkdown(unit)}`;
  return [
    escapeMarkdown(name),
    escapeMarkdown(split ?? ''),
    row.value === undefined ? escapeMarkdown(text) : `${bound('value', formatNumber(row.value))}${inUnit}`,
    interval
      ? `${bound('low', interval.low.toFixed(3))} – ${bound('high', interval.high.toFixed(3))} (${Math.round(interval.level * 100)} %, ${interval.method})`
      : '—',
    interval?.n === undefined ? '—' : bound('n', formatNumber(interval.n)),
    target
      ? `${bound('target', escapeMarkdown(formatTarget(target.op, target.value, undefined)))}${inUnit}`
      : '—',
    baseline ? `${bound('baseline', formatNumber(baseline.value))}${inUnit}` : '—',
    boundVerdict(row),
    source ? escapeMarkdown(pathFrom(root, source.place.file)) : '—',
  ];
}

/** Warnings of the report, as they stand below its results. */
export function doubtLines(view: ReportView): readonly string[] {
  return doubtsIn(view)
    .filter(({ severity }) => severity !== 'information')
    .map(({ message }) => `- ${proseMarkdown(message)}`);
}
