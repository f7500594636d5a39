import { el, icon } from './dom';

/** A quiet button beside a block. Its name begins with the words that are seen, and says of which block it is. */
export function actionButton(words: string, block: string, iconName: string, run: () => void): HTMLElement {
  const attributes = {
    class: 'action',
    'aria-label': `${words}: ${block}`,
    'data-key': `${words}: ${block}`,
    onclick: run,
  };
  return el('button', attributes, icon(iconName), el('span', {}, words));
}
