import type { Section } from '../../../src/reports/document';
import type { Actions } from '../../parts/actions';
import { blockElement } from '../../parts/blocks';
import { el, prose } from '../../parts/dom';
import { anchor } from '../../parts/table-block';

/** A section under its heading. */
export function sectionElement({ id, title, summary, blocks }: Section, actions: Actions): HTMLElement {
  return el(
    'section',
    { id: anchor(id), 'data-section': id, 'aria-labelledby': `${anchor(id)}-title` },
    el('h2', { id: `${anchor(id)}-title`, tabindex: '-1' }, title),
    summary !== undefined && el('p', { class: 'lead' }, ...prose(summary)),
    ...blocks.map(block => blockElement(block, actions)),
  );
}

/** The section that gathers those without data. */
export const MISSING: Pick<Section, 'id' | 'title'> = {
  id: 'missing',
  title: 'What would make this report say more',
};

export function missingElement(sections: readonly Section[]): HTMLElement {
  const { id, title } = MISSING;
  const pairs = sections.flatMap(section => [
    el('dt', { id: anchor(section.id) }, section.title),
    el('dd', {}, ...prose(section.missing ?? '')),
  ]);
  return el(
    'section',
    { id: anchor(id), 'data-section': id, 'aria-labelledby': `${anchor(id)}-title` },
    el('h2', { id: `${anchor(id)}-title`, tabindex: '-1' }, title),
    el('dl', { class: 'block missing' }, ...pairs),
  );
}
