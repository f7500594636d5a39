import type { Section } from '../../../src/reports/document';
import type { Actions } from '../../parts/actions';
import { MISSING, missingElement, sectionElement } from './section';

/** The sections of a report on the page. */
export interface Body {
  /** Draws what can be seen at once, and the rest in small steps; sections that have not changed stay as they are. */
  draw(sections: readonly Section[]): void;
  /** Draws what is left now. */
  finish(): void;
}

/** So long may one step take before the window is drawn again, in milliseconds. */
const STEP = 12;

interface Drawn {
  readonly text: string;
  readonly element: HTMLElement;
}

/** One thing to draw: a section, or the gathered ones without data. */
interface Part {
  readonly id: string;
  readonly of: readonly Section[];
  readonly make: () => HTMLElement;
}

export function reportBody(box: HTMLElement, actions: Actions): Body {
  const drawn = new Map<string, Drawn>();
  let waiting: Part[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const step = (end: number): void => {
    do {
      const part = waiting.shift();
      if (!part) return;
      box.append(elementOf(part, drawn));
    } while (performance.now() < end);
    timer = setTimeout(() => step(performance.now() + STEP));
  };
  const finish = (): void => {
    clearTimeout(timer);
    step(Infinity);
  };
  return {
    finish,
    draw: sections => {
      clearTimeout(timer);
      const isFirst = drawn.size === 0;
      const parts = partsOf(sections, actions);
      forget(drawn, parts);
      if (isFirst) {
        waiting = parts;
        return step(performance.now() + STEP);
      }
      waiting = [];
      box.replaceChildren(...parts.map(part => elementOf(part, drawn)));
    },
  };
}

function partsOf(sections: readonly Section[], actions: Actions): Part[] {
  const told = sections.filter(({ missing }) => missing === undefined);
  const missing = sections.filter(section => section.missing !== undefined);
  const parts = told.map((section): Part => ({
    id: section.id,
    of: [section],
    make: () => sectionElement(section, actions),
  }));
  if (missing.length === 0) return parts;
  return [...parts, { id: MISSING.id, of: missing, make: () => missingElement(missing) }];
}

function elementOf({ id, of, make }: Part, drawn: Map<string, Drawn>): HTMLElement {
  const text = JSON.stringify(of);
  const before = drawn.get(id);
  if (before?.text === text) return before.element;
  const element = make();
  drawn.set(id, { text, element });
  return element;
}

function forget(drawn: Map<string, Drawn>, parts: readonly Part[]): void {
  const ids = new Set(parts.map(({ id }) => id));
  for (const id of drawn.keys()) if (!ids.has(id)) drawn.delete(id);
}
