import type { Block } from '../../../src/reports/document';
import type { Actions } from '../../parts/actions';
import { blockElement, foldedTable } from '../../parts/blocks';
import { el } from '../../parts/dom';
import { anchor, MOST_ROWS } from '../../parts/table-block';

/** So many rows of a section's tables are made unasked; tables beyond them are folded. */
const MOST_UNASKED = 3 * MOST_ROWS;

/** Draws the blocks of a section, and yields after each. */
export function* drawBlocks(
  section: HTMLElement,
  blocks: readonly Block[],
  actions: Actions,
): Generator<undefined, void> {
  let rows = 0;
  let row: HTMLElement | undefined;
  for (const block of blocks) {
    row = isNarrow(block) ? (row ?? rowIn(section)) : undefined;
    rows += block.kind === 'table' ? Math.min(block.rows.length, MOST_ROWS) : 0;
    const isFolded = block.kind === 'table' && rows > MOST_UNASKED;
    (row ?? section).append(isFolded ? foldedTable(block, actions) : blockElement(block, actions));
    yield;
  }
}

/** Unfolds the table that is meant, or that holds the row that is. */
export function unfold(target: string): void {
  const table = target.split('/', 1)[0] ?? '';
  const folded = document
    .getElementById(anchor(table))
    ?.querySelector<HTMLDetailsElement>(':scope > details:not([open])');
  if (!folded) return;
  folded.open = true;
  // The browser says so later; what is meant is inside.
  folded.dispatchEvent(new Event('toggle'));
}

/** Curves and points say as much on half of a wide window: those that follow each other stand side by side there. */
function isNarrow(block: Block): boolean {
  return block.kind === 'chart' && (block.chart.kind === 'lines' || block.chart.kind === 'scatter');
}

function rowIn(section: HTMLElement): HTMLElement {
  const row = el('div', { class: 'charts' });
  section.append(row);
  return row;
}
