import type { Block, FactBlock, TableBlock } from '../../src/reports/document';
import type { Actions } from './actions';
import { actionButton } from './block-actions';
import { cellContent } from './cell';
import { chartBlock } from './chart-block';
import { el, prose } from './dom';
import { fold } from './fold';
import { noteList, notesOf } from './notes';
import { noticeItems } from './notices';
import { anchor, tableBlock } from './table-block';

/** Any block of a report. */
export function blockElement(block: Block, actions: Actions): HTMLElement {
  switch (block.kind) {
    case 'text':
      return el('p', { class: 'block text' }, ...prose(block.text));
    case 'notices':
      return el('ul', { class: 'block notices' }, ...noticeItems(block.notices, actions.open));
    case 'facts':
      return facts(block, actions);
    case 'table':
      return titledTable(block, actions);
    case 'chart':
      return chartBlock(block, actions);
  }
}

function facts({ facts }: FactBlock, actions: Actions): HTMLElement {
  const notes = notesOf(facts.map(({ value }) => value));
  const pairs = facts.flatMap(({ name, value }) => [
    el('dt', {}, name),
    el('dd', {}, ...cellContent(value, actions, notes.letters)),
  ]);
  const key = `notes of ${facts.map(({ name }) => name).join(' ')}`;
  return el(
    'div',
    { class: 'block' },
    el('dl', { class: 'facts' }, ...pairs),
    noteList(notes, key, actions.folds),
  );
}

/** A table whose rows are made when it is unfolded. */
export function foldedTable(table: TableBlock, actions: Actions): HTMLElement {
  const { id, rows } = table;
  const words = `${rows.length.toLocaleString('en-US')} ${rows.length === 1 ? 'row' : 'rows'}`;
  const folded = fold(actions.folds, `table ${id}`, [words], () => [tableBlock(table, actions)]);
  return titled(table, actions, folded);
}

const titledTable = (table: TableBlock, actions: Actions): HTMLElement =>
  titled(table, actions, tableBlock(table, actions));

function titled(table: TableBlock, actions: Actions, content: HTMLElement): HTMLElement {
  const copy = actionButton('Copy as Markdown', table.title, 'copy', () => actions.copy(table));
  return el(
    'div',
    { class: 'block', id: anchor(table.id) },
    el('div', { class: 'block-head' }, el('h3', {}, table.title), el('div', { class: 'actions' }, copy)),
    content,
  );
}
