import type { Cell, Row, TableBlock } from '../../src/reports/document';
import { isMoment, UNKNOWN } from '../../src/reports/shown';
import type { Actions } from './actions';
import { cellContent, cellWords } from './cell';
import { el, icon, prose } from './dom';
import { noteList, notesOf, type Notes } from './notes';
import { scroller } from './scroller';
import { nextOrder, orderOf, sorted, type Order } from './sort';
import { toneIcon } from './tone';

/** From so many rows on a table scrolls by itself, below its head. */
const TALL = 25;
/** So many columns find no room beside each other in a narrow window. */
const STACKING = 4;
/** So many find none in a wide one. */
const CROWDING = 6;
/** From so many rows on it can be sorted. */
const SORTABLE = 6;
/** More rows are made when they are asked for. */
export const MOST_ROWS = 200;

/** The anchor of a block, a section or a row in the page. */
export function anchor(id: string): string {
  return `at-${id}`;
}

/** What a table can ask of the page around it. */
export type TableActions = Pick<Actions, 'open' | 'folds'>;

/** A table with what has to be known to read it. */
export function tableBlock(table: TableBlock, actions: TableActions): HTMLElement {
  const { note, more, title, id } = table;
  const notes = notesOf(table.rows.flatMap(({ cells }) => cells));
  return el(
    'div',
    { class: 'table-block' },
    scroller(title, table.rows.length >= TALL, grid(table, notes, actions)),
    note !== undefined && el('p', { class: 'note' }, ...prose(note)),
    more !== undefined && el('p', { class: 'note' }, `${more.toLocaleString('en-US')} more are left out.`),
    noteList(notes, `notes ${id}`, actions.folds),
  );
}

function grid(table: TableBlock, notes: Notes, actions: TableActions): HTMLElement {
  const head = el('thead', { role: 'rowgroup' });
  const body = el('tbody', { role: 'rowgroup' });
  let shown = Math.min(table.rows.length, MOST_ROWS);
  const draw = (): void => {
    const order = orderOf(table.id);
    head.replaceChildren(headRow(table, order, sort));
    const rows = sorted(table.rows, order).slice(0, shown);
    body.replaceChildren(...rows.map(row => bodyRow(table, row, notes, actions)));
    if (shown < table.rows.length) body.append(restRow(table, showAll));
  };
  const sort = (column: number): void => {
    nextOrder(table.id, column);
    draw();
    head.querySelectorAll('button')[column]?.focus();
  };
  const showAll = (): void => {
    shown = table.rows.length;
    draw();
    body.querySelectorAll<HTMLElement>('tr')[MOST_ROWS]?.focus();
  };
  draw();
  return el(
    'table',
    { role: 'table', class: densityOf(table) },
    el('caption', { class: 'hidden' }, table.title),
    head,
    body,
  );
}

function densityOf({ columns, rows }: TableBlock): string | false {
  if (columns.length < STACKING) return false;
  const figures = columns.filter((_, at) => rows.some(({ cells }) => hasDetail(cells[at])));
  return columns.length < CROWDING && figures.length < STACKING ? 'stacks' : 'stacks crowds';
}

const hasDetail = (cell: Cell | undefined): boolean =>
  typeof cell === 'object' && cell.kind === 'figure' && 'low' in cell.certainty;

function headRow(
  { columns, rows, id }: TableBlock,
  order: Order | undefined,
  sort: (column: number) => void,
): HTMLElement {
  const heads = columns.map(({ title, isNumber }, index) => {
    const own = order?.column === index ? order.direction : undefined;
    const attributes = { scope: 'col', role: 'columnheader', class: isNumber && 'number', 'aria-sort': own };
    if (rows.length < SORTABLE) return el('th', attributes, title);
    const arrow = own && icon(own === 'ascending' ? 'arrow-up' : 'arrow-down');
    const button = { class: 'sort', 'data-key': `sort ${id} ${index}`, onclick: () => sort(index) };
    return el('th', attributes, el('button', button, title, arrow));
  });
  return el('tr', { role: 'row' }, ...heads);
}

function bodyRow(
  { id, columns }: TableBlock,
  { cells, tone }: Row,
  notes: Notes,
  actions: TableActions,
): HTMLElement {
  const content = (index: number): HTMLElement[] => {
    const cell = cells[index];
    return cell === undefined ? [] : (cellContent(cell, actions, notes.letters) as HTMLElement[]);
  };
  const hasWord = cells.some(cell => typeof cell === 'object' && cell.kind === 'word');
  const sign = hasWord || tone === undefined || tone === 'quiet' ? undefined : tone;
  const width = columns[0]?.isNumber ? 'number' : breaks(cellWords(cells[0])) && 'breaks';
  const classes = [sign && 'has-sign', width].filter(Boolean).join(' ');
  const name = el(
    'th',
    { scope: 'row', role: 'rowheader', class: classes !== '' && classes },
    sign && el('span', { class: 'row-tone' }, toneIcon(sign), hiddenTone(sign)),
    ...content(0),
  );
  const rest = columns.slice(1).map(({ title, isNumber }, index) => {
    const words = cellWords(cells[index + 1]);
    const kinds = isNumber
      ? 'number'
      : [words.length > LONG && 'long', breaks(words) && 'breaks', isMoment(words) && 'date'];
    const classes = [kinds, words === UNKNOWN && 'none'].flat().filter(Boolean).join(' ');
    const attributes = { role: 'cell', class: classes !== '' && classes, 'data-head': title };
    return el('td', attributes, ...content(index + 1));
  });
  return el('tr', { id: anchor(`${id}/${cellWords(cells[0])}`), role: 'row', tabindex: '-1' }, name, ...rest);
}

/** A sentence. */
const LONG = 40;

/** Has it a word that no column should be as wide as? */
function breaks(words: string): boolean {
  return words.split(/\s/).some(({ length }) => length > 28);
}

function hiddenTone(tone: string): HTMLElement {
  return el('span', { class: 'hidden' }, `${tone}: `);
}

function restRow({ columns, rows }: TableBlock, showAll: () => void): HTMLElement {
  const words = `Show all ${rows.length.toLocaleString('en-US')} rows`;
  const button = el('button', { class: 'link', onclick: showAll }, words);
  return el('tr', { role: 'row' }, el('td', { role: 'cell', colspan: String(columns.length) }, button));
}
