import type { Block, Cell, Section } from '../document';
import type { MethodId } from '../methods';
import { METHODS } from '../methods';

/** The formula behind every number of the other sections, each once, in the order in which they first occur. */
export function methods(sections: readonly Section[]): Section | undefined {
  const used = [...new Set(sections.flatMap(({ blocks }) => blocks.flatMap(methodsOfBlock)))];
  if (used.length === 0) return undefined;
  return {
    id: 'methods',
    title: 'How the numbers are computed',
    summary: `${used.length} ${used.length === 1 ? 'formula' : 'formulas'}. All intervals are at 95 %.`,
    blocks: [
      {
        kind: 'table',
        id: 'methods-table',
        title: 'Formulas',
        columns: [{ title: 'Name' }, { title: 'Formula' }, { title: 'Source' }],
        rows: used.map(id => {
          const { title, text, source } = METHODS[id];
          return { cells: [title, text, source] };
        }),
      },
    ],
  };
}

function methodsOfBlock(block: Block): readonly MethodId[] {
  switch (block.kind) {
    case 'text':
    case 'notices':
      return [];
    case 'facts':
      return block.facts.flatMap(({ value }) => methodsOfCell(value));
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(methodsOfCell));
    case 'chart':
      return methodsOfBlock(block.table);
  }
}

function methodsOfCell(cell: Cell): readonly MethodId[] {
  if (typeof cell === 'string' || cell.kind !== 'figure') return [];
  const { method, certainty } = cell;
  return [...(method ? [method] : []), ...('none' in certainty ? [] : [certainty.method])];
}
