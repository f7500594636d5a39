import type { Section } from '../../reports/document';
import { withoutEcho, withoutRepeats } from '../../reports/echo';
import type { ReportView } from '../../reports/view';
import type { ExportOptions } from '../options';
import { escapeHtml } from '../html/text';
import { blockLines } from './blocks';
import { fill, type Piece } from './fill';
import { escapeMarkdown, proseMarkdown } from './text';

/** What GitHub takes as the text of a pull request or a comment, in characters. */
export const MOST_CHARACTERS = 65_536;

/** Sections that a reader must not have to open. */
const OPEN = new Set(['verdict', 'warnings']);

/**
 * The report as Markdown for a pull request: verdicts and warnings first, everything else folded, charts as their tables. What
 * there is no room for is left out, and said to be.
 */
export function markdownReport(
  view: ReportView,
  options: ExportOptions,
  most: number = MOST_CHARACTERS,
): string {
  const sections = withoutEcho(view.sections, view.summary.text);
  const told = sections.filter(({ missing }) => missing === undefined);
  const missing = sections.filter(section => section.missing !== undefined);
  const pieces: Piece[] = [
    {
      title: 'Summary',
      open: '',
      lines: [`## ${escapeMarkdown(view.project.name)}: metrics`, '', proseMarkdown(view.summary.text)],
      close: '',
    },
    ...told.map(section => pieceOf(section, options, isOpen(view, section))),
    ...(missing.length > 0 ? [missingPiece(missing)] : []),
  ];
  return fill(pieces, most);
}

function pieceOf(section: Section, options: ExportOptions, isOpen: boolean): Piece {
  const { title, summary, blocks } = section;
  const head = summary === undefined ? [] : [proseMarkdown(summary), ''];
  const lines = withoutRepeats(blocks).flatMap((block, index) => [
    ...(index > 0 ? [''] : []),
    ...blockLines(block, options),
  ]);
  return {
    title,
    open: isOpen ? `### ${escapeMarkdown(title)}\n\n` : folded(title),
    lines: [...head, ...lines],
    close: isOpen ? '' : '\n\n</details>',
  };
}

/** The numbers of runs that no manifest selects have no verdict above them. */
function isOpen({ isUnmanaged }: ReportView, { id }: Section): boolean {
  return OPEN.has(id) || (isUnmanaged === true && id === 'results');
}

function missingPiece(sections: readonly Section[]): Piece {
  const title = 'What would make this report say more';
  return {
    title,
    open: folded(title),
    lines: sections.map(
      section => `- **${escapeMarkdown(section.title)}**: ${proseMarkdown(section.missing ?? '')}`,
    ),
    close: '\n\n</details>',
  };
}

/** Between these tags there is HTML, no Markdown. */
function folded(title: string): string {
  return `<details><summary><b>${escapeHtml(title)}</b></summary>\n\n`;
}
