import type { Place } from '../../../src/base/place';
import { START_OF_FILE } from '../../../src/base/place';
import type { MetricVerdict, ReportView } from '../../../src/reports/view';
import { el } from '../../parts/dom';
import { button } from '../../parts/toolkit';
import { verdictIcon } from '../../parts/verdict';
import { noticeList } from '../../parts/notices';
import { metricTable } from './table';

/** The first tab: how many metrics have which verdict, all of them in a table, and what casts doubt on them. */
export function overview(view: ReportView, open: (place: Place) => void): HTMLElement[] {
  if (view.metrics.length === 0) return [empty(view, open)];
  const notices = noticeList('Before you trust these numbers', view.notices, open);
  return [strip(view), metricTable(view.metrics, open), ...(notices ? [notices] : [])];
}

function strip({ summary }: ReportView): HTMLElement {
  const cards: readonly (readonly [MetricVerdict, number])[] = [
    ['met', summary.met],
    ['not met', summary.notMet],
    ['undecided', summary.undecided],
    ['unknown', summary.unknown],
  ];
  return el(
    'ul',
    { class: 'strip', 'aria-label': 'Verdicts' },
    ...cards.map(([verdict, count]) => card(verdict, count)),
  );
}

function card(verdict: MetricVerdict, count: number): HTMLElement {
  return el(
    'li',
    { class: count === 0 ? 'card none' : 'card' },
    verdictIcon(verdict),
    el('span', { class: 'count' }, String(count)),
    el('span', { class: 'word' }, verdict),
  );
}

const EXAMPLE = `metrics:
  recall: { min: 0.80, baseline: 0.52, split: test }
runs:
  - reports/*.json`;

function empty({ project }: ReportView, open: (place: Place) => void): HTMLElement {
  const toManifest = (): void => open({ file: project.file, range: START_OF_FILE });
  return el(
    'section',
    { class: 'empty' },
    el('h2', {}, 'No metrics yet'),
    el('p', {}, 'Name in the manifest what the model has to reach, and where its metrics are written:'),
    el('pre', {}, el('code', {}, EXAMPLE)),
    button('Open manifest', 'go-to-file', toManifest),
  );
}
