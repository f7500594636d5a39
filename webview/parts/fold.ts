import type { Folds } from './actions';
import { el, type Child } from './dom';

/** Words that unfold something. What is inside is made when it is looked at first. */
export function fold(
  folds: Folds,
  key: string,
  words: readonly Child[],
  inside: () => readonly Child[],
): HTMLElement {
  const isOpen = folds.isOpen(key);
  const body = el('div', { class: 'folded' });
  let isMade = false;
  const make = (): void => {
    if (isMade) return;
    isMade = true;
    body.append(...inside().filter(child => child !== undefined && child !== false));
  };
  if (isOpen) make();
  const details = el(
    'details',
    {
      open: isOpen,
      ontoggle: () => {
        if (details.open) make();
        folds.set(key, details.open);
      },
    },
    el('summary', { 'data-key': key }, ...words),
    body,
  );
  return details;
}
