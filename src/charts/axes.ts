import {
  axisX,
  axisY,
  gridX,
  gridY,
  ruleX,
  ruleY,
  text,
  type PlotOptions,
  type ScaleOptions,
} from '@observablehq/plot';
import type { Axis, Rule } from '../base/chart';
import type { Domain } from './numbers';
import { onAxis, short } from './numbers';
import { BACKGROUND, FOREGROUND, QUIET, SMALL, TEXT_SIZE } from './theme';

export type Marks = Exclude<PlotOptions['marks'], undefined>;

const TYPES = { log: 'log', time: 'utc', linear: 'linear' } as const;

/** The library's scale for an axis; ends that nobody asked for are rounded outwards. */
export function scaleOf(axis: Axis, domain: Domain): ScaleOptions {
  const ends = axis.scale === 'time' ? domain.map(end => new Date(end)) : [...domain];
  const nice = axis.domain === undefined && !axis.isWhole;
  return { type: TYPES[axis.scale ?? 'linear'], domain: ends, nice, label: null };
}

/** Asked for three, the scale gives two at least; asked for two, it may give one, which measures nothing. */
const LEAST_TICKS = 3;
const TICK_WIDTH = 90;
const TICK_HEIGHT = 46;

/** The axis at the bottom, with its title in the middle and lines through the picture. */
export function bottomAxis(axis: Axis, width: number, domain?: Domain): Marks {
  const most = Math.max(LEAST_TICKS, Math.min(8, Math.round(width / TICK_WIDTH)));
  const ticks = axis.isWhole && domain ? wholeTicks(domain, most) : most;
  return [
    gridX({ stroke: FOREGROUND, strokeOpacity: 0.14, ticks }),
    axisX({
      ticks,
      tickSize: 4,
      color: QUIET,
      label: axis.title,
      labelAnchor: 'center',
      labelArrow: 'none',
      fontSize: SMALL,
      ...(axis.isWhole && { tickFormat: short }),
    }),
  ];
}

/** Whole numbers at equal distances, at most as many as there is room for. */
function wholeTicks([low, high]: Domain, most: number): number[] {
  const [first, last] = [Math.ceil(low), Math.floor(high)];
  const step = Math.max(1, Math.ceil((last - first) / (most - 1)));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step);
}

/** The axis at the left; its title lies above it, where it can be read. */
export function leftAxis(axis: Axis, height: number, margin: number): Marks {
  const ticks = Math.max(LEAST_TICKS, Math.min(7, Math.round(height / TICK_HEIGHT)));
  return [
    gridY({ stroke: FOREGROUND, strokeOpacity: 0.14, ticks }),
    axisY({ ticks, tickSize: 4, color: QUIET, label: null, fontSize: SMALL }),
    heading(axis.title, margin),
  ];
}

/** Words above the left edge. */
export function heading(title: string, margin: number): Marks[number] {
  return text([title], {
    text: (words: string) => words,
    frameAnchor: 'top-left',
    textAnchor: 'start',
    lineAnchor: 'bottom',
    dx: 4 - margin,
    dy: -9,
    fill: QUIET,
    fontSize: SMALL,
  });
}

/** Words that stay readable on whatever lies below them. */
export const HALO = { stroke: BACKGROUND, strokeWidth: 4, fontSize: TEXT_SIZE, fill: FOREGROUND } as const;

const LINE = { stroke: FOREGROUND, strokeOpacity: 0.75, strokeWidth: 1.5, strokeDasharray: '6,3' } as const;

/** Upright lines, with their names at the top. */
export function uprightRules(axis: Axis, domain: Domain, rules: readonly Rule[]): Marks {
  return rules.flatMap(({ at, name }, index) => {
    const x = onAxis(axis, at);
    if (x === undefined) return [];
    const isLate = x > (domain[0] + domain[1]) / 2;
    const side = isLate ? { textAnchor: 'end' as const, dx: -5 } : { textAnchor: 'start' as const, dx: 5 };
    const place = { frameAnchor: 'top' as const, lineAnchor: 'top' as const, dy: 3 + RULE_LINE * index };
    return [
      ruleX([x], LINE),
      text([name], { x: () => x, text: (words: string) => words, ...place, ...side, ...HALO }),
    ];
  });
}

/** The same where the picture is full of rows: the names stand above it, one line each. */
export function rulesAbove(axis: Axis, rules: readonly Rule[]): Marks {
  return rules.flatMap(({ at, name }, index) => {
    const x = onAxis(axis, at);
    if (x === undefined) return [];
    const dy = -4 - RULE_LINE * (rules.length - 1 - index);
    const place = { frameAnchor: 'top' as const, lineAnchor: 'bottom' as const, dy };
    return [
      ruleX([x], LINE),
      text([name], { x: () => x, text: (words: string) => words, ...place, ...HALO, fontSize: SMALL }),
    ];
  });
}

/** What the name of one rule takes above a picture, in pixels. */
export const RULE_LINE = 14;

/** Lines across, with their names at the right. */
export function levelRules(axis: Axis, rules: readonly Rule[]): Marks {
  return rules.flatMap(({ at, name }) => {
    const y = onAxis(axis, at);
    if (y === undefined) return [];
    const place = { frameAnchor: 'right' as const, textAnchor: 'end' as const, dx: -4, dy: -8 };
    return [
      ruleY([y], LINE),
      text([name], { y: () => y, text: (words: string) => words, ...place, ...HALO }),
    ];
  });
}
