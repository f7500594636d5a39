import { axisX, axisY, dot, gridX, plot, ruleY, text, tickX, type PlotOptions } from '@observablehq/plot';

/** One metric as the chart draws it; a row of the metric report is one. */
export interface IntervalRow {
  readonly name: string;
  readonly split?: string;
  readonly unit?: string;
  readonly value?: number;
  /** A share of something, which lies between 0 and 1 by what it means; a count that happens to be 1 is none. */
  readonly proportion?: boolean;
  readonly text: string;
  readonly target?: { readonly value: number; readonly text: string };
  readonly baseline?: { readonly value: number; readonly text: string };
  readonly interval?: { readonly low: number; readonly high: number; readonly text: string };
  readonly verdict: 'met' | 'not met' | 'undecided' | 'unknown';
}

/** The part of the browser's `Document` that the chart needs, so that other implementations of it do as well. */
export interface ChartDocument {
  createElementNS(namespace: string, name: string): unknown;
}

/** The part of the browser's `SVGSVGElement` that callers need. */
export interface ChartElement {
  readonly outerHTML: string;
}

export interface ChartOptions {
  readonly document: ChartDocument;
  /** In pixels. */
  readonly width: number;
}

/** Metrics that share the chart's axis: proportions, all of whose numbers lie between 0 and 1. */
export function onSharedAxis(row: IntervalRow): boolean {
  const numbers = [row.value, row.target?.value, row.baseline?.value];
  return (
    row.unit === undefined &&
    (row.proportion === true || row.interval !== undefined) &&
    row.value !== undefined &&
    numbers.every(x => x === undefined || (x >= 0 && x <= 1))
  );
}

/**
 * Draws each proportion as a dot in its interval, with marks for target and baseline. Colours are variables of VS Code's theme
 * with fallbacks, verdicts differ in shape and word too, and nothing needs a style sheet. `undefined` when no metric
 * is a proportion: different units share no axis.
 */
export function intervalChart(all: readonly IntervalRow[], options: ChartOptions): ChartElement | undefined {
  const rows = all.filter(onSharedAxis);
  if (rows.length === 0) return undefined;
  const svg = plot(plotOptions(rows, options)) as unknown as Svg;
  svg.querySelector('style')?.remove();
  describe(svg, rows, options.document);
  return svg;
}

/** What is common to the browser's SVG elements and those of other implementations. */
interface Svg extends ChartElement {
  querySelector(selector: string): { remove(): void } | null;
  querySelectorAll(selector: string): Iterable<{ setAttribute(name: string, value: string): void }>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  prepend(...nodes: unknown[]): void;
}

const COLOURS: Readonly<Record<IntervalRow['verdict'], string>> = {
  met: 'var(--vscode-charts-green, #2e7d32)',
  'not met': 'var(--vscode-charts-red, #c62828)',
  undecided: 'var(--vscode-charts-yellow, #8a6d00)',
  unknown: 'var(--vscode-charts-foreground, #616161)',
};
const SHAPES = { met: 'circle', 'not met': 'square', undecided: 'diamond', unknown: 'triangle' } as const;
const FOREGROUND = 'var(--vscode-foreground, #3b3b3b)';
const QUIET = 'var(--vscode-descriptionForeground, #616161)';
const FONT = 'var(--vscode-font-family, system-ui, sans-serif)';

const SVG = 'http://www.w3.org/2000/svg';
const ROW_HEIGHT = 44;
const MARGIN_TOP = 14;
const MARGIN_BOTTOM = 40;
const NARROW = 480;

/** The row's name on its axis; the same metric on two splits is two rows. */
function label({ name, split }: IntervalRow): string {
  return split === undefined ? name : `${name} (${split})`;
}

function plotOptions(rows: readonly IntervalRow[], { document, width }: ChartOptions): PlotOptions {
  const labels = rows.map(label);
  const longest = Math.max(...labels.map(({ length }) => length));
  const wide = width >= NARROW;
  return {
    document: document as NonNullable<PlotOptions['document']>,
    className: 'holdout-intervals',
    width,
    height: rows.length * ROW_HEIGHT + MARGIN_TOP + MARGIN_BOTTOM,
    marginTop: MARGIN_TOP,
    marginBottom: MARGIN_BOTTOM,
    marginLeft: Math.min(longest * 7 + 20, width * 0.4),
    marginRight: wide ? 84 : 16,
    x: { domain: [...domain(rows)], label: null },
    y: { domain: labels, label: null, padding: 0 },
    color: { type: 'identity' },
    symbol: { type: 'identity' } as PlotOptions['symbol'] & object,
    marks: [
      ...axes(Math.min(6, Math.round(width / 130))),
      ...intervalMarks(rows),
      ...limitMarks(rows),
      valueMark(rows),
      ...(wide ? [verdictText(rows)] : []),
    ],
  };
}

