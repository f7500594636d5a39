import { el } from './dom';

/** A part that scrolls by itself where it is too large; only then is it a stop for the keyboard. */
export function scroller(label: string, isTall: boolean, inside: HTMLElement): HTMLElement {
  const box = el('div', { class: isTall ? 'scroller tall' : 'scroller', 'data-label': label }, inside);
  sizes.observe(box);
  return box;
}

const sizes = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const scrolls =
      target.scrollWidth > target.clientWidth + 1 || target.scrollHeight > target.clientHeight + 1;
    target.classList.toggle('is-scrolling', scrolls);
    setAttribute(target, 'tabindex', scrolls && '0');
    setAttribute(target, 'role', scrolls && 'region');
    setAttribute(target, 'aria-label', scrolls && (target.getAttribute('data-label') ?? ''));
  }
});

function setAttribute(target: Element, name: string, value: string | false): void {
  if (value === false) target.removeAttribute(name);
  else target.setAttribute(name, value);
}
