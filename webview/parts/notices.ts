import type { Place } from '../../src/base/place';
import type { Notice } from '../../src/reports/document';
import { el, icon, prose } from './dom';
import { link } from './link';

const ICONS: Readonly<Record<Notice['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
};

/** What the reader should know, under a heading; nothing when there is nothing. */
export function noticeList(
  title: string,
  notices: readonly Notice[],
  open: (place: Place) => void,
): HTMLElement | undefined {
  if (notices.length === 0) return undefined;
  return el(
    'section',
    { class: 'notices', 'aria-labelledby': 'notices-title' },
    el('h2', { id: 'notices-title' }, title),
    el('ul', {}, ...noticeItems(notices, open)),
  );
}

/** The same as items of a list. */
export function noticeItems(notices: readonly Notice[], open: (place: Place) => void): HTMLElement[] {
  return notices.map(notice => noticeItem(notice, open));
}

function noticeItem({ severity, message, place }: Notice, open: (place: Place) => void): HTMLElement {
  const words = el(
    'span',
    { class: 'message' },
    el('span', { class: 'hidden' }, `${severity}: `),
    ...prose(message),
  );
  const where = place && link('Show', place, open, `Show where: ${message}`);
  return el('li', { class: `notice is-${severity}` }, icon(ICONS[severity]), words, where);
}
