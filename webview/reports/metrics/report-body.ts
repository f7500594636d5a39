import type { Block, Section } from '../../../src/reports/document';
import type { Actions } from '../../parts/actions';
import { stepper } from '../../parts/stepper';
import { MISSING, missingElement, sectionHead } from './section';
import { drawBlocks } from './section-blocks';

/** The sections of a report on the page. */
export interface Body {
  /** Draws what there is time for at once, and the rest in small steps; sections that have not changed stay as they are. */
  draw(sections: readonly Section[]): void;
  /** Does something as soon as what it needs is drawn, or everything is; only what was asked for last is done. */
  when(isThere: () => boolean, then: () => void): void;
}

interface Drawn {
  readonly text: string;
  readonly element: HTMLElement;
}

/** One thing to draw: a section, or the gathered ones without data. */
interface Part {
  readonly id: string;
  readonly of: readonly Section[];
  readonly make: () => HTMLElement;
  readonly blocks: readonly Block[];
}

/** @param inPlace changes the page without taking the reader away */
export function reportBody(box: HTMLElement, actions: Actions, inPlace: (change: () => void) => void): Body {
  const drawn = new Map<string, Drawn>();
  const { begin, when } = stepper(inPlace);
  return { draw: sections => begin(drawParts(box, partsOf(sections), drawn, actions)), when };
}

/** Yields wherever it can be left for a moment; a section comes into the page whole. */
function* drawParts(
  box: HTMLElement,
  parts: readonly Part[],
  drawn: Map<string, Drawn>,
  actions: Actions,
): Generator<undefined> {
  forget(drawn, parts);
  let last: HTMLElement | undefined;
  for (const part of parts) {
    const text = JSON.stringify(part.of);
    const before = drawn.get(part.id);
    const element = before?.text === text ? before.element : yield* make(part, actions);
    if (before?.element !== element) before?.element.replaceWith(element);
    put(element, box, last);
    drawn.set(part.id, { text, element });
    last = element;
    yield;
  }
}

function* make(part: Part, actions: Actions): Generator<undefined, HTMLElement> {
  const element = part.make();
  yield* drawBlocks(element, part.blocks, actions);
  return element;
}

/** What stands where it has to is not moved, as that would lose what was scrolled within it. */
function put(element: HTMLElement, box: HTMLElement, after: HTMLElement | undefined): void {
  const there = after ? after.nextElementSibling : box.firstElementChild;
  if (there === element) return;
  if (after) after.after(element);
  else box.prepend(element);
}

function partsOf(sections: readonly Section[]): Part[] {
  const told = sections.filter(({ missing }) => missing === undefined);
  const missing = sections.filter(section => section.missing !== undefined);
  const parts = told.map((section): Part => {
    const { id, blocks } = section;
    return { id, of: [section], make: () => sectionHead(section), blocks };
  });
  if (missing.length === 0) return parts;
  return [...parts, { id: MISSING.id, of: missing, make: () => missingElement(missing), blocks: [] }];
}

function forget(drawn: Map<string, Drawn>, parts: readonly Part[]): void {
  const ids = new Set(parts.map(({ id }) => id));
  for (const [id, { element }] of drawn) {
    if (ids.has(id)) continue;
    element.remove();
    drawn.delete(id);
  }
}
