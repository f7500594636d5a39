import { dot, line, text } from '@observablehq/plot';
import type { ScatterChart } from '../base/chart';
import { bottomAxis, HALO, leftAxis, levelRules, scaleOf, uprightRules, type Marks } from './axes';
import { lineMark, symbolMark, type LegendEntry } from './legend';
import { frameOf, MARGINS } from './lines';
import { domainOf, extentOf, onAxis, spoken, type Domain } from './numbers';
import type { ChartSize, Drawing } from './drawing';
import { REFERENCE, seriesLook } from './theme';

/** More names than this would lie on each other. */
const MOST_NAMES = 15;
/** More points than this say no more, and take long; every so-manieth is drawn then. */
const MOST_POINTS = 5000;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly name?: string;
}

/** Points, and the diagonal on which perfect ones would lie. */
export function scatterDrawing(chart: ScatterChart, { width }: ChartSize): Drawing | undefined {
  const points = pointsOf(chart);
  if (points.length === 0) return undefined;
  const rules = chart.rules ?? [];
  const across = rules.filter(({ of }) => of === 'y');
  const upright = rules.filter(({ of }) => of === 'x');
  const x = domainOf(chart.x, [...points.map(point => point.x), ...upright.map(({ at }) => at)]);
  const y = domainOf(chart.y, [...points.map(point => point.y), ...across.map(({ at }) => at)]);
  const frame = frameOf(chart.x, chart.y, width);
  return {
    height: frame.height,
    legend: chart.diagonal ? LEGEND : [],
    words: sentences(chart, points),
    plot: {
      ...MARGINS,
      marginRight: frame.marginRight,
      x: scaleOf(chart.x, x),
      y: scaleOf(chart.y, y),
      marks: [
        ...leftAxis(chart.y, frame.height, MARGINS.marginLeft),
        ...bottomAxis(chart.x, width - MARGINS.marginLeft - frame.marginRight),
        ...(chart.diagonal ? diagonal(x, y) : []),
        ...levelRules(chart.y, across),
        ...uprightRules(chart.x, x, upright),
        ...marks(thinned(points)),
      ],
    },
  };
}

function pointsOf({ x, y, points }: ScatterChart): readonly Point[] {
  return points.flatMap(point => {
    const at = { x: onAxis(x, point.x), y: onAxis(y, point.y) };
    return at.x === undefined || at.y === undefined ? [] : [{ ...point, x: at.x, y: at.y }];
  });
}

function thinned(points: readonly Point[]): readonly Point[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return step > 1 ? points.filter((_, index) => index % step === 0) : points;
}

/** Where both axes have the same values. */
function diagonal(x: Domain, y: Domain): Marks {
  const [from, to] = [Math.max(x[0], y[0]), Math.min(x[1], y[1])];
  if (from >= to) return [];
  const ends = [from, to].map(at => ({ x: at, y: at }));
  const { colour, dash } = REFERENCE;
  return [line(ends, { x: 'x', y: 'y', stroke: colour, strokeDasharray: dash ?? '', strokeWidth: 1.5 })];
}

function marks(points: readonly Point[]): Marks {
  const { colour } = seriesLook(0);
  const isFew = points.length <= 200;
  const named = points.filter(({ name }) => name !== undefined);
  const dots = dot(points, {
    x: 'x',
    y: 'y',
    r: isFew ? 3.5 : 2.5,
    fill: colour,
    fillOpacity: isFew ? 0.7 : 0.4,
    stroke: colour,
    strokeOpacity: 0.8,
    strokeWidth: 0.75,
  });
  if (named.length > MOST_NAMES) return [dots];
  return [dots, text(named, { x: 'x', y: 'y', text: 'name', textAnchor: 'start', dx: 8, ...HALO })];
}

const LEGEND: readonly LegendEntry[] = [
  { name: 'one row each', marks: [symbolMark(seriesLook(0))] },
  { name: 'both are equal', marks: [lineMark(REFERENCE)] },
];

function sentences({ x, y }: ScatterChart, points: readonly Point[]): readonly string[] {
  const [across, up] = [extentOf(points.map(point => point.x)), extentOf(points.map(point => point.y))];
  if (!across || !up) return [];
  const drawn = points.length > MOST_POINTS ? ' Not all of them are drawn.' : '';
  return [
    `${points.length} points; ${x.title} from ${spoken(x, across[0])} to ${spoken(x, across[1])}, ${y.title} from ${spoken(y, up[0])} to ${spoken(y, up[1])}.${drawn}`,
  ];
}
