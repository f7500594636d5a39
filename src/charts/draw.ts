import { plot } from '@observablehq/plot';
import type { Chart } from '../base/chart';
import { barDrawing } from './bars';
import { heatmapDrawing } from './heatmap';
import { intervalDrawing } from './intervals';
import { drawLegend, legendHeight } from './legend';
import { lineDrawing } from './lines';
import type { ChartSize, Drawing } from './drawing';
import type { ChartElement, ChartOptions } from './options';
import { patternDefinitions } from './patterns';
import { scatterDrawing } from './scatter';
import { NAMESPACE, shape, type Svg } from './svg';
import { FONT, FOREGROUND, TEXT_SIZE } from './theme';

/**
 * Draws any chart of a report as SVG: the one door to this folder for pages and exports. `undefined` where the chart holds nothing
 * that could be drawn; its table still tells. The picture needs no style sheet and no script, and has its title,
 * its description and its legend inside.
 */
export function drawChart(chart: Chart, options: ChartOptions): ChartElement | undefined {
  const drawing = drawingOf(chart, options);
  if (!drawing) return undefined;
  const { document, width } = options;
  const { marginTop = 20 } = drawing.plot;
  const above = legendHeight(drawing.legend, width);
  const svg = plot({
    ...drawing.plot,
    document: document as never,
    className: 'holdout-chart',
    width,
    height: drawing.height + above,
    marginTop: marginTop + above,
  }) as unknown as Svg;
  svg.querySelector('style')?.remove();
  drawLegend(svg, document, drawing.legend, width);
  finish(svg, drawing, options);
  return svg;
}

/** How high a chart will be at a width, in pixels, before it is drawn; 0 where it holds nothing. */
export function chartHeight(chart: Chart, width: number): number {
  const drawing = drawingOf(chart, { width, id: '' });
  return drawing ? drawing.height + legendHeight(drawing.legend, width) : 0;
}

function drawingOf(chart: Chart, size: ChartSize): Drawing | undefined {
  switch (chart.kind) {
    case 'intervals':
      return intervalDrawing(chart, size);
    case 'lines':
      return lineDrawing(chart, size);
    case 'bars':
      return barDrawing(chart, size);
    case 'heatmap':
      return heatmapDrawing(chart, size);
    case 'scatter':
      return scatterDrawing(chart, size);
  }
}

function finish(svg: Svg, { words, patterns = [] }: Drawing, { document, title, text }: ChartOptions): void {
  const [name, description] = [shape(document, 'title'), shape(document, 'desc')];
  name.textContent = title;
  description.textContent = [text, ...words].filter(Boolean).join(' ');
  // The picture is one; names that the library gives to its groups are not for readers.
  for (const group of svg.querySelectorAll('g')) group.setAttribute('aria-hidden', 'true');
  const attributes = {
    xmlns: NAMESPACE,
    role: 'img',
    'aria-label': title,
    fill: FOREGROUND,
    'font-family': FONT,
    'font-size': String(TEXT_SIZE),
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  if (patterns.length > 0) svg.prepend(patternDefinitions(document, patterns));
  svg.prepend(name, description);
}
