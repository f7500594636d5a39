import type { Tone } from '../../base/chart';
import type { Place } from '../../base/place';
import type { Block, Cell, FactBlock, Linked, Notice, TableBlock } from '../../reports/document';
import { cellText, figureDetail, tableNotes } from '../cell';
import type { ExportOptions } from '../options';
import { placeAddress, placeText } from '../place';
import { escapeMarkdown, paragraphMarkdown, proseMarkdown } from './text';

/** A block as lines, of which the last may be left out where there is no room. */
export function blockLines(block: Block, options: ExportOptions): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [paragraphMarkdown(proseMarkdown(block.text))];
    case 'notices':
      return block.notices.map(notice => noticeLine(notice, options));
    case 'facts':
      return factLines(block, options);
    case 'table':
      return tableLines(block, options);
    case 'chart':
      return [paragraphMarkdown(proseMarkdown(block.text)), '', ...tableLines(block.table, options)];
  }
}

const SIGNS: Readonly<Record<Notice['severity'], string>> = {
  error: '❌',
  warning: '⚠️',
  information: 'ℹ️',
};

function noticeLine({ severity, message, place }: Notice, { root }: ExportOptions): string {
  const where = place ? ` (${placeLink(placeText(root, place), place, root)})` : '';
  return `- ${SIGNS[severity]} **${severity}**: ${proseMarkdown(message)}${where}`;
}

function factLines({ facts }: FactBlock, options: ExportOptions): readonly string[] {
  return facts.map(({ name, value }) => {
    const text = cellMarkdown(value, options);
    return name === '' ? `- ${text}` : `- **${escapeMarkdown(name)}:** ${text}`;
  });
}

function tableLines(table: TableBlock, options: ExportOptions): readonly string[] {
  const { title, columns, rows } = table;
  const heads = columns.map(column => escapeMarkdown(column.title));
  const rules = columns.map(({ isNumber }) => (isNumber ? '--:' : ':--'));
  const notes = tableNotes(table).flatMap(note => ['', `<sub>${proseMarkdown(note)}</sub>`]);
  return [
    `**${escapeMarkdown(title)}**`,
    '',
    line(heads),
    line(rules),
    ...rows.map(({ cells }) => line(cells.map(cell => cellMarkdown(cell, options)))),
    ...notes,
  ];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Colour is no word, and Markdown has none: each tone has a sign before its word. */
const TONE_SIGNS: Readonly<Record<Tone, string>> = { good: '✅', bad: '❌', undecided: '❔', quiet: '⚪' };

function cellMarkdown(cell: Cell, { root }: ExportOptions): string {
  if (typeof cell === 'string') return proseMarkdown(cell);
  if (cell.kind === 'word') return `${TONE_SIGNS[cell.tone]} ${escapeMarkdown(cell.text)}`;
  if (cell.kind === 'link') return placeLink(cell.text, cell.place, root);
  return cell.source
    ? sourced(cell.text, cell.source, figureDetail(cell), root)
    : escapeMarkdown(cellText(cell));
}

/** The number leads to where it was read. */
function sourced(text: string, { place }: Linked, detail: string | undefined, root: string): string {
  const beside = detail === undefined ? '' : ` (${escapeMarkdown(detail)})`;
  return `${placeLink(text, place, root)}${beside}`;
}

function placeLink(text: string, place: Place, root: string): string {
  const address = placeAddress(root, place);
  return address === undefined
    ? escapeMarkdown(text)
    : `[${escapeMarkdown(text)}](${escapeAddress(address)})`;
}

/** `encodeURIComponent` leaves brackets, which end the address. */
function escapeAddress(address: string): string {
  return address.replace(/[()]/g, bracket => (bracket === '(' ? '%28' : '%29'));
}
