import type { ChartDocument, ChartElement } from './options';

export const NAMESPACE = 'http://www.w3.org/2000/svg';

/** What is common to the SVG elements of browsers and of other implementations. */
export interface Shape {
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  append(...nodes: unknown[]): void;
}

export interface Svg extends ChartElement, Shape {
  querySelector(selector: string): { remove(): void } | null;
  querySelectorAll(selector: string): Iterable<Shape>;
  removeAttribute(name: string): void;
  prepend(...nodes: unknown[]): void;
}

export function shape(
  document: ChartDocument,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
): Shape {
  const element = document.createElementNS(NAMESPACE, name) as Shape;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
