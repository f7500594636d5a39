import type { Tone } from '../../base/chart';
import type {
  Block,
  Cell,
  ChartBlock,
  Column,
  FactBlock,
  Figure,
  Notice,
  NoticeBlock,
  Row,
  TableBlock,
} from '../../reports/document';
import { isMoment } from '../../reports/shown';
import { cellText, figureDetail, tableNotes } from '../cell';
import type { ExportOptions } from '../options';
import { placeText } from '../place';
import { escapeHtml, proseHtml } from './text';

/** A block as HTML. */
export function blockHtml(block: Block, options: ExportOptions): string {
  switch (block.kind) {
    case 'text':
      return `<p>${proseHtml(block.text)}</p>`;
    case 'notices':
      return noticesHtml(block, options);
    case 'facts':
      return factsHtml(block, options);
    case 'table':
      return tableHtml(block, options);
    case 'chart':
      return chartHtml(block, options);
  }
}

/** A sign before each word: colour never stands alone. */
const NOTICE_SIGNS: Readonly<Record<Notice['severity'], string>> = {
  error: '✕',
  warning: '▲',
  information: 'ℹ',
};
const TONE_SIGNS: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', undecided: '?', quiet: '–' };

function noticesHtml({ notices }: NoticeBlock, { root }: ExportOptions): string {
  const items = notices.map(({ severity, message, place }) => {
    const where = place ? ` <span class="place">${escapeHtml(placeText(root, place))}</span>` : '';
    const sign = `<span class="sign" aria-hidden="true">${NOTICE_SIGNS[severity]}</span>`;
    return `<li class="${severity}">${sign} <strong>${severity}:</strong> ${proseHtml(message)}${where}</li>`;
  });
  return `<ul class="notices">${items.join('\n')}</ul>`;
}

function factsHtml({ facts }: FactBlock, options: ExportOptions): string {
  const rows = facts.map(
    ({ name, value }) => `<div><dt>${escapeHtml(name)}</dt><dd>${cellHtml(value, options)}</dd></div>`,
  );
  return `<dl>${rows.join('\n')}</dl>`;
}

function chartHtml(block: ChartBlock, options: ExportOptions): string {
  const { id, title, text, table } = block;
  const svg = options.draw?.(block);
  const heading = `<h3>${escapeHtml(title)}</h3>\n<p>${proseHtml(text)}</p>`;
  if (svg === undefined) return `<div id="${escapeHtml(id)}">${heading}\n${tableHtml(table, options)}</div>`;
  return `<figure id="${escapeHtml(id)}">
<figcaption>${heading}</figcaption>
<div class="chart scroller" role="region" tabindex="0" aria-label="Chart: ${escapeHtml(title)}">${svg}</div>
<details><summary>Table of ${escapeHtml(title)}</summary>
${tableHtml(table, options)}
</details>
</figure>`;
}

function tableHtml(table: TableBlock, options: ExportOptions): string {
  const { id, title, columns, rows } = table;
  const classes = columns.map((column, at) => columnClass(column, at, rows));
  const heads = columns.map(
    ({ title }, at) => `<th scope="col"${classes[at] ?? ''}>${escapeHtml(title)}</th>`,
  );
  const body = rows.map(({ cells }) => {
    const [first = '', ...rest] = cells.map((cell, at) => ({ html: cellHtml(cell, options), at }));
    const others = rest.map(({ html, at }) => `<td${classes[at] ?? ''}>${html}</td>`).join('');
    return `<tr><th scope="row">${first === '' ? '' : first.html}</th>${others}</tr>`;
  });
  const notes = tableNotes(table).map(note => `<p class="note">${proseHtml(note)}</p>`);
  return `<div class="scroller" role="region" tabindex="0" aria-label="Table: ${escapeHtml(title)}">
<table id="${escapeHtml(id)}">
<caption>${escapeHtml(title)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>
${notes.join('\n')}`;
}

function columnClass({ isNumber }: Column, at: number, rows: readonly Row[]): string {
  if (isNumber) return ' class="number"';
  const isProse = rows.some(({ cells }) => cellText(cells[at] ?? '').length > SENTENCE);
  return at > 0 && isProse ? ' class="prose"' : '';
}

/** Characters above which a cell is read as a sentence, and needs the width for one. */
const SENTENCE = 40;

function cellHtml(cell: Cell, { root }: ExportOptions): string {
  if (typeof cell === 'string')
    return isMoment(cell) ? `<span class="date">${escapeHtml(cell)}</span>` : proseHtml(cell);
  switch (cell.kind) {
    case 'link':
      return `<span title="${escapeHtml(placeText(root, cell.place))}">${escapeHtml(cell.text)}</span>`;
    case 'word':
      return `<span class="word ${cell.tone}"><span aria-hidden="true">${TONE_SIGNS[cell.tone]}</span> ${escapeHtml(cell.text)}</span>`;
    case 'figure':
      return figureHtml(cell, root);
  }
}

/** The file's name alone: all figures of a table tend to come from one folder, and its path would fill the column. */
function sourceHtml(place: string): string {
  const short = place.slice(place.lastIndexOf('/') + 1);
  return `<span class="detail place" title="${escapeHtml(place)}">${escapeHtml(short)}</span>`;
}

function figureHtml(figure: Figure, root: string): string {
  const { text, source } = figure;
  const detail = figureDetail(figure);
  const below = [
    detail === undefined ? '' : `<span class="detail">${togetherHtml(detail)}</span>`,
    source ? sourceHtml(placeText(root, source.place)) : '',
  ];
  return `<span class="value">${escapeHtml(text)}</span>${below.join('')}`;
}

/** Broken behind its commas alone, so that a narrow column holds the interval on one line and the rows on the next. */
const togetherHtml = (text: string): string => escapeHtml(text).replace(/(?<!,) /g, '&nbsp;');
