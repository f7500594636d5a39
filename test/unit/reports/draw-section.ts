import type { Block, Cell, Section, TableBlock } from '../../../src/reports/document';
import type { ReportView } from '../../../src/reports/view';

/** A section as lines of text: notices, tables, and the names of charts. */
export function drawSection(view: Pick<ReportView, 'sections'>, id: string): readonly string[] {
  const section = view.sections.find(one => one.id === id);
  if (!section)
    throw new Error(`There is no section ${id}, only ${view.sections.map(one => one.id).join(', ')}.`);
  return linesOf(section);
}

function linesOf({ summary, missing, blocks }: Section): readonly string[] {
  return [
    ...(summary === undefined ? [] : [summary]),
    ...(missing === undefined ? [] : [`missing: ${missing}`]),
    ...blocks.flatMap(drawBlock),
  ];
}

function drawBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'notices':
      return block.notices.map(({ severity, message }) => `${severity}: ${message}`);
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${drawCell(value)}`);
    case 'table':
      return drawTable(block);
    case 'chart':
      return [`[${block.chart.kind}: ${block.title}]`, ...drawTable(block.table)];
  }
}

function drawTable({ columns, rows, more }: TableBlock): readonly string[] {
  return [
    columns.map(({ title }) => title).join(' | '),
    ...rows.map(({ cells }) => cells.map(drawCell).join(' | ')),
    ...(more === undefined ? [] : [`… ${more} more`]),
  ];
}

/** `0.79 [0.52 – 0.92, n 14]`, or `0.79 (the source gives no counts)`. */
export function drawCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell.kind !== 'figure') return cell.text;
  const { text, certainty, n } = cell;
  if ('none' in certainty) return `${text} (${certainty.none})`;
  return `${text} [${certainty.text}${n === undefined ? '' : `, n ${n}`}]`;
}
