import type { Place } from '../../../src/base/place';
import type { LedgerView, LookRow } from '../../../src/reports/history-view';
import { el, prose } from '../../parts/dom';
import { link } from '../../parts/link';

/** The second tab: how often the test set was looked at, and what that is worth. */
export function ledger(view: LedgerView, open: (place: Place) => void): HTMLElement[] {
  return [
    el('p', { class: 'count' }, view.summary),
    ...paragraphs('What the best look is worth by chance', view.chance),
    ...(view.looks.length > 0 ? [lookTable(view.looks, open)] : [empty()]),
    ...paragraphs('There may be more', view.doubts),
    ...possible(view, open),
  ];
}

function paragraphs(title: string, texts: readonly string[]): HTMLElement[] {
  if (texts.length === 0) return [];
  const items = texts.map(text => el('li', {}, ...prose(text)));
  return [el('section', {}, el('h2', {}, title), el('ul', {}, ...items))];
}

const HEADS = ['Look', 'File', 'Time', 'Scores', 'In the history'];

function lookTable(looks: readonly LookRow[], open: (place: Place) => void): HTMLElement {
  return el(
    'div',
    { class: 'scroller' },
    el(
      'table',
      {},
      el('caption', { class: 'hidden' }, 'Looks at the test set'),
      el('thead', {}, el('tr', {}, ...HEADS.map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, ...looks.map(look => lookRow(look, open))),
    ),
  );
}

function lookRow(look: LookRow, open: (place: Place) => void): HTMLElement {
  const { label, file, time, scores, several, noted, place } = look;
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, several ? `${label}, several times` : label),
    el('td', { class: 'source' }, place ? link(file, place, open, `Open ${file}`) : `${file} (gone)`),
    el('td', {}, time),
    el('td', {}, scores === '' ? '—' : scores),
    el('td', {}, noted ? 'yes' : 'not yet'),
  );
}

function possible({ possible: rows }: LedgerView, open: (place: Place) => void): HTMLElement[] {
  if (rows.length === 0) return [];
  const items = rows.map(({ text, place }) => el('li', {}, link(text, place, open, `Open ${text}`)));
  return [el('section', {}, el('h2', {}, 'Looks when it runs, and is not counted'), el('ul', {}, ...items))];
}

function empty(): HTMLElement {
  return el(
    'p',
    { class: 'quiet' },
    ...prose(
      'No run has a score on a test split, and no cell that was run scores a held-out part. Set `data.test_looks` in the manifest to say how many looks there may be.',
    ),
  );
}
