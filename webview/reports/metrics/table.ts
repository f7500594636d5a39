import type { Place } from '../../../src/base/place';
import type { MetricRow } from '../../../src/reports/view';
import { el, prose, type Child } from '../../parts/dom';
import { link } from '../../parts/link';
import { verdictMark } from '../../parts/verdict';

const COLUMNS = ['Metric', 'Verdict', 'Value', 'Target', 'Baseline', 'Interval', 'Source'] as const;
const NUMBERS: readonly string[] = ['Value', 'Target', 'Baseline', 'Interval'];

/** All metrics with their verdicts; the reason is a row of its own, so that it has nearly the whole width. */
export function metricTable(rows: readonly MetricRow[], open: (place: Place) => void): HTMLElement {
  const heads = COLUMNS.map(name =>
    el('th', { scope: 'col', class: NUMBERS.includes(name) ? 'number' : undefined }, name),
  );
  return el(
    'div',
    { class: 'scroller' },
    el(
      'table',
      { class: 'metrics' },
      el('caption', { class: 'hidden' }, 'Metrics with their targets, baselines and verdicts'),
      el('thead', {}, el('tr', {}, ...heads)),
      ...rows.map(row => el('tbody', {}, valueRow(row, open), reasonRow(row))),
    ),
  );
}

function valueRow(row: MetricRow, open: (place: Place) => void): HTMLElement {
  const { source } = row;
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, nameCell(row, open)),
    el('td', {}, verdictMark(row.verdict)),
    cell(row.text, 'value'),
    cell(row.target?.text),
    cell(baselineText(row)),
    // Beside the reason too: its second line would push the reasons of some rows away, and not of others.
    el('td', { class: 'number', rowspan: '2' }, ...intervalCell(row)),
    el(
      'td',
      { class: 'source', rowspan: '2' },
      source ? link(sourceText(source), source.place, open, `Open ${source.path}`) : '—',
    ),
  );
}

function reasonRow({ reason }: MetricRow): HTMLElement {
  return el(
    'tr',
    { class: 'reason' },
    el('td', { colspan: String(COLUMNS.length - 2) }, el('div', {}, ...prose(reason))),
  );
}

function nameCell(row: MetricRow, open: (place: Place) => void): HTMLElement {
  return el(
    'div',
    { class: 'name' },
    link(row.name, row.declared, open, `Open ${row.name} in the manifest`),
    row.split !== undefined && el('span', { class: 'tag' }, row.split),
    row.kind !== 'model' && el('span', { class: 'tag' }, row.kind),
  );
}

function baselineText({ baseline }: MetricRow): string | undefined {
  if (!baseline) return undefined;
  const words =
    baseline.beaten === undefined
      ? ''
      : baseline.beaten
        ? baseline.sure
          ? 'beaten'
          : 'ahead, undecided'
        : 'not beaten';
  return words === '' ? baseline.text : `${baseline.text} (${words})`;
}

function intervalCell({ interval }: MetricRow): Child[] {
  if (!interval) return ['—'];
  const { successes, n, method, level } = interval;
  const counts =
    successes === undefined || n === undefined
      ? ''
      : `${successes.toLocaleString('en-US')} of ${n.toLocaleString('en-US')}, `;
  const how = `${counts}${method} ${Math.round(level * 100)} %`;
  return [interval.text, el('span', { class: 'detail' }, how)];
}

function sourceText({ place, path }: NonNullable<MetricRow['source']>): string {
  return `${path.slice(path.lastIndexOf('/') + 1)}:${place.range.start.line + 1}`;
}

function cell(text: string | undefined, extra = ''): HTMLElement {
  return el('td', { class: `number ${extra}`.trim() }, text ?? '—');
}
