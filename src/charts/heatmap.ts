import { rect, text } from '@observablehq/plot';
import type { HeatmapChart } from '../base/chart';
import { heading, type Marks } from './axes';
import { short } from './numbers';
import type { ChartSize, Drawing } from './drawing';
import { nameMargin, rowNames } from './rows';
import { BLUE, FOREGROUND, LETTER, QUIET, SMALL, TEXT_SIZE } from './theme';

/** How many rows and columns a picture shows; the table has them all. */
const MOST = 40;
const MARGIN_TOP = 46;
const MARGIN_RIGHT = 12;
const WIDEST = 96;
/** What slanted names take above the picture, and beyond its right end. */
const SLANTED = 72;
/** Below this a cell has no room for words. */
const WITH_COUNT = 26;
const WITH_SHARE = 54;
/** The darkest cell still lets its words be read in every theme. */
const DARKEST = 0.5;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** 0 to 1. */
  readonly share: number;
}

interface Grid {
  readonly cells: readonly Cell[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly marginLeft: number;
  readonly marginTop: number;
  /** Names of columns do not fit beside each other. */
  readonly slanted: boolean;
}

/** A matrix whose cells are coloured by their share, and say count and share; where rows and columns agree they have an edge. */
export function heatmapDrawing(chart: HeatmapChart, { width }: ChartSize): Drawing | undefined {
  const grid = gridOf(chart, width);
  if (grid.cells.length === 0) return undefined;
  const { rows, columns, cellWidth, cellHeight, marginLeft, marginTop } = grid;
  const whole = { x: columns.length * cellWidth, y: rows.length * cellHeight };
  return {
    height: whole.y + marginTop + 10,
    legend: [],
    words: wordsOf(chart, grid),
    plot: {
      marginTop,
      marginBottom: 10,
      marginLeft,
      marginRight: Math.max(MARGIN_RIGHT, width - marginLeft - whole.x),
      x: { type: 'linear', domain: [0, columns.length], axis: null },
      y: { type: 'linear', domain: [rows.length, 0], axis: null },
      opacity: { type: 'identity' } as never,
      marks: [
        heading(`${chart.rows.title} ↓`, marginLeft),
        columnTitle(chart.columns.title, marginTop),
        ...columnNames(grid),
        rowNames(
          rows.map((name, index) => ({ name, index })),
          ({ name }) => name,
          ({ index }) => index + 0.5,
          marginLeft,
        ),
        boxes(grid, isSquare(chart)),
        ...numbers(grid),
      ],
    },
  };
}

function isSquare({ rows, columns }: HeatmapChart): boolean {
  return (
    rows.names.length === columns.names.length && rows.names.every((name, i) => name === columns.names[i])
  );
}

function gridOf({ rows, columns, cells, shares }: HeatmapChart, width: number): Grid {
  const [shownRows, shownColumns] = [rows.names.slice(0, MOST), columns.names.slice(0, MOST)];
  const marginLeft = Math.max(60, nameMargin(shownRows, width));
  const longest = Math.max(0, ...shownColumns.map(({ length }) => length));
  const upright = (width - marginLeft - MARGIN_RIGHT) / Math.max(1, shownColumns.length);
  const slanted = longest * LETTER > Math.min(WIDEST, upright) - 4;
  const beyond = slanted ? Math.min(SLANTED, longest * LETTER * 0.72) : MARGIN_RIGHT;
  const room = (width - marginLeft - beyond) / Math.max(1, shownColumns.length);
  const cellWidth = Math.max(4, Math.min(WIDEST, room));
  const all = shownRows.flatMap((_, row) =>
    shownColumns.map((_, column) => cellOf(cells, shares, row, column)),
  );
  return {
    cells: all,
    rows: shownRows,
    columns: shownColumns,
    cellWidth,
    cellHeight: cellWidth >= WITH_SHARE ? 42 : Math.max(14, Math.min(30, cellWidth)),
    marginLeft,
    marginTop: slanted ? 36 + beyond : MARGIN_TOP,
    slanted,
  };
}

type Matrix = readonly (readonly number[])[];

function cellOf(cells: Matrix, shares: Matrix | undefined, row: number, column: number): Cell {
  const count = finite(cells[row]?.[column]);
  const all = (cells[row] ?? []).reduce((sum, one) => sum + finite(one), 0);
  const share = shares ? finite(shares[row]?.[column]) : finite(count / all);
  return { row, column, count, share: Math.min(1, Math.max(0, share)) };
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

function boxes({ cells }: Grid, marksDiagonal: boolean): Marks[number] {
  const isHit = ({ row, column }: Cell): boolean => marksDiagonal && row === column;
  return rect(cells, {
    x1: 'column',
    x2: ({ column }: Cell) => column + 1,
    y1: 'row',
    y2: ({ row }: Cell) => row + 1,
    inset: 1.5,
    fill: BLUE,
    fillOpacity: ({ share }: Cell) => Math.round(share * DARKEST * 1000) / 1000,
    stroke: FOREGROUND,
    strokeOpacity: (cell: Cell) => (isHit(cell) ? 0.9 : 0.2),
    strokeWidth: 1.25,
  });
}

function numbers({ cells, cellWidth }: Grid): Marks {
  if (cellWidth < WITH_COUNT) return [];
  const x = ({ column }: Cell): number => column + 0.5;
  const y = ({ row }: Cell): number => row + 0.5;
  const both = cellWidth >= WITH_SHARE;
  const fits = ({ count }: Cell): boolean => countText(count).length * (LETTER + 1) < cellWidth;
  const count = text(cells.filter(fits), {
    x,
    y,
    text: ({ count }: Cell) => countText(count),
    dy: both ? -7 : 0,
    fill: FOREGROUND,
    fontSize: TEXT_SIZE,
    fontWeight: 600,
  });
  const share = ({ share }: Cell): string => `${(share * 100).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;
  return both
    ? [count, text(cells, { x, y, text: share, dy: 9, fill: FOREGROUND, fontSize: SMALL })]
    : [count];
}

/** Rows that count by weights are no whole numbers: of many, the fraction says nothing. */
function countText(count: number): string {
  return short(count >= 100 ? Math.round(count) : count);
}

function columnNames({ columns, cellWidth, slanted }: Grid): Marks {
  if (cellWidth < 12) return [];
  const named = columns.map((name, index) => ({ name, index }));
  return [
    text(named, {
      x: ({ index }: (typeof named)[number]) => index + (slanted ? 0.35 : 0.5),
      text: 'name',
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      dy: -6,
      fontSize: TEXT_SIZE,
      fill: FOREGROUND,
      textOverflow: 'ellipsis',
      ...(slanted
        ? { rotate: -45, textAnchor: 'start' as const, lineWidth: 8 }
        : { lineWidth: cellWidth / TEXT_SIZE }),
    }),
  ];
}

function columnTitle(title: string, marginTop: number): Marks[number] {
  return text([`${title} →`], {
    text: (words: string) => words,
    frameAnchor: 'top-left',
    textAnchor: 'start',
    lineAnchor: 'top',
    dy: 6 - marginTop,
    fill: QUIET,
    fontSize: SMALL,
  });
}

/** The greatest cells are enough: the table has all. */
function wordsOf({ rows, columns }: HeatmapChart, { cells }: Grid): readonly string[] {
  const greatest = [...cells].sort((a, b) => b.count - a.count).slice(0, 9);
  const said = greatest.map(
    ({ row, column, count }) =>
      `${rows.title} ${rows.names[row] ?? ''}, ${columns.title} ${columns.names[column] ?? ''}: ${short(count)}.`,
  );
  const isCut = rows.names.length > MOST || columns.names.length > MOST;
  return [...said, ...(isCut ? [`The first ${MOST} of each are drawn; the table has all.`] : [])];
}
