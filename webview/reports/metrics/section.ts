import type { Section } from '../../../src/reports/document';
import { el, prose } from '../../parts/dom';
import { anchor } from '../../parts/table-block';

/** The beginning of a section, to which its blocks are added. */
export function sectionHead({ id, title, summary }: Omit<Section, 'blocks'>): HTMLElement {
  return el(
    'section',
    { id: anchor(id), 'data-section': id, 'aria-labelledby': `${anchor(id)}-title` },
    el('h2', { id: `${anchor(id)}-title`, tabindex: '-1' }, title),
    summary !== undefined && el('p', { class: 'lead' }, ...prose(summary)),
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
