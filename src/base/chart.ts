/**
 * A chart as plain data: what is drawn, in which units, and no word of how. `charts` makes SVG of it. Every number is
 * finite. Points of one series have `x` and `y` of equal length, already thinned for drawing.
 */
export type Chart = IntervalChart | LineChart | BarChart | HeatmapChart | ScatterChart;

export interface Axis {
  readonly title: string;
  /** Linear between its ends unless said. `time`: milliseconds since 1970-01-01 UTC. */
  readonly scale?: 'log' | 'time';
  /** What is placed on it is counted: a mark between two whole numbers would mean nothing. */
  readonly isWhole?: true;
  /** The ends of the axis; those of the data unless said. */
  readonly domain?: readonly [number, number];
}

/** Values with their intervals, one row each, on one axis. */
export interface IntervalChart {
  readonly kind: 'intervals';
  readonly axis: Axis;
  readonly rows: readonly IntervalMark[];
  /** Values that all rows are held against. */
  readonly rules?: readonly Rule[];
}

export interface IntervalMark {
  readonly name: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly target?: number;
  readonly baseline?: number;
  readonly tone?: Tone;
}

/** Curves over a numeric axis: ROC, calibration, cost by threshold, a metric over steps or commits. */
export interface LineChart {
  readonly kind: 'lines';
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
  readonly rules?: readonly (Rule & { readonly of: 'x' | 'y' })[];
}

export interface Line {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The interval of each point. */
  readonly low?: readonly number[];
  readonly high?: readonly number[];
  /** What chance or perfection would draw: quiet and broken. */
  readonly isReference?: true;
  /** Dots only, dots and line, or a line; a line unless said. `steps`: it jumps at each point. */
  readonly shape?: 'dots' | 'dots-and-line' | 'steps';
}

/** Counts or shares by category, or of numbers in bins. */
export interface BarChart {
  readonly kind: 'bars';
  /** The axis along which bars grow. */
  readonly axis: Axis;
  readonly bars: readonly Bar[];
  /** Groups in the order of their colours, where bars have several. */
  readonly groups?: readonly string[];
  readonly rules?: readonly Rule[];
}

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly group?: string;
  readonly tone?: Tone;
}

/** A matrix of counts, such as a confusion matrix: `cells[row][column]`. */
export interface HeatmapChart {
  readonly kind: 'heatmap';
  readonly rows: { readonly title: string; readonly names: readonly string[] };
  readonly columns: { readonly title: string; readonly names: readonly string[] };
  readonly cells: readonly (readonly number[])[];
  /** The share that colours a cell, 0 to 1; of its row unless given. */
  readonly shares?: readonly (readonly number[])[];
}

export interface ScatterChart {
  readonly kind: 'scatter';
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly { readonly x: number; readonly y: number; readonly name?: string }[];
  /** The line that perfect points would lie on. */
  readonly diagonal?: true;
  readonly rules?: readonly (Rule & { readonly of: 'x' | 'y' })[];
}

/** A line across the chart, with its name. */
export interface Rule {
  readonly at: number;
  readonly name: string;
}

/** How something stands: it decides colour and sign, which never stand alone. */
export type Tone = 'good' | 'bad' | 'undecided' | 'quiet';
