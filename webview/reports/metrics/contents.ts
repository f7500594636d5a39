import type { Section } from '../../../src/reports/document';
import { el, icon } from '../../parts/dom';
import { anchor } from '../../parts/table-block';

/** The list of sections: beside the report where there is room, else a bar above it that unfolds. */
export interface Contents {
  readonly element: HTMLElement;
  draw(sections: readonly Pick<Section, 'id' | 'title' | 'blocks'>[]): void;
  /** Marks the section that is read. */
  mark(section: string): void;
}

/** From this width on there is room beside the report; the style sheet knows it too. */
const WIDE = matchMedia('(min-width: 1040px)');

export function contents(go: (section: string) => void): Contents {
  const [list, current] = [el('ol'), el('span', { class: 'current' })];
  const summary = el('summary', { 'data-key': 'contents' }, 'Contents', current);
  const details = el('details', { open: WIDE.matches }, summary, list);
  WIDE.addEventListener('change', () => (details.open = WIDE.matches));
  const fold = (): void => {
    if (!WIDE.matches) details.open = false;
  };
  details.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || WIDE.matches) return;
    fold();
    summary.focus();
  });
  return {
    element: el('nav', { class: 'contents', 'aria-label': 'Contents' }, details),
    draw: sections => list.replaceChildren(...sections.map(section => item(section, fold, go))),
    mark: section => {
      for (const link of list.querySelectorAll('a')) {
        const isCurrent = link.dataset['to'] === section;
        if (isCurrent) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
        if (isCurrent) current.textContent = link.dataset['title'] ?? '';
      }
    },
  };
}

function item(
  { id, title, blocks }: Pick<Section, 'id' | 'title' | 'blocks'>,
  fold: () => void,
  go: (section: string) => void,
): HTMLElement {
  const grave = blocks
    .flatMap(block => (block.kind === 'notices' ? block.notices : []))
    .filter(({ severity }) => severity !== 'information').length;
  const follow = (event: Event): void => {
    event.preventDefault();
    // VS Code's own listener would scroll without the heading's margin.
    event.stopPropagation();
    fold();
    go(id);
  };
  const attributes = {
    href: `#${anchor(id)}`,
    'data-to': id,
    'data-title': title,
    'data-key': `to ${id}`,
    onclick: follow,
  };
  const count = grave > 0 && el('span', { class: 'doubts' }, icon('warning'), String(grave), hidden(grave));
  return el('li', {}, el('a', attributes, el('span', {}, title), count));
}

function hidden(count: number): HTMLElement {
  return el('span', { class: 'hidden' }, count === 1 ? ' doubt' : ' doubts');
}
