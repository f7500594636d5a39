/** Where the reader is: a section, and how far its beginning lies below the top of the window, in pixels. */
export interface ReadingPlace {
  readonly section: string;
  readonly offset: number;
}

/** A section whose heading is this near to the top is the one that is read. */
const NEAR = 120;

/** The last section that begins above the upper edge, or the first. */
export function readingPlace(page: HTMLElement): ReadingPlace | undefined {
  const sections = [...page.querySelectorAll<HTMLElement>('[data-section]')];
  const [first] = sections;
  if (!first) return undefined;
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2 && scrollY > 0;
  const begun = sections.filter(one => one.getBoundingClientRect().top <= NEAR);
  const section = (isAtEnd ? lastVisible(sections) : begun.at(-1)) ?? first;
  return { section: section.dataset['section'] ?? '', offset: section.getBoundingClientRect().top };
}

/** At the page's end, short sections never reach the upper edge. */
function lastVisible(sections: readonly HTMLElement[]): HTMLElement | undefined {
  return sections.findLast(one => one.getBoundingClientRect().top < innerHeight);
}

export function sectionOf(page: HTMLElement, { section }: ReadingPlace): HTMLElement | undefined {
  return page.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`) ?? undefined;
}

/** Is there enough below something that it can be scrolled to `offset` pixels below the top of the window? */
export function hasRoom(there: Element | undefined, offset: number): boolean {
  if (!there) return false;
  const below = document.documentElement.scrollHeight - scrollY - there.getBoundingClientRect().top;
  return below + offset >= innerHeight;
}

/** Scrolls to where the reader was. Less than a pixel is left alone, as many small steps would add up. */
export function goBack(page: HTMLElement, place: ReadingPlace): void {
  const there = sectionOf(page, place);
  if (!there) return;
  const top = there.getBoundingClientRect().top - place.offset;
  if (Math.abs(top) >= 1) scrollBy({ top, behavior: 'instant' });
}

/** Redraws without taking the reader away: what had the focus has it again, and the section that is read stays where it is. */
export function keepingPlace(page: HTMLElement, redraw: () => void): void {
  const before = scrollY > 0 ? readingPlace(page) : undefined;
  const focused = document.activeElement as HTMLElement | null;
  const key = focused?.dataset['key'];
  const scope = focused?.closest('[id]')?.id ?? '';
  redraw();
  if (key !== undefined && document.activeElement !== focused) {
    const near = document.getElementById(scope) ?? page;
    const selector = `[data-key="${CSS.escape(key)}"]`;
    const again = near.querySelector<HTMLElement>(selector) ?? page.querySelector<HTMLElement>(selector);
    again?.focus({ preventScroll: true });
  }
  if (before) goBackAndStay(page, before);
}

/** Buttons and pictures come to their size a frame after they were made. */
function goBackAndStay(page: HTMLElement, place: ReadingPlace): void {
  goBack(page, place);
  const there = scrollY;
  const again = (): void => {
    if (scrollY === there) goBack(page, place);
  };
  requestAnimationFrame(() => setTimeout(again));
}