type Marks = Exclude<PlotOptions['marks'], undefined>;

function axes(ticks: number): Marks {
  return [
    gridX({ stroke: FOREGROUND, strokeOpacity: 0.15, ticks }),
    axisX({
      ticks,
      color: QUIET,
      label: 'proportion',
      labelAnchor: 'center',
      labelArrow: 'none',
      ...font(11),
    }),
    axisY({
      tickSize: 0,
      tickPadding: 10,
      color: FOREGROUND,
      lineWidth: 20,
      textOverflow: 'ellipsis',
      ...font(13),
    }),
  ];
}

/** Target: a solid mark over the whole row. Baseline: a broken, shorter one. */
function limitMarks(rows: readonly IntervalRow[]): Marks {
  const baseline = ({ baseline }: IntervalRow): number | undefined => baseline?.value;
  const target = ({ target }: IntervalRow): number | undefined => target?.value;
  return [
    tickX(
      rows.filter(row => row.baseline),
      {
        x: baseline,
        y: label,
        stroke: QUIET,
        strokeWidth: 2,
        strokeDasharray: '3,3',
        insetTop: 11,
        insetBottom: 11,
      },
    ),
    tickX(
      rows.filter(row => row.target),
      { x: target, y: label, stroke: FOREGROUND, strokeWidth: 2.5, insetTop: 8, insetBottom: 8 },
    ),
  ];
}

function valueMark(rows: readonly IntervalRow[]): Marks[number] {
  const shape = ({ verdict }: IntervalRow): string => SHAPES[verdict];
  return dot(rows, {
    x: 'value',
    y: label,
    fill: colour,
    symbol: shape,
    r: 6,
    stroke: 'var(--vscode-editor-background, #ffffff)',
    strokeWidth: 1,
  });
}

function intervalMarks(rows: readonly IntervalRow[]): Marks {
  const known = rows.filter(({ interval }) => interval !== undefined);
  const low = ({ interval }: IntervalRow): number | undefined => interval?.low;
  const high = ({ interval }: IntervalRow): number | undefined => interval?.high;
  const ends = { y: label, stroke: colour, strokeWidth: 2, insetTop: 16, insetBottom: 16 };
  return [
    ruleY(known, { x1: low, x2: high, y: label, stroke: colour, strokeWidth: 3 }),
    tickX(known, { x: low, ...ends }),
    tickX(known, { x: high, ...ends }),
  ];
}

function verdictText(rows: readonly IntervalRow[]): Marks[number] {
  return text(rows, {
    y: label,
    text: 'verdict',
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: 12,
    fill: FOREGROUND,
    ...font(12),
  });
}

function font(fontSize: number): { fontFamily: string; fontSize: number } {
  return { fontFamily: FONT, fontSize };
}

const colour = ({ verdict }: IntervalRow): string => COLOURS[verdict];
/** From the least to the greatest number drawn, rounded outwards to tenths. */
function domain(rows: readonly IntervalRow[]): readonly [number, number] {
  const drawn = rows
    .flatMap(row => [
      row.value,
      row.target?.value,
      row.baseline?.value,
      row.interval?.low,
      row.interval?.high,
    ])
    .filter(x => x !== undefined);
  const low = Math.floor(Math.min(...drawn) * 10) / 10;
  const high = Math.ceil(Math.max(...drawn) * 10) / 10;
  return low === high ? [Math.max(0, low - 0.1), Math.min(1, high + 0.1)] : [low, high];
}

function describe(svg: Svg, rows: readonly IntervalRow[], document: ChartDocument): void {
  const title = document.createElementNS(SVG, 'title') as { textContent: string };
  const desc = document.createElementNS(SVG, 'desc') as { textContent: string };
  title.textContent = 'Metrics with their intervals, targets and baselines';
  desc.textContent = rows.map(sentence).join(' ');
  // The picture is one; names that the library gives to its groups are not for readers.
  for (const group of svg.querySelectorAll('g')) group.setAttribute('aria-hidden', 'true');
  svg.setAttribute('xmlns', SVG);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title.textContent);
  svg.prepend(title, desc);
}

function sentence(row: IntervalRow): string {
  const parts = [
    `${label(row)}: ${row.text}`,
    row.interval && `interval ${row.interval.text}`,
    row.target && `target ${row.target.text}`,
    row.baseline && `baseline ${row.baseline.text}`,
    row.verdict,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
