import type { Place } from '../../../src/base/place';
import { START_OF_FILE } from '../../../src/base/place';
import type { SourceRow } from '../../../src/reports/view';
import { el, prose } from '../../parts/dom';
import { link } from '../../parts/link';

/** Where the numbers came from. */
export function sources(rows: readonly SourceRow[], open: (place: Place) => void): HTMLElement {
  if (rows.length === 0) {
    return el(
      'p',
      { class: 'quiet' },
      ...prose('No runs have been read. `runs` in the manifest says where metrics are.'),
    );
  }
  const heads = ['Run', 'File', 'Time', 'Values'].map(name =>
    el('th', { scope: 'col', class: name === 'Values' ? 'number' : undefined }, name),
  );
  const body = rows.map(row => sourceRow(row, open));
  return el(
    'div',
    { class: 'scroller' },
    el(
      'table',
      {},
      el('caption', { class: 'hidden' }, 'Runs that metrics were read from'),
      el('thead', {}, el('tr', {}, ...heads)),
      el('tbody', {}, ...body),
    ),
  );
}

function sourceRow({ run, file, path, time, values }: SourceRow, open: (place: Place) => void): HTMLElement {
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, run),
    el('td', { class: 'source' }, link(path, { file, range: START_OF_FILE }, open, `Open ${path}`)),
    el('td', {}, time ?? 'not stated'),
    el('td', { class: 'number' }, String(values)),
  );
}
