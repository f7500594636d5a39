import type { Place } from '../../src/base/place';
import { el } from './dom';

/** Words that open a place in the editor. A button, since there is no address that it leads to. */
export function link(text: string, place: Place, open: (place: Place) => void, title: string): HTMLElement {
  const { line, column } = place.range.start;
  return el(
    'button',
    {
      class: 'link',
      title,
      'data-key': `${text} ${place.file}:${line}:${column}`,
      onclick: () => open(place),
    },
    text,
  );
}
