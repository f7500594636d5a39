import uPlot from 'uplot';
import type { Curve } from '../../../src/reports/compare/view';
import { el } from '../../parts/dom';
import type { Range } from './range';
import { narrowed, zoomBy } from './range';
import { strokeOf } from './swatch';
import { rangeText, short } from './table';

/** One chart on a canvas, which the keyboard can read. */
export interface CurvePlot {
  readonly element: HTMLElement;
  /** The values under the cursor, told as it moves. */
  readonly readout: HTMLElement;
  /** Draws a curve anew; what is seen of it stays. */
  update(curve: Curve, names: readonly string[]): void;
  resize(): void;
  /** Takes the colours of a theme that has just been set. */
  recolour(): void;
  destroy(): void;
}

const HEIGHT = 260;

interface Drawn {
  readonly curve: Curve;
  readonly names: readonly string[];
}

/**
 * @param name of the metric
 * @param onRange the reader sees these steps now; all of them, where it is `undefined`
 */
export function curvePlot(name: string, onRange: (range: Range | undefined) => void): CurvePlot {
  const element = canvasHolder(name);
  const readout = el('p', { class: 'readout', 'aria-live': 'polite' });
  let plot: uPlot | undefined;
  let drawn: Drawn | undefined;
  const onScale = (scaled: uPlot): void => {
    if (scaled === plot) onRange(narrowed(scaled));
  };
  const build = (): void => {
    if (!drawn) return;
    const zoomed = plot && narrowed(plot);
    plot?.destroy();
    plot = undefined;
    const options = optionsOf(drawn.curve, drawn.names, widthOf(element));
    plot = new uPlot({ ...options, hooks: { setScale: [onScale] } }, dataOf(drawn.curve), element);
    if (zoomed) plot.setScale('x', zoomed);
  };
  /** The step that the keyboard reads; a place would be another one when detail comes. */
  let step: number | undefined;
  const read = (): void => {
    const at = plot && placeOf(plot, step);
    if (plot && drawn && at !== undefined) readout.textContent = readOut(plot, at, drawn);
  };
  element.addEventListener('keydown', event => {
    if (!plot) return;
    const to = event.shiftKey ? undefined : pointAt(event.key, placeOf(plot, step), plot.data[0].length);
    if (to !== undefined) {
      step = plot.data[0][to];
      moveTo(plot, to);
      read();
    } else if (zoomBy(plot, event, step)) queueMicrotask(() => plot && tellRange(plot, readout));
    else return;
    event.preventDefault();
  });
  element.addEventListener('mousemove', () => {
    const at = plot?.cursor.idx;
    step = at === null || at === undefined ? step : plot?.data[0][at];
    read();
  });
  return {
    element,
    readout,
    update: (curve, names) => {
      const isSame =
        drawn?.curve.lines.map(({ run }) => run).join() === curve.lines.map(({ run }) => run).join();
      drawn = { curve, names };
      if (!plot || !isSame) return build();
      const zoomed = narrowed(plot);
      plot.setData(dataOf(curve), !zoomed);
      // Without another scale nothing would be drawn.
      if (zoomed) plot.redraw();
    },
    resize: () => plot?.setSize({ width: widthOf(element), height: HEIGHT }),
    recolour: build,
    destroy: () => plot?.destroy(),
  };
}

function canvasHolder(name: string): HTMLElement {
  return el('div', {
    class: 'plot',
    tabindex: '0',
    role: 'application',
    'data-key': `plot ${name}`,
    'aria-label': `Chart of ${name} over steps. Arrow keys read the values, plus and minus zoom.`,
  });
}

function placeOf({ data: [steps] }: uPlot, step: number | undefined): number | undefined {
  const at = step === undefined ? -1 : steps.indexOf(step);
  return at < 0 ? undefined : at;
}

function tellRange(plot: uPlot, readout: HTMLElement): void {
  const range = narrowed(plot);
  readout.textContent = range ? `Steps ${rangeText(range)}.` : 'All steps.';
}

function widthOf(element: HTMLElement): number {
  return Math.max(240, element.clientWidth || 800);
}

/** Runs with steps of their own, on one axis. */
function dataOf({ lines }: Curve): uPlot.AlignedData {
  const tables = lines.map(({ steps, values }): uPlot.AlignedData => [[...steps], [...values]]);
  return tables.length === 1 && tables[0] ? tables[0] : uPlot.join(tables);
}

function optionsOf({ lines }: Curve, names: readonly string[], width: number): uPlot.Options {
  const text = colour('--vscode-foreground', '#3b3b3b');
  // Borders are as strong as text where contrast is high, and the curves would drown in them.
  const faint = `color-mix(in srgb, ${text} 16%, transparent)`;
  const axis = {
    stroke: text,
    font: `12px ${colour('--vscode-font-family', 'sans-serif')}`,
    grid: { stroke: faint, width: 1 },
    ticks: { stroke: faint, width: 1 },
  };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    scales: { x: { time: false } },
    axes: [
      { ...axis, label: 'step', labelSize: 20, labelFont: axis.font },
      { ...axis, size: 70, values: (_, splits) => splits.map(value => (value === null ? '' : short(value))) },
    ],
    series: [
      {},
      ...lines.map(({ run }) => {
        const { variable, fallback, dash } = strokeOf(run);
        return {
          label: names[run] ?? '',
          stroke: colour(variable, fallback),
          width: 1.5,
          spanGaps: true,
          dash: [...dash],
          points: { show: false },
        };
      }),
    ],
  };
}

/** A canvas knows no variables. */
function colour(variable: string, fallback: string): string {
  return getComputedStyle(document.body).getPropertyValue(variable).trim() || fallback;
}

/** The point that a key leads to; `undefined` for a key that leads to none. */
function pointAt(key: string, at: number | undefined, count: number): number | undefined {
  const last = count - 1;
  const to = { ArrowRight: (at ?? -1) + 1, ArrowLeft: (at ?? last + 1) - 1, Home: 0, End: last }[key];
  return to === undefined || last < 0 ? undefined : Math.min(last, Math.max(0, to));
}

function moveTo(plot: uPlot, index: number): void {
  const step = plot.data[0][index];
  if (step === undefined) return;
  const { min = step, max = step } = plot.scales['x'] ?? {};
  const half = (max - min) / 2;
  // A point outside of what is seen is brought into sight.
  if (step < min || step > max) plot.setScale('x', { min: step - half, max: step + half });
  // The scale is set at the end of this turn.
  queueMicrotask(() => plot.setCursor({ left: plot.valToPos(step, 'x'), top: plot.over.clientHeight / 2 }));
}

function readOut(plot: uPlot, index: number, { names, curve }: Drawn): string {
  const values = curve.lines.flatMap(({ run }, line) => {
    const value = plot.data[line + 1]?.[index];
    return value === null || value === undefined ? [] : [`${names[run] ?? ''} ${short(value)}`];
  });
  return `Step ${short(plot.data[0][index] ?? NaN)}: ${values.join(', ')}`;
}
