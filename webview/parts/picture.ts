import type { ChartBlock } from '../../src/reports/document';
import { chartHeight, drawChart } from '../../src/charts/draw';
import { el } from './dom';

const WIDEST = 820;

/** How wide pictures are now; a new one has its height from that before it is measured. */
let room = WIDEST;

/** Says how wide pictures will be, before the first is made. */
export function expectWidth(width: number): void {
  if (width > 0) room = Math.min(width, WIDEST);
}

/**
 * A place that has a chart's height from the beginning, and the chart when it comes near the window: a report has more charts than
 * anybody looks at. It is drawn again when its width changes; colours follow the theme by themselves.
 */
export function picture(block: ChartBlock): HTMLElement {
  const box = el('div', { class: 'picture' });
  blocks.set(box, { block, width: 0, isNear: false, drawn: 0 });
  reserve(box, block, room);
  sizes.observe(box);
  nearness.observe(box);
  return box;
}

/** The chart as it was drawn, or as it is now drawn for a file. */
export function pictureElement(block: ChartBlock, width = WIDEST): SVGElement | undefined {
  const { chart, title, text, id } = block;
  return drawChart(chart, { document, width, title, text, id }) as unknown as SVGElement | undefined;
}

function reserve(box: HTMLElement, { chart }: ChartBlock, width: number): void {
  box.style.minHeight = `${chartHeight(chart, width)}px`;
}

interface Waiting {
  readonly block: ChartBlock;
  width: number;
  isNear: boolean;
  /** The width that it is drawn for; 0 before. */
  drawn: number;
}

const blocks = new WeakMap<Element, Waiting>();

const sizes = new ResizeObserver(entries => {
  for (const { target, contentRect } of entries) {
    const waiting = blocks.get(target);
    const width = Math.min(Math.floor(contentRect.width), WIDEST);
    if (!waiting || width === 0 || width === waiting.width) continue;
    waiting.width = width;
    room = width;
    reserve(target as HTMLElement, waiting.block, width);
    draw(target, waiting);
  }
});

const nearness = new IntersectionObserver(
  entries => {
    for (const { target, isIntersecting } of entries) {
      const waiting = blocks.get(target);
      if (!waiting) continue;
      waiting.isNear = isIntersecting;
      draw(target, waiting);
    }
  },
  { rootMargin: '400px 0px' },
);

function draw(target: Element, waiting: Waiting): void {
  const { block, width, isNear, drawn } = waiting;
  if (!isNear || width === 0 || width === drawn) return;
  waiting.drawn = width;
  const svg = pictureElement(block, width);
  target.replaceChildren(svg ?? el('p', { class: 'quiet' }, 'There is nothing to draw; the table tells.'));
}
