import '../../styles/page.css';
import '../../styles/table.css';
import '../../styles/notices.css';
import '../../styles/history.css';
import type { Place } from '../../../src/base/place';
import { START_OF_FILE } from '../../../src/base/place';
import type { HistoryView } from '../../../src/reports/history-view';
import { el } from '../../parts/dom';
import { keepingFocus } from '../../parts/focus';
import type { Host } from '../../parts/host';
import { connect } from '../../parts/host';
import { button, defineElements, tabs } from '../../parts/toolkit';
import { ledger } from './ledger';
import { timelinePanel } from './timeline';

const page = document.getElementById('page');
if (page) start(page);

/** What stays while histories come and go. */
interface Frame {
  draw(view: HistoryView): void;
  show(tab: string): void;
}

/** Asks for the history and draws it, again whenever it changes. */
function start(page: HTMLElement): void {
  defineElements();
  const host = connect();
  let frame: Frame | undefined;
  let asked: string | undefined;
  page.replaceChildren(el('p', { class: 'quiet', role: 'status' }, 'Reading the history …'));
  host.listen(message => {
    switch (message.type) {
      case 'gone':
        frame = undefined;
        page.replaceChildren(gone(message.message));
        break;
      case 'history': {
        const made = (frame ??= frameOf(page, host, message.view.project.file, asked));
        keepingFocus(page, () => made.draw(message.view));
        break;
      }
      case 'show':
        asked = message.tab;
        frame?.show(message.tab);
        break;
      default:
    }
  });
  host.post({ type: 'ready' });
}

const TABS = ['timeline', 'ledger'] as const;

/** `asked`: the tab to begin with, in place of the one that was open last. */
function frameOf(page: HTMLElement, host: Host, project: string, asked: string | undefined): Frame {
  const open = (place: Place): void => host.post({ type: 'open', place });
  const keep = (tab: string): void => host.keep({ project, tab });
  const [head, summary] = [el('header'), el('p', { role: 'status', class: 'summary' })];
  const panels = { timeline: el('div', { class: 'panel' }), ledger: el('div', { class: 'panel' }) };
  const wanted = asked ?? host.state()?.tab;
  const first = TABS.find(tab => tab === wanted) ?? 'timeline';
  const tabbed = tabs(
    'History',
    [
      { id: 'timeline', title: 'Timeline', content: panels.timeline },
      { id: 'ledger', title: 'Test set', content: panels.ledger },
    ],
    first,
    keep,
  );
  const drawTimeline = timelinePanel(panels.timeline, open);
  page.replaceChildren(head, summary, tabbed.element);
  return {
    draw: view => {
      head.replaceChildren(...heading(view, open));
      summary.textContent = view.summary;
      drawTimeline(view);
      panels.ledger.replaceChildren(...ledger(view.ledger, open));
      tabbed.setCount('ledger', view.ledger.looks.length);
      keep(tabbed.active());
    },
    show: tab => {
      const known = TABS.find(one => one === tab) ?? 'timeline';
      tabbed.show(known);
      keep(known);
    },
  };
}

function heading({ project }: HistoryView, open: (place: Place) => void): HTMLElement[] {
  const toManifest = (): void => open({ file: project.file, range: START_OF_FILE });
  return [el('h1', {}, `${project.name}: history`), button('Open manifest', 'go-to-file', toManifest)];
}

function gone(message: string): HTMLElement {
  return el('section', { class: 'empty', role: 'alert' }, el('h1', {}, 'No history'), el('p', {}, message));
}
