import type { Block, Section, TableBlock } from './document';

/** What is said at the top of a report is not said again below it. */
export function withoutEcho(sections: readonly Section[], said: string): readonly Section[] {
  return sections.map(section => {
    const { summary, ...rest } = section;
    return summary === said ? rest : section;
  });
}

/** The blocks without charts that say nothing beyond a table before them, for readers who see charts as their tables alone. */
export function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, at) => {
    if (block.kind !== 'chart') return true;
    return !blocks.slice(0, at).some(before => before.kind === 'table' && repeats(block.table, before));
  });
}

/** Is every row of a table a row of another, as far as its columns go? */
function repeats(table: TableBlock, before: TableBlock): boolean {
  const places = table.columns.map(({ title }) => before.columns.findIndex(column => column.title === title));
  if (places.includes(-1)) return false;
  const known = new Set(before.rows.map(({ cells }) => JSON.stringify(places.map(at => cells[at] ?? ''))));
  return table.rows.every(({ cells }) => known.has(JSON.stringify(cells)));
}
