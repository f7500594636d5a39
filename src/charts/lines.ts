import { areaY, dot, line, link } from '@observablehq/plot';
import type { Axis, Line, LineChart } from '../base/chart';
import { bottomAxis, leftAxis, levelRules, scaleOf, uprightRules, type Marks } from './axes';
import { boxMark, lineMark, symbolMark, type LegendEntry } from './legend';
import { domainOf, extentOf, onAxis, spoken } from './numbers';
import type { ChartSize, Drawing } from './drawing';
import { BACKGROUND, FOREGROUND, REFERENCE, seriesLook, type SeriesLook } from './theme';

export const MARGINS = { marginTop: 30, marginBottom: 42, marginLeft: 58, marginRight: 20 } as const;

/** More dots than this would be a thick line. */
const MOST_DOTS = 80;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

interface Curve {
  readonly line: Line;
  readonly look: SeriesLook;
  readonly points: readonly Point[];
}

/** Curves, each with its own colour, dashes and symbol; intervals are bands, or bars where there are dots alone. */
export function lineDrawing(chart: LineChart, { width }: ChartSize): Drawing | undefined {
  const curves = curvesOf(chart);
  if (curves.length === 0) return undefined;
  const all = curves.flatMap(({ points }) => points);
  const rules = chart.rules ?? [];
  const across = rules.filter(({ of }) => of === 'y');
  const upright = rules.filter(({ of }) => of === 'x');
  const x = domainOf(chart.x, [...all.map(point => point.x), ...upright.map(({ at }) => at)]);
  const heights = [...all.flatMap(({ y, low, high }) => [y, low, high]), ...across.map(({ at }) => at)];
  const y = domainOf(chart.y, heights);
  const frame = frameOf(chart.x, chart.y, width);
  return {
    height: frame.height,
    legend: legendOf(curves),
    words: curves.map(curve => sentence(curve, chart.x, chart.y)),
    plot: {
      ...MARGINS,
      marginRight: frame.marginRight,
      x: scaleOf(chart.x, x),
      y: scaleOf(chart.y, y),
      marks: [
        ...leftAxis(chart.y, frame.height, MARGINS.marginLeft),
        ...bottomAxis(chart.x, width - MARGINS.marginLeft - frame.marginRight, x),
        ...curves.flatMap(band),
        ...levelRules(chart.y, across),
        ...uprightRules(chart.x, x, upright),
        ...curves.flatMap(stroke),
        ...curves.flatMap(dots),
      ],
    },
  };
}

/** Two axes from 0 to 1 make a square, in which a diagonal is one; all else is wider than high. */
export function frameOf(x: Axis, y: Axis, width: number): { height: number; marginRight: number } {
  const { marginLeft, marginRight, marginTop, marginBottom } = MARGINS;
  const isUnit = ({ domain, scale }: Axis): boolean =>
    scale === undefined && domain?.[0] === 0 && domain[1] === 1;
  const room = width - marginLeft - marginRight;
  if (!isUnit(x) || !isUnit(y))
    return { height: Math.round(Math.min(340, Math.max(220, width * 0.5))), marginRight };
  const side = Math.max(120, Math.min(room, 360));
  return { height: side + marginTop + marginBottom, marginRight: width - marginLeft - side };
}

function curvesOf({ lines, x, y }: LineChart): readonly Curve[] {
  let series = 0;
  return lines.flatMap(one => {
    const look = one.isReference ? REFERENCE : seriesLook(series++);
    const points = pointsOf(one, x, y);
    return points.length > 0 ? [{ line: one, look, points }] : [];
  });
}

function pointsOf({ x: xs, y: ys, low, high }: Line, x: Axis, y: Axis): readonly Point[] {
  const points: Point[] = [];
  for (let i = 0; i < xs.length; i++) {
    const at = { x: onAxis(x, xs[i]), y: onAxis(y, ys[i]) };
    if (at.x === undefined || at.y === undefined) continue;
    const ends = { low: onAxis(y, low?.[i]), high: onAxis(y, high?.[i]) };
    const isKnown = ends.low !== undefined && ends.high !== undefined;
    points.push({ x: at.x, y: at.y, ...(isKnown && { low: ends.low, high: ends.high }) } as Point);
  }
  return points;
}

const hasBand = ({ points }: Curve): boolean => points.some(({ low }) => low !== undefined);
const curveOf = ({ shape }: Line): 'step-after' | 'linear' => (shape === 'steps' ? 'step-after' : 'linear');

function band(curve: Curve): Marks {
  const { line: one, look, points } = curve;
  if (!hasBand(curve)) return [];
  const known = points.filter(({ low }) => low !== undefined);
  if (one.shape === 'dots' || known.length === 1) {
    return [link(known, { x1: 'x', x2: 'x', y1: 'low', y2: 'high', stroke: look.colour, strokeWidth: 1.5 })];
  }
  const edge = { curve: curveOf(one), fill: look.colour, fillOpacity: 0.18 };
  return [areaY(known, { x: 'x', y1: 'low', y2: 'high', ...edge })];
}

function stroke({ line: one, look, points }: Curve): Marks {
  if (one.shape === 'dots' || points.length < 2) return [];
  const dash = look.dash === undefined ? {} : { strokeDasharray: look.dash };
  const width = one.isReference ? 1.5 : 2;
  return [
    line(points, { x: 'x', y: 'y', curve: curveOf(one), stroke: look.colour, strokeWidth: width, ...dash }),
  ];
}

function dots({ line: one, look, points }: Curve): Marks {
  const isFew = one.shape === 'dots-and-line' && points.length <= MOST_DOTS;
  if (!isFew && one.shape !== 'dots' && points.length > 1) return [];
  const edge = { stroke: BACKGROUND, strokeWidth: 0.75 };
  return [dot(points, { x: 'x', y: 'y', symbol: look.symbol, fill: look.colour, r: 3.5, ...edge })];
}

function legendOf(curves: readonly Curve[]): readonly LegendEntry[] {
  const bands = curves.some(curve => hasBand(curve) && curve.line.shape !== 'dots');
  const entries = curves.map(({ line: one, look }) => ({
    name: one.name,
    marks: [
      ...(one.shape === 'dots' ? [] : [lineMark(look)]),
      ...(one.shape === 'dots' || one.shape === 'dots-and-line' ? [symbolMark(look)] : []),
    ],
  }));
  const extra = bands ? [{ name: 'interval', marks: [boxMark(FOREGROUND, 0.18)] }] : [];
  return entries.length + extra.length > 1 ? [...entries, ...extra] : [];
}

function sentence({ line: { name, isReference }, points }: Curve, x: Axis, y: Axis): string {
  const [first, last] = [points[0], points.at(-1)];
  const range = extentOf(points.map(point => point.y));
  if (!first || !last || !range) return '';
  const at = (point: Point): string => `${spoken(y, point.y)} at ${spoken(x, point.x)}`;
  if (isReference || first === last)
    return `${name}: ${at(first)}${first === last ? '' : ` to ${at(last)}`}.`;
  return `${name}: ${points.length} points from ${at(first)} to ${at(last)}, between ${spoken(y, range[0])} and ${spoken(y, range[1])}.`;
}
