import type { Curve, CurveDetail } from '../../../src/reports/compare/view';
import { el } from '../../parts/dom';
import { isThinned, visible, withDetail } from './detail';
import { curvePlot, type CurvePlot } from './plot';
import type { Range } from './range';
import { curveTable, describe, rangeText } from './table';

/** Asks for the points of a curve that are seen. */
export type AskDetail = (curve: string, range: Range) => void;

/** A curve with its words, its chart, and the table of what is seen of it. */
export interface CurveFigure {
  readonly figure: HTMLElement;
  readonly plot: CurvePlot;
  update(curve: Curve, names: readonly string[]): void;
  detail(detail: CurveDetail): void;
}

/** A range that is seen for so long is asked for: while somebody zooms on, nobody reads. Milliseconds. */
const SETTLED_MS = 80;

export function curveFigure(name: string, ask: AskDetail): CurveFigure {
  const [title, text, table] = [el('h3', {}), el('p', { class: 'quiet' }), el('div', {})];
  const summary = el('summary', {});
  let curve: Curve | undefined;
  let names: readonly string[] = [];
  let range: Range | undefined;
  let known: CurveDetail | undefined;
  let timer: number | undefined;
  const drawTable = (): void => {
    if (!curve) return;
    const seen = range
      ? visible(known ? withDetail(curve, known) : curve, range, ofRange(known, range))
      : curve;
    summary.textContent = `Table of ${name}${range ? `, steps ${rangeText(range)}` : ''}`;
    table.replaceChildren(curveTable(seen, names, range));
  };
  const plot = curvePlot(name, next => {
    clearTimeout(timer);
    if (isSame(next, range)) return;
    range = next;
    drawTable();
    if (next && curve && isThinned(curve)) timer = setTimeout(() => ask(name, next), SETTLED_MS);
  });
  const figure = el(
    'figure',
    {},
    el('figcaption', {}, title, text),
    plot.element,
    plot.readout,
    el('details', {}, summary, table),
  );
  return {
    figure,
    plot,
    update: (next, nextNames) => {
      // What is not asked for anew may be of other runs, or of what these were before.
      if (!range || !isThinned(next) || nextNames.join('\n') !== names.join('\n')) known = undefined;
      [curve, names] = [next, nextNames];
      title.textContent = next.name;
      title.id = next.id;
      text.textContent = describe(next, names);
      plot.update(known ? withDetail(next, known) : next, names);
      drawTable();
      // What is seen may have grown.
      if (range && isThinned(next)) ask(name, range);
    },
    detail: detail => {
      // What was asked for before the reader went on is of no use.
      if (!curve || !range || !ofRange(detail, range)) return;
      known = detail;
      plot.update(withDetail(curve, detail), names);
      drawTable();
    },
  };
}

function ofRange(detail: CurveDetail | undefined, { min, max }: Range): CurveDetail | undefined {
  return detail?.from === min && detail.to === max ? detail : undefined;
}

function isSame(a: Range | undefined, b: Range | undefined): boolean {
  return a?.min === b?.min && a?.max === b?.max;
}
