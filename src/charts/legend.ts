import type { SeriesLook, SymbolName } from './theme';
import { FOREGROUND, LETTER, TEXT_SIZE } from './theme';
import { shape, type Svg } from './svg';
import type { ChartDocument } from './options';

/** One word of a legend, with the mark that it explains. */
export interface LegendEntry {
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** An SVG element in a box of {@link BOX} × 12 pixels. */
export interface Mark {
  readonly tag: 'line' | 'path' | 'rect';
  readonly attributes: Readonly<Record<string, string | number>>;
}

const BOX = 24;
const GAP = 6;
const BETWEEN = 18;
const ROW = 20;

interface Placed extends LegendEntry {
  readonly x: number;
  readonly row: number;
  readonly shown: string;
}

/** How much room a legend takes above a picture, in pixels. */
export function legendHeight(entries: readonly LegendEntry[], width: number): number {
  const rows = (placed(entries, width).at(-1)?.row ?? -1) + 1;
  return rows === 0 ? 0 : rows * ROW + 8;
}

/** Draws the legend at the top. */
export function drawLegend(
  svg: Svg,
  document: ChartDocument,
  entries: readonly LegendEntry[],
  width: number,
): void {
  for (const { x, row, marks, shown } of placed(entries, width)) {
    const at = shape(document, 'g', { transform: `translate(${x},${row * ROW + 4})` });
    for (const { tag, attributes } of marks) at.append(shape(document, tag, attributes));
    const place = { x: BOX + GAP, y: 10, 'text-anchor': 'start', 'font-size': TEXT_SIZE, fill: FOREGROUND };
    const words = shape(document, 'text', place);
    words.textContent = shown;
    at.append(words);
    svg.append(at);
  }
}

/** One after the other, in as many rows as they need. */
function placed(entries: readonly LegendEntry[], width: number): readonly Placed[] {
  const most = Math.max(8, Math.floor((width - BOX - GAP - 8) / LETTER));
  let [x, row] = [4, 0];
  return entries.map(entry => {
    const shown = cut(entry.name, most);
    const takes = BOX + GAP + shown.length * LETTER + BETWEEN;
    if (x > 4 && x + takes - BETWEEN > width) [x, row] = [4, row + 1];
    const one = { ...entry, shown, x, row };
    x += takes;
    return one;
  });
}

function cut(name: string, most: number): string {
  const letters = [...name];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
}

export function lineMark({ colour, dash }: SeriesLook): Mark {
  const attributes = { x1: 0, x2: BOX, y1: 6, y2: 6, stroke: colour, 'stroke-width': 2.5 };
  return {
    tag: 'line',
    attributes: { ...attributes, ...(dash !== undefined && { 'stroke-dasharray': dash }) },
  };
}

export function boxMark(fill: string, opacity = 1): Mark {
  const attributes = { x: 2, y: 1, width: BOX - 4, height: 11, fill, 'fill-opacity': opacity };
  return { tag: 'rect', attributes: { ...attributes, stroke: FOREGROUND, 'stroke-opacity': 0.5 } };
}

/** The library's symbols, by hand and a little smaller, in the middle of the box. */
const SYMBOLS: Readonly<Record<SymbolName, string>> = {
  circle: 'M16,6a4,4 0 1 1 -8,0a4,4 0 1 1 8,0Z',
  square: 'M8.3,2.3h7.4v7.4h-7.4Z',
  diamond: 'M12,0.5l4,5.5l-4,5.5l-4,-5.5Z',
  triangle: 'M12,1l5,9h-10Z',
  star: 'M12,0.5l1.4,3.8h4l-3.2,2.5l1.2,4l-3.4,-2.4l-3.4,2.4l1.2,-4l-3.2,-2.5h4Z',
  cross: 'M10.5,1h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5Z',
  wye: 'M12,6l-4,-3l1.5,-1.6l2.5,2.2l2.5,-2.2l1.5,1.6l-4,3v5h-2v-5Z',
};

export function symbolMark({ colour, symbol }: SeriesLook): Mark {
  return { tag: 'path', attributes: { d: SYMBOLS[symbol], fill: colour } };
}
