import type uPlot from 'uplot';

/** Steps that are seen, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The steps that are seen; `undefined` before anything is drawn. */
export function rangeOf(plot: uPlot): Range | undefined {
  const { min, max } = plot.scales['x'] ?? {};
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined;
}

/** All steps that there are. */
export function wholeOf({ data: [steps] }: uPlot): Range | undefined {
  const [min, max] = [steps[0], steps[steps.length - 1]];
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** The range, where fewer steps are seen than there are. */
export function narrowed(plot: uPlot): Range | undefined {
  const [range, whole] = [rangeOf(plot), wholeOf(plot)];
  return range && whole && (range.min > whole.min || range.max < whole.max) ? range : undefined;
}

/** A shift of so much of what is seen, by Shift and an arrow. */
const SHIFT = 0.25;

/** Does what a key says of zooming, around a step where one is read; false for a key that says nothing. */
export function zoomBy(plot: uPlot, { key, shiftKey }: KeyboardEvent, around: number | undefined): boolean {
  if (key === '+' || key === '=') zoom(plot, 0.5, around);
  else if (key === '-') zoom(plot, 2, around);
  else if (key === '0' || key === 'Escape') showAll(plot);
  else if (shiftKey && key === 'ArrowRight') shift(plot, SHIFT);
  else if (shiftKey && key === 'ArrowLeft') shift(plot, -SHIFT);
  else return false;
  return true;
}

export function showAll(plot: uPlot): void {
  plot.setData(plot.data, true);
}

function zoom(plot: uPlot, factor: number, around: number | undefined): void {
  const [range, whole] = [rangeOf(plot), wholeOf(plot)];
  if (!range || !whole) return;
  const middle = around ?? (range.min + range.max) / 2;
  const half = ((range.max - range.min) * factor) / 2;
  plot.setScale('x', {
    min: Math.max(whole.min, middle - half),
    max: Math.min(whole.max, middle + half),
  });
}

function shift(plot: uPlot, by: number): void {
  const [range, whole] = [rangeOf(plot), wholeOf(plot)];
  if (!range || !whole) return;
  const width = range.max - range.min;
  const min = Math.max(whole.min, Math.min(whole.max - width, range.min + by * width));
  plot.setScale('x', { min, max: min + width });
}
