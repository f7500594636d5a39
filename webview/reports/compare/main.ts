import 'uplot/dist/uPlot.min.css';
import '../../styles/page.css';
import '../../styles/table.css';
import '../../styles/blocks.css';
import '../../styles/compare.css';
import type { Place } from '../../../src/base/place';
import type { CompareView } from '../../../src/reports/compare/view';
import { shortIds } from '../../../src/reports/shown';
import { el, icon } from '../../parts/dom';
import { keepingFocus } from '../../parts/focus';
import { link } from '../../parts/link';
import type { TableActions } from '../../parts/table-block';
import { curveList } from './curves';
import { connectCompare } from './host';
import { sectionOf } from './sections';
import { swatch } from './swatch';

const page = document.getElementById('page');
if (page) start(page);

/** Asks for the comparison and draws it, again whenever a run goes on. */
function start(page: HTMLElement): void {
  const host = connectCompare();
  const open = (place: Place): void => host.post({ type: 'open', place });
  const actions: TableActions = { open, folds: foldsOfPage() };
  const curves = curveList((curve, { min, max }) => host.post({ type: 'zoom', curve, from: min, to: max }));
  page.replaceChildren(el('p', { class: 'quiet', role: 'status' }, 'Reading the runs …'));
  host.listen(message => {
    if (message.type === 'gone') {
      page.replaceChildren(el('h1', {}, 'No comparison'), el('p', { role: 'alert' }, message.message));
      return;
    }
    if (message.type === 'detail') return curves.detail(message.detail);
    const { view } = message;
    host.keep({ project: view.project.file, runs: [...view.runs.map(({ id }) => id), ...view.missing] });
    keepingFocus(page, () => {
      curves.draw(view);
      page.replaceChildren(
        header(view, () => host.post({ type: 'pick' })),
        runList(view, open),
        ...view.sections.map(section => sectionOf(section, actions)),
        curves.element,
      );
      curves.resize();
    });
  });
  host.post({ type: 'ready' });
}

function header({ project, summary, missing }: CompareView, pick: () => void): HTMLElement {
  const gone = missing.length > 0 && el('p', { class: 'gone' }, `Not there any more: ${missing.join(', ')}.`);
  return el(
    'header',
    {},
    el('h1', {}, `Runs of ${project.name}`),
    el('button', { class: 'pick', 'data-key': 'pick', onclick: pick }, icon('git-compare'), ' Pick runs…'),
    el('p', { class: 'summary', role: 'status' }, summary),
    gone,
  );
}

/** The runs with the line that stands for each in the curves. */
function runList({ runs }: CompareView, open: (place: Place) => void): HTMLElement {
  const items = runs.map(({ name, path, place, time, status }, index) => {
    const beside = [time, statusText(status)].filter(Boolean).join(' · ');
    return el(
      'li',
      {},
      swatch(index),
      el('strong', {}, name),
      link(shortIds(path), place, open, `Open ${path}`),
      beside !== '' && el('span', { class: 'quiet' }, beside),
    );
  });
  return el('ul', { class: 'runs', 'aria-label': 'Runs' }, ...items);
}

/** Of a run that finished nothing need be said. */
function statusText(status: string | undefined): string | undefined {
  return status === 'FINISHED' ? undefined : status?.toLowerCase();
}

/** What is unfolded stays so when the page is drawn again. */
function foldsOfPage(): TableActions['folds'] {
  const unfolded = new Set<string>();
  return {
    isOpen: key => unfolded.has(key),
    set: (key, open) => {
      if (open) unfolded.add(key);
      else unfolded.delete(key);
    },
  };
}
