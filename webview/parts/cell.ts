import type { Cell, Figure } from '../../src/reports/document';
import type { Actions } from './actions';
import { el, prose, type Child } from './dom';
import { link } from './link';
import { toned } from './tone';

/**
 * What a cell of a table shows. A figure leads to where it was read, and has its interval and its rows below it.
 *
 * @param mark the letters of the notes below the table that hold for a figure
 */
export function cellContent(
  cell: Cell,
  { open }: Pick<Actions, 'open'>,
  mark?: (figure: Figure) => string,
): Child[] {
  if (typeof cell === 'string') return [el('bdi', {}, ...prose(cell))];
  switch (cell.kind) {
    case 'link':
      return [link(cell.text, cell.place, open, `Open ${where(cell.place.file)}`)];
    case 'word':
      return [toned(cell.text, cell.tone)];
    case 'figure':
      return figure(cell, open, mark?.(cell) ?? '');
  }
}

function figure(cell: Figure, open: Actions['open'], letters: string): Child[] {
  const { text, source } = cell;
  const number = source ? link(text, source.place, open, `Open ${source.text}`) : el('span', {}, text);
  number.classList.add('value');
  if (source) number.setAttribute('aria-label', `${text}, from ${source.text}`);
  const note = letters !== '' && el('sup', {}, el('span', { class: 'hidden' }, ' note '), letters);
  const [first, ...rest] = detailsOf(cell).map(detail => el('span', {}, detail));
  return [
    el('span', { class: 'figure' }, number, note),
    first &&
      el(
        'span',
        { class: 'detail' },
        first,
        ...rest.flatMap(one => [el('span', { class: 'dot' }, ' · '), one]),
      ),
  ];
}

/** `0.814 – 0.976` and `n = 43` */
function detailsOf({ certainty, n }: Figure): readonly string[] {
  const rows = n === undefined ? [] : [`n = ${n.toLocaleString('en-US')}`];
  return ['low' in certainty ? [certainty.text] : [], rows].flat();
}

function where(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** What rows are sorted by: the number, or the words. */
export function cellOrder(cell: Cell | undefined): number | string {
  if (cell === undefined) return '';
  if (typeof cell === 'object' && cell.kind === 'figure') return cell.value ?? -Infinity;
  const text = typeof cell === 'string' ? cell : cell.text;
  const number = Number(text.replace(/,/g, '').replace('−', '-'));
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}

/** A cell's words alone. */
export function cellWords(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell.replaceAll('`', '') : cell.text;
}
