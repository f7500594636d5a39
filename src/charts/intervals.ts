import { dot, link, text } from '@observablehq/plot';
import type { IntervalChart, IntervalMark, Tone } from '../base/chart';
import { RULE_LINE, bottomAxis, rulesAbove, scaleOf, type Marks } from './axes';
import type { LegendEntry } from './legend';
import { domainOf, onAxis, short } from './numbers';
import type { ChartSize, Drawing } from './drawing';
import { moreWords, MOST_ROWS, nameMargin, rowNames } from './rows';
import { BACKGROUND, FOREGROUND, QUIET, TEXT_SIZE, TONES } from './theme';

const NARROW = 480;
const MARGIN_TOP = 12;
const MARGIN_BOTTOM = 40;
const TELLING = 132;

/** A row with its numbers as the axis can place them. */
interface Row {
  readonly mark: IntervalMark;
  /** The middle of the row, in pixels below the first. */
  readonly y: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly target?: number;
  readonly baseline?: number;
  readonly tone: Tone;
}

/** Values as dots in their intervals, one row each, with marks for target and baseline; tones differ in shape and word too. */
export function intervalDrawing(chart: IntervalChart, { width }: ChartSize): Drawing | undefined {
  const height = chart.rows.length > 12 ? 26 : 38;
  const rows = placed(chart, height);
  if (rows.length === 0) return undefined;
  const rules = chart.rules ?? [];
  const domain = domainOf(chart.axis, [...rows.flatMap(numbersOf), ...rules.map(({ at }) => at)]);
  const marginLeft = nameMargin(
    rows.map(({ mark }) => mark.name),
    width,
  );
  const isWide = width >= NARROW;
  const top = MARGIN_TOP + RULE_LINE * rules.length;
  const whole = rows.length * height;
  return {
    height: whole + top + MARGIN_BOTTOM,
    legend: legendOf(rows),
    words: [...rows.map(row => sentence(row)), ...moreWords(chart.rows.length, rows.length)],
    plot: {
      marginTop: top,
      marginBottom: MARGIN_BOTTOM,
      marginLeft,
      marginRight: isWide ? TELLING : 20,
      x: scaleOf(chart.axis, domain),
      y: { type: 'linear', domain: [whole, 0], axis: null },
      color: { type: 'identity' },
      symbol: { type: 'identity' } as never,
      marks: [
        ...bottomAxis(chart.axis, width - marginLeft),
        rowNames(
          rows,
          ({ mark }) => mark.name,
          ({ y }) => y,
          marginLeft,
        ),
        ...rulesAbove(chart.axis, rules),
        ...intervals(rows, height),
        ...limits(rows, height),
        values(rows),
        ...(isWide ? [telling(rows)] : []),
      ],
    },
  };
}

function placed({ axis, rows }: IntervalChart, height: number): readonly Row[] {
  const known: Row[] = [];
  for (const mark of rows.slice(0, MOST_ROWS)) {
    const value = onAxis(axis, mark.value);
    if (value === undefined) continue;
    const [low, high] = [onAxis(axis, mark.low), onAxis(axis, mark.high)];
    const [target, baseline] = [onAxis(axis, mark.target), onAxis(axis, mark.baseline)];
    known.push({
      mark,
      value,
      y: (known.length + 0.5) * height,
      tone: mark.tone ?? 'quiet',
      ...(low !== undefined && high !== undefined && { low, high }),
      ...(target !== undefined && { target }),
      ...(baseline !== undefined && { baseline }),
    });
  }
  return known;
}

function numbersOf({ value, low, high, target, baseline }: Row): (number | undefined)[] {
  return [value, low, high, target, baseline];
}

const colour = ({ tone }: Row): string => TONES[tone].colour;

/** A line from end to end, with a short upright one at each. */
function intervals(rows: readonly Row[], height: number): Marks {
  const known = rows.filter(({ low }) => low !== undefined);
  const cap = Math.min(6, height / 5);
  const line = { stroke: colour, strokeWidth: 3 };
  return [
    link(known, { x1: 'low', x2: 'high', y1: 'y', y2: 'y', ...line }),
    ...(['low', 'high'] as const).map(end => upright(known, end, cap, { stroke: colour, strokeWidth: 2 })),
  ];
}

