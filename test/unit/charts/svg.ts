import { parseHTML } from 'linkedom';
import type { Chart } from '../../../src/base/chart';
import { drawChart } from '../../../src/charts/draw';
import type { ChartDocument } from '../../../src/charts/options';

/** The part of a document's elements that these tests look at; linkedom's own types need the browser's. */
export interface Element {
  readonly tagName: string;
  readonly textContent: string;
  readonly parentElement: Element | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

interface Document extends Element, ChartDocument {}

export function documentOf(html = ''): Document {
  return (parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`) as unknown as { document: Document })
    .document;
}

/** The chart as text, as exports have it; `undefined` where there is nothing to draw. */
export function svgText(chart: Chart, width = 720, id = 'picture'): string | undefined {
  return drawChart(chart, { document: documentOf(), width, id, title: 'A title', text: 'What it shows.' })
    ?.outerHTML;
}

/** The chart as an element of a document. */
export function draw(chart: Chart, width = 720): Element {
  const svg = documentOf(svgText(chart, width)).querySelector('svg');
  if (!svg) throw new Error('There is a picture of this chart.');
  return svg;
}

export function all(svg: Element, selector: string): Element[] {
  return [...svg.querySelectorAll(selector)];
}

/** All words of a picture but its title and description. */
export function words(svg: Element): string[] {
  return all(svg, 'text').map(({ textContent }) => textContent);
}
