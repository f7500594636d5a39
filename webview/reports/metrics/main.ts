import '../../styles/page.css';
import '../../styles/table.css';
import '../../styles/notices.css';
import '../../styles/metrics.css';
import type { Place } from '../../../src/base/place';
import { START_OF_FILE } from '../../../src/base/place';
import type { ReportView } from '../../../src/reports/view';
import { el } from '../../parts/dom';
import { keepingFocus } from '../../parts/focus';
import { connect } from '../../parts/host';
import { button, defineElements, tabs } from '../../parts/toolkit';
import { chartPanel } from './chart';
import { overview } from './overview';
import { sources } from './sources';

const page = document.getElementById('page');
if (page) start(page);

/** Asks for the report and draws it, again whenever it changes. */
function start(page: HTMLElement): void {
  defineElements();
  const host = connect();
  const open = (place: Place): void => host.post({ type: 'open', place });
  let draw: ((view: ReportView) => void) | undefined;
  page.replaceChildren(el('p', { class: 'quiet', role: 'status' }, 'Reading metrics …'));
  host.listen(message => {
    if (message.type === 'gone') {
      draw = undefined;
      page.replaceChildren(gone(message.message));
    }
    if (message.type !== 'report') return;
    draw ??= frame(page, open, host.state()?.tab, tab =>
      host.keep({ project: message.view.project.file, tab }),
    );
    const redraw = draw;
    keepingFocus(page, () => redraw(message.view));
  });
  host.post({ type: 'ready' });
}

const TABS = ['overview', 'chart', 'sources'] as const;

/** Builds what stays while reports come and go: the head and the tabs. */
function frame(
  page: HTMLElement,
  open: (place: Place) => void,
  kept: string | undefined,
  keep: (tab: string) => void,
): (view: ReportView) => void {
  const [head, summary] = [el('header'), el('p', { role: 'status', class: 'summary' })];
  const panels = { overview: panel(), chart: panel(), sources: panel() };
  const active = TABS.find(tab => tab === kept) ?? 'overview';
  const all = [
    { id: 'overview', title: 'Overview', content: panels.overview },
    { id: 'chart', title: 'Chart', content: panels.chart },
    { id: 'sources', title: 'Sources', content: panels.sources },
  ];
  const tabbed = tabs('Metric report', all, active, keep);
  const drawChart = chartPanel(panels.chart);
  page.replaceChildren(head, summary, tabbed.element);
  return view => {
    head.replaceChildren(...heading(view, open));
    summary.textContent = view.summary.text;
    panels.overview.replaceChildren(...overview(view, open));
    drawChart(view.metrics);
    panels.sources.replaceChildren(sources(view.sources, open));
    tabbed.setCount('sources', view.sources.length);
    keep(tabbed.active());
  };
}

function panel(): HTMLElement {
  return el('div', { class: 'panel' });
}

function heading({ project }: ReportView, open: (place: Place) => void): HTMLElement[] {
  const toManifest = (): void => open({ file: project.file, range: START_OF_FILE });
  return [el('h1', {}, `${project.name}: metrics`), button('Open manifest', 'go-to-file', toManifest)];
}

function gone(message: string): HTMLElement {
  return el('section', { class: 'empty', role: 'alert' }, el('h1', {}, 'No report'), el('p', {}, message));
}
