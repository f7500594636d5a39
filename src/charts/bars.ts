import { link, rect, text } from '@observablehq/plot';
import type { Bar, BarChart } from '../base/chart';
import { RULE_LINE, bottomAxis, rulesAbove, scaleOf, type Marks } from './axes';
import { boxMark, type LegendEntry } from './legend';
import { domainOf, onAxis, short, type Domain } from './numbers';
import type { ChartSize, Drawing } from './drawing';
import { PATTERN_KINDS, type Pattern } from './patterns';
import { moreWords, MOST_ROWS, nameMargin, rowNames } from './rows';
import { FOREGROUND, seriesLook, SMALL, TONES } from './theme';

const MARGIN_TOP = 10;
const MARGIN_BOTTOM = 40;

/** A bar with its place, in pixels below the first. */
interface Placed {
  readonly bar: Bar;
  readonly top: number;
  readonly bottom: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** Bars from left to right, below each other; those of one name stand together, and groups differ in colour and hatching. */
export function barDrawing(chart: BarChart, { width, id }: ChartSize): Drawing | undefined {
  const rows = placed(chart);
  const last = rows.at(-1);
  if (!last) return undefined;
  const rules = chart.rules ?? [];
  const groups = chart.groups ?? [];
  const patterns = patternsOf(groups, id);
  const domain = barDomain(chart, rows);
  const names = namesOf(rows);
  const marginLeft = nameMargin([...names.keys()], width);
  const top = MARGIN_TOP + RULE_LINE * rules.length;
  const middle = ([, bars]: [string, readonly Placed[]]): number =>
    ((bars[0]?.top ?? 0) + (bars.at(-1)?.bottom ?? 0)) / 2;
  return {
    height: last.bottom + top + MARGIN_BOTTOM,
    legend: groups.map((name, index) => legendEntry(name, index, patterns)),
    words: [...[...names].map(sentence), ...moreWords(chart.bars.length, rows.length)],
    patterns,
    plot: {
      marginTop: top,
      marginBottom: MARGIN_BOTTOM,
      marginLeft,
      marginRight: 64,
      x: scaleOf(chart.axis, domain),
      y: { type: 'linear', domain: [last.bottom, 0], axis: null },
      color: { type: 'identity' },
      marks: [
        ...bottomAxis(chart.axis, width - marginLeft),
        rowNames([...names], ([name]) => name, middle, marginLeft),
        boxes(rows, start(chart, domain), fillOf(groups, patterns)),
        ...whiskers(rows),
        numbers(rows, width - marginLeft - 64, domain),
        ...rulesAbove(chart.axis, rules),
      ],
    },
  };
}

/** Bars begin at 0, and on a logarithmic axis, which has none, at its end. */
function start({ axis }: BarChart, domain: Domain): number {
  return axis.scale === 'log' ? domain[0] : 0;
}

function barDomain({ axis, rules = [] }: BarChart, rows: readonly Placed[]): Domain {
  const numbers = rows.flatMap(({ value, low, high }) => [value, low, high]);
  const zero = axis.scale === 'log' ? [] : [0];
  return domainOf(axis, [...numbers, ...rules.map(({ at }) => at), ...zero]);
}

/** Bars of one name stand below each other, in the order in which the names come first. */
function placed({ axis, bars, groups = [] }: BarChart): readonly Placed[] {
  const named = new Map<string, Bar[]>();
  for (const bar of bars.slice(0, MOST_ROWS)) {
    if (onAxis(axis, bar.value) === undefined) continue;
    named.set(bar.name, [...(named.get(bar.name) ?? []), bar]);
  }
  const thick = groups.length > 1 ? 14 : 20;
  let top = 3;
  const all: Placed[] = [];
  for (const together of named.values()) {
    for (const bar of together) {
      all.push(placedBar(bar, axis, top, thick));
      top += thick;
    }
    top += 8;
  }
  return all;
}

function placedBar(bar: Bar, axis: BarChart['axis'], top: number, thick: number): Placed {
  const [low, high] = [onAxis(axis, bar.low), onAxis(axis, bar.high)];
  const ends = low !== undefined && high !== undefined && { low, high };
  return { bar, top, bottom: top + thick, value: onAxis(axis, bar.value) ?? 0, ...ends };
}

function namesOf(rows: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const names = new Map<string, Placed[]>();
  for (const row of rows) names.set(row.bar.name, [...(names.get(row.bar.name) ?? []), row]);
  return names;
}

/** The first group is plain; the others are hatched. */
function patternsOf(groups: readonly string[], id: string): readonly Pattern[] {
  return groups.slice(1).map((_, index) => ({
    id: `${id}-hatching-${index + 1}`,
    colour: seriesLook(index + 1).colour,
    kind: PATTERN_KINDS[index % PATTERN_KINDS.length] ?? 'rising',
  }));
}

type Fill = (row: Placed) => string;

function fillOf(groups: readonly string[], patterns: readonly Pattern[]): Fill {
  return ({ bar: { group, tone } }) => {
    if (tone && tone !== 'quiet') return TONES[tone].colour;
    return groupFill(Math.max(0, groups.indexOf(group ?? '')), patterns);
  };
}

function groupFill(index: number, patterns: readonly Pattern[]): string {
  const pattern = patterns[index - 1];
  return pattern ? `url(#${pattern.id})` : seriesLook(index).colour;
}

function boxes(rows: readonly Placed[], from: number, fill: Fill): Marks[number] {
  const edge = { stroke: FOREGROUND, strokeOpacity: 0.6, strokeWidth: 0.75 };
  const place = { x1: () => from, x2: 'value', y1: 'top', y2: 'bottom', insetTop: 1, insetBottom: 1 };
  return rect(rows, { ...place, fill, ...edge });
}

function whiskers(rows: readonly Placed[]): Marks {
  const known = rows.filter(({ low }) => low !== undefined);
  const middle = ({ top, bottom }: Placed): number => (top + bottom) / 2;
  const line = { stroke: FOREGROUND, strokeWidth: 1.5 };
  const cap = (end: 'low' | 'high'): Marks[number] => {
    const [y1, y2] = [(row: Placed) => middle(row) - 4, (row: Placed) => middle(row) + 4];
    return link(known, { x1: end, x2: end, y1, y2, ...line });
  };
  return [link(known, { x1: 'low', x2: 'high', y1: middle, y2: middle, ...line }), cap('low'), cap('high')];
}

const SIGNS = { good: ' ✓', bad: ' ✗', undecided: ' ?', quiet: '' } as const;

/** The value beyond the bar's end; a sign stands for its tone. */
function numbers(rows: readonly Placed[], width: number, domain: Domain): Marks[number] {
  const middle = ({ top, bottom }: Placed): number => (top + bottom) / 2;
  const end = ({ value, low = value, high = value }: Placed): number =>
    value < 0 ? Math.min(value, low) : Math.max(value, high);
  const words = ({ bar, value }: Placed): string => `${short(value)}${SIGNS[bar.tone ?? 'quiet']}`;
  // A bar to the left has its number at the right of 0, where there is always room.
  const isLeft = (row: Placed): boolean => row.value < 0 && width > 0 && domain[0] < 0;
  return text(rows, {
    x: row => (isLeft(row as Placed) ? 0 : end(row as Placed)),
    y: middle,
    text: words,
    textAnchor: 'start',
    dx: 6,
    fill: FOREGROUND,
    fontSize: SMALL,
  });
}

function legendEntry(name: string, index: number, patterns: readonly Pattern[]): LegendEntry {
  return { name, marks: [boxMark(groupFill(index, patterns))] };
}

function sentence([name, rows]: [string, readonly Placed[]]): string {
  const parts = rows.map(({ bar, value, low, high }) => {
    const ends = low === undefined || high === undefined ? '' : ` (${short(low)} to ${short(high)})`;
    return `${bar.group === undefined ? '' : `${bar.group} `}${short(value)}${ends}`;
  });
  return `${name}: ${parts.join(', ')}.`;
}
