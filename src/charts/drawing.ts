import type { PlotOptions } from '@observablehq/plot';
import type { LegendEntry } from './legend';
import type { ChartOptions } from './options';
import type { Pattern } from './patterns';

/** What the layout of a chart depends on, beside the chart. */
export type ChartSize = Pick<ChartOptions, 'width' | 'id'>;

/** A chart in the making: what the library draws, and what is said of it. */
export interface Drawing {
  readonly plot: PlotOptions;
  /** In pixels, without the legend. */
  readonly height: number;
  readonly legend: readonly LegendEntry[];
  /** The data in sentences; the whole table stands beside every chart. */
  readonly words: readonly string[];
  /** Patterns that bars are filled with. */
  readonly patterns?: readonly Pattern[];
}
