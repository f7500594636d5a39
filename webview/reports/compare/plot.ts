import uPlot from 'uplot';
import type { Curve } from '../../../src/reports/compare/view';
import { el } from '../../parts/dom';
import { strokeOf } from './swatch';
import { short } from './table';

/** One chart on a canvas, which the keyboard can read. */
export interface CurvePlot {
  readonly element: HTMLElement;
  /** The values under the cursor, told as it moves. */
  readonly readout: HTMLElement;
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

/** `name`: of the metric. */
export function curvePlot(name: string): CurvePlot {
  const element = el('div', {
    class: 'plot',
    tabindex: '0',
    role: 'application',
    'data-key': `plot ${name}`,
  });
  const readout = el('p', { class: 'readout', 'aria-live': 'polite' });
  let plot: uPlot | undefined;
  let drawn: Drawn | undefined;
  const build = (): void => {
    if (!drawn) return;
    const zoomed = plot && isNarrower(plot) ? rangeOf(plot) : undefined;
    plot?.destroy();
    plot = new uPlot(optionsOf(drawn.curve, drawn.names, widthOf(element)), dataOf(drawn.curve), element);
    if (zoomed) plot.setScale('x', zoomed);
  };
  /** The point that the keyboard reads. */
  let at: number | undefined;
  const read = (index: number | undefined): void => {
    if (plot && drawn && index !== undefined) readout.textContent = readOut(plot, index, drawn);
  };
  element.addEventListener('keydown', event => {
    if (!plot) return;
    const to = pointAt(event.key, at, plot.data[0].length);
    if (to !== undefined) moveTo(plot, (at = to));
    else if (!zoomBy(plot, event.key, at)) return;
    event.preventDefault();
    read(at);
  });
  element.addEventListener('mousemove', () => {
    at = plot?.cursor.idx ?? at;
    read(at);
  });
  return {
    element,
    readout,
    update: (curve, names) => {
      const isSame =
        drawn?.curve.lines.map(({ run }) => run).join() === curve.lines.map(({ run }) => run).join();
      drawn = { curve, names };
      element.setAttribute('aria-label', `Chart of ${name} over steps. Arrow keys read the values.`);
      if (!plot || !isSame) return build();
      plot.setData(dataOf(curve), !isNarrower(plot));
    },
    resize: () => plot?.setSize({ width: widthOf(element), height: HEIGHT }),
    recolour: build,
    destroy: () => plot?.destroy(),
  };
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
  const axis = {
    stroke: text,
    font: `12px ${colour('--vscode-font-family', 'sans-serif')}`,
    grid: { stroke: colour('--vscode-panel-border', '#80808040'), width: 1 },
    ticks: { stroke: colour('--vscode-panel-border', '#80808040'), width: 1 },
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

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The steps that are seen. */
function rangeOf(plot: uPlot): Range | undefined {
  const { min, max } = plot.scales['x'] ?? {};
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined;
}

/** Are fewer steps seen than there are? */
function isNarrower(plot: uPlot): boolean {
  const steps = plot.data[0];
  const range = rangeOf(plot);
  const [first, last] = [steps[0], steps[steps.length - 1]];
  if (!range || first === undefined || last === undefined) return false;
  return range.min > first || range.max < last;
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

/** True for a key that zooms. */
function zoomBy(plot: uPlot, key: string, at: number | undefined): boolean {
  if (key === '+' || key === '=') zoom(plot, 0.5, at);
  else if (key === '-') zoom(plot, 2, at);
  else if (key === '0' || key === 'Escape') plot.setData(plot.data, true);
  else return false;
  return true;
}

function zoom(plot: uPlot, factor: number, at: number | undefined): void {
  const range = rangeOf(plot);
  if (!range) return;
  const { min, max } = range;
  const steps = plot.data[0];
  const middle = steps[at ?? -1] ?? (min + max) / 2;
  const half = ((max - min) * factor) / 2;
  const [first = min, last = max] = [steps[0], steps[steps.length - 1]];
  plot.setScale('x', { min: Math.max(first, middle - half), max: Math.min(last, middle + half) });
}

function readOut(plot: uPlot, index: number, { names, curve }: Drawn): string {
  const values = curve.lines.flatMap(({ run }, line) => {
    const value = plot.data[line + 1]?.[index];
    return value === null || value === undefined ? [] : [`${names[run] ?? ''} ${short(value)}`];
  });
  return `Step ${short(plot.data[0][index] ?? NaN)}: ${values.join(', ')}`;
}