/** Target: a solid mark over the whole row. Baseline: a broken, shorter one. */
function limits(rows: readonly Row[], height: number): Marks {
  const [long, less] = [height / 2 - 4, height / 2 - 7];
  return [
    upright(rows, 'baseline', less, { stroke: QUIET, strokeWidth: 2, strokeDasharray: '3,3' }),
    upright(rows, 'target', long, { stroke: FOREGROUND, strokeWidth: 2.5 }),
  ];
}

type Stroke = Pick<NonNullable<Parameters<typeof link>[1]>, 'stroke' | 'strokeWidth' | 'strokeDasharray'>;

function upright(
  rows: readonly Row[],
  at: 'low' | 'high' | 'target' | 'baseline',
  reach: number,
  stroke: Stroke,
): Marks[number] {
  const known = rows.filter(row => row[at] !== undefined);
  const [y1, y2] = [(row: Row): number => row.y - reach, (row: Row): number => row.y + reach];
  return link(known, { x1: at, x2: at, y1, y2, ...stroke });
}

function values(rows: readonly Row[]): Marks[number] {
  const symbol = ({ tone }: Row): string => TONES[tone].symbol;
  const edge = { stroke: BACKGROUND, strokeWidth: 1 };
  return dot(rows, { x: 'value', y: 'y', fill: colour, symbol, r: 6, ...edge });
}

/** The value, and the tone in a word, at the right. */
function telling(rows: readonly Row[]): Marks[number] {
  return text(rows, {
    y: 'y',
    text: row => [short((row as Row).value), toneWord(row as Row)].filter(Boolean).join('  '),
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: 12,
    fill: FOREGROUND,
    fontSize: TEXT_SIZE,
  });
}

const TO_TARGET: Readonly<Record<Tone, string>> = {
  good: 'met',
  bad: 'not met',
  undecided: 'undecided',
  quiet: '',
};
const ALONE: Readonly<Record<Tone, string>> = { ...TO_TARGET, good: 'good', bad: 'bad' };

function toneWord({ target, tone }: Row): string {
  return (target === undefined ? ALONE : TO_TARGET)[tone];
}

function legendOf(rows: readonly Row[]): readonly LegendEntry[] {
  const has = (key: keyof Row): boolean => rows.some(row => row[key] !== undefined);
  const line = { x1: 0, x2: 24, y1: 6, y2: 6, stroke: FOREGROUND, 'stroke-width': 3 };
  const cap = (x: number): LegendEntry['marks'][number] => ({
    tag: 'line',
    attributes: { x1: x, x2: x, y1: 2, y2: 10, stroke: FOREGROUND, 'stroke-width': 2 },
  });
  const limit = { x1: 12, x2: 12, y1: -1, y2: 13 };
  return [
    has('low') && {
      name: 'value with its interval',
      marks: [
        { tag: 'line' as const, attributes: line },
        cap(1),
        cap(23),
        { tag: 'path' as const, attributes: { d: 'M16,6a4,4 0 1 1 -8,0a4,4 0 1 1 8,0Z', fill: FOREGROUND } },
      ],
    },
    has('target') && {
      name: 'target',
      marks: [{ tag: 'line' as const, attributes: { ...limit, stroke: FOREGROUND, 'stroke-width': 2.5 } }],
    },
    has('baseline') && {
      name: 'baseline',
      marks: [
        {
          tag: 'line' as const,
          attributes: { ...limit, stroke: QUIET, 'stroke-width': 2, 'stroke-dasharray': '3,3' },
        },
      ],
    },
  ].filter(entry => entry !== false);
}

function sentence(row: Row): string {
  const { mark, value, low, high, target, baseline } = row;
  const parts = [
    `${mark.name}: ${short(value)}`,
    low !== undefined && high !== undefined && `interval ${short(low)} to ${short(high)}`,
    target !== undefined && `target ${short(target)}`,
    baseline !== undefined && `baseline ${short(baseline)}`,
    toneWord(row),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
