import type { Block, FactBlock, Section } from '../../../src/reports/document';
import { cellContent } from '../../parts/cell';
import { el, prose, type Child } from '../../parts/dom';
import { fold } from '../../parts/fold';
import { tableBlock, type TableActions } from '../../parts/table-block';

/** A section of the comparison: its tables, or what would bring them. */
export function sectionOf(section: Section, actions: TableActions): HTMLElement {
  const { id, title, summary, missing, blocks } = section;
  return el(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    summary !== undefined && el('p', { class: 'lead' }, ...prose(summary)),
    missing !== undefined && el('p', { class: 'quiet' }, ...prose(missing)),
    ...blocks.map(block => blockOf(block, section, actions)),
  );
}

/** Comparisons have tables, facts and sentences; other kinds of block are those of reports. */
function blockOf(block: Block, { id }: Section, actions: TableActions): Child {
  switch (block.kind) {
    case 'table':
      return tableBlock(block, actions);
    case 'text':
      return el('p', { class: 'quiet' }, ...prose(block.text));
    case 'facts':
      return factList(block, id, actions);
    default:
      return undefined;
  }
}

/** What does not differ is there for those who look for it. */
function factList({ facts }: FactBlock, id: string, actions: TableActions): HTMLElement {
  const words = `Show ${facts.length.toLocaleString('en-US')}`;
  return fold(actions.folds, id, [words], () => [
    el(
      'dl',
      { class: 'facts' },
      ...facts.flatMap(({ name, value }) => [
        el('dt', {}, name),
        el('dd', {}, ...cellContent(value, actions)),
      ]),
    ),
  ]);
}
