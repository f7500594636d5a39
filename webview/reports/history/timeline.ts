import type { Place } from '../../../src/base/place';
import type { HistoryRow, HistoryView } from '../../../src/reports/history-view';
import { el, icon, prose } from '../../parts/dom';
import { noticeList } from '../../parts/notices';

const ALL = '';

/** The first tab: what happened, by day, narrowed down to a stage where the reader asks for one. */
export function timelinePanel(panel: HTMLElement, open: (place: Place) => void): (view: HistoryView) => void {
  let view: HistoryView | undefined;
  const list = el('div', {});
  const select = el('select', { id: 'stage', onchange: () => redraw() });
  const filter = el('p', { class: 'filter' }, el('label', { for: 'stage' }, 'Stage'), select);
  const redraw = (): void => {
    if (view) list.replaceChildren(...timeline(view, select.value));
  };
  return next => {
    view = next;
    const notices = noticeList('What does not fit together', next.notices, open);
    drawOptions(select, next);
    panel.replaceChildren(...(notices ? [notices] : []), ...(next.stages.length > 0 ? [filter] : []), list);
    redraw();
  };
}

/** What was chosen stays, as long as it is there. */
function drawOptions(select: HTMLSelectElement, { stages }: HistoryView): void {
  const chosen = select.value;
  select.replaceChildren(
    el('option', { value: ALL }, 'All stages'),
    ...stages.map(({ id, title }) => el('option', { value: id }, title)),
  );
  select.value = stages.some(({ id }) => id === chosen) ? chosen : ALL;
}

function timeline({ entries }: HistoryView, stage: string): HTMLElement[] {
  const shown = entries.filter(entry => stage === ALL || entry.stage === stage);
  if (shown.length === 0) return [empty()];
  const days = [...new Set(shown.map(({ day }) => day))];
  return days.map(day =>
    el(
      'section',
      { class: 'day', 'aria-label': day },
      el('h2', {}, el('time', { datetime: day }, day)),
      el('ol', {}, ...shown.filter(entry => entry.day === day).map(entryItem)),
    ),
  );
}

const ICONS: Readonly<Record<HistoryRow['kind'], string>> = {
  'signed-off': 'verified',
  reopened: 'issue-reopened',
  ticked: 'pass',
  unticked: 'circle-large-outline',
  waived: 'circle-slash',
  'waiver-withdrawn': 'discard',
  failing: 'error',
  look: 'eye',
  sealed: 'lock',
  edited: 'edit',
};

function entryItem({ kind, day, time, who, text, details, commit }: HistoryRow): HTMLElement {
  const by = [time, who ?? 'noticed by Holdout', commit === undefined ? undefined : `commit ${commit}`];
  return el(
    'li',
    { class: `entry is-${kind}` },
    icon(ICONS[kind]),
    el(
      'div',
      {},
      el('p', { class: 'what' }, ...prose(text)),
      el(
        'p',
        { class: 'quiet' },
        el('time', { datetime: `${day}T${time}Z` }, by.filter(Boolean).join(' · ')),
      ),
      details.length > 0 && more(details),
    ),
  );
}

function more(details: readonly string[]): HTMLElement {
  const items = details.map(detail => el('li', {}, ...prose(detail)));
  if (details.length < 3) return el('ul', { class: 'details' }, ...items);
  return el(
    'details',
    {},
    el('summary', {}, `${details.length} details`),
    el('ul', { class: 'details' }, ...items),
  );
}

function empty(): HTMLElement {
  return el(
    'section',
    { class: 'empty' },
    el('h2', {}, 'Nothing is noted yet'),
    el(
      'p',
      {},
      ...prose(
        'Ticks, waivers, sign-offs and looks at the test set are noted in `.holdout/history.jsonl` from the first decision on. Commit that file with the rest.',
      ),
    ),
  );
}
