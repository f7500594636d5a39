/** Redraws without taking the reader away from where they are: what had the focus has it again, and nothing scrolls. */
export function keepingFocus(page: HTMLElement, redraw: () => void): void {
  const key = (document.activeElement as HTMLElement | null)?.dataset['key'];
  const { scrollX, scrollY } = window;
  redraw();
  if (key !== undefined) {
    page.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }
  window.scrollTo(scrollX, scrollY);
}
