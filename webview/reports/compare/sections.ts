import type { Place } from '../../../src/base/place';
import type { Block, Cell, Figure, Section, TableBlock } from '../../../src/reports/document';
import { el, prose, type Child } from '../../parts/dom';
import { link } from '../../parts/link';

type Open = (place: Place) => void;

/** A section of the comparison: its tables, or what would bring them. */
export function sectionOf({ id, title, summary, missing, blocks }: Section, open: Open): HTMLElement {
  return el(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    summary !== undefined && el('p', { class: 'lead' }, ...prose(summary)),
    missing !== undefined && el('p', { class: 'quiet' }, ...prose(missing)),
    ...blocks.map(block => blockOf(block, title, open)),
  );
}

/** Comparisons have tables, facts and sentences; other kinds of block are those of reports. */
function blockOf(block: Block, title: string, open: Open): Child {
  switch (block.kind) {
    case 'table':
      return tableOf(block, open);
    case 'text':
      return el('p', { class: 'quiet' }, ...prose(block.text));
    case 'facts':
      return el(
        'details',
        { 'data-key': 'equal' },
        el('summary', {}, `${title} (${block.facts.length})`),
        el(
          'dl',
          {},
          ...block.facts.flatMap(({ name, value }) => [
            el('dt', {}, name),
            el('dd', {}, ...cellOf(value, open)),
          ]),
        ),
      );
    default:
      return undefined;
  }
}

/** A table with its caption and notes. */
export function tableOf(table: TableBlock, open: Open): HTMLElement {
  const { title, columns, rows, note, more } = table;
  const classAt = (index: number): string | undefined => (columns[index]?.isNumber ? 'number' : undefined);
  const body = rows.map(({ cells: [first = '', ...rest] }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, ...cellOf(first, open)),
      ...rest.map((cell, index) => el('td', { class: classAt(index + 1) }, ...cellOf(cell, open))),
    ),
  );
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'scroller', role: 'region', tabindex: '0', 'aria-label': title, 'data-key': table.id },
      el(
        'table',
        {},
        el('caption', { class: 'hidden' }, title),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ...columns.map((column, at) => el('th', { scope: 'col', class: classAt(at) }, column.title)),
          ),
        ),
        el('tbody', {}, ...body),
      ),
    ),
    more !== undefined &&
      el('p', { class: 'quiet' }, `${more.toLocaleString('en-US')} more rows are left out.`),
    note !== undefined && el('p', { class: 'quiet' }, ...prose(note)),
  );
}

function cellOf(cell: Cell, open: Open): Child[] {
  if (typeof cell === 'string') return prose(cell);
  switch (cell.kind) {
    case 'link':
      return [link(cell.text, cell.place, open, `Open ${cell.text}`)];
    case 'word':
      return [el('span', { class: `word is-${cell.tone}` }, cell.text)];
    case 'figure':
      return figureOf(cell, open);
  }
}

function figureOf({ text, certainty, n, source }: Figure, open: Open): Child[] {
  const rows = n === undefined ? undefined : `n = ${n.toLocaleString('en-US')}`;
  const sure = 'low' in certainty ? `${certainty.text} (${Math.round(certainty.level * 100)} %)` : undefined;
  const detail = [sure, rows].filter(part => part !== undefined).join(', ');
  return [
    source ? link(text, source.place, open, `Open ${source.text}`) : text,
    detail !== '' && el('span', { class: 'detail' }, detail),
  ];
}
