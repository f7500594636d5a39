import type { CompareView, Curve } from '../../../src/reports/compare/view';
import { el } from '../../parts/dom';
import { curvePlot, type CurvePlot } from './plot';
import { curveTable, describe } from './table';

/** The curves of a comparison. They stay while reports come and go, so that a zoom is kept. */
export interface CurveList {
  readonly element: HTMLElement;
  draw(view: CompareView): void;
  /** Fits the curves to the width of the page. */
  resize(): void;
}

interface Shown {
  readonly figure: HTMLElement;
  readonly plot: CurvePlot;
  readonly update: (curve: Curve, names: readonly string[]) => void;
}

/** So many curves are drawn at first. */
const AT_FIRST = 12;

export function curveList(): CurveList {
  const element = el('section', { class: 'curves', 'aria-labelledby': 'curves-title' });
  const shown = new Map<string, Shown>();
  let limit = AT_FIRST;
  let latest: CompareView | undefined;
  const resize = (): void => {
    for (const { plot } of shown.values()) plot.resize();
  };
  const draw = (view: CompareView): void => {
    latest = view;
    const names = view.runs.map(({ name }) => name);
    const curves = view.curves.slice(0, limit);
    const wanted = new Set(curves.map(({ name }) => name));
    for (const [name, { plot }] of shown) {
      if (wanted.has(name)) continue;
      plot.destroy();
      shown.delete(name);
    }
    for (const curve of curves) {
      const one = shown.get(curve.name) ?? newCurve(curve);
      shown.set(curve.name, one);
      one.update(curve, names);
    }
    const left = view.curves.length - curves.length;
    element.replaceChildren(
      el('h2', { id: 'curves-title' }, 'Metrics over steps'),
      view.curves.length === 0
        ? el('p', { class: 'quiet' }, 'None of these runs logged a metric at more than one step.')
        : el('p', { class: 'quiet' }, HELP),
      ...curves.flatMap(({ name }) => shown.get(name)?.figure ?? []),
      ...(left > 0 ? [el('button', { 'data-key': 'more-curves', onclick: more }, `Show ${left} more`)] : []),
    );
  };
  const more = (): void => {
    limit = Infinity;
    if (latest) draw(latest);
    resize();
  };
  window.addEventListener('resize', resize);
  followTheme(() => {
    for (const { plot } of shown.values()) plot.recolour();
  });
  return { element, draw, resize };
}

const HELP =
  'Drag over a chart to zoom in, double-click to see all of it. With the keyboard: arrow keys read the values, + and − zoom, 0 shows all.';

function newCurve(first: Curve): Shown {
  const plot = curvePlot(first.name);
  const [title, text, table] = [el('h3', {}), el('p', { class: 'quiet' }), el('div', {})];
  const figure = el(
    'figure',
    {},
    el('figcaption', {}, title, text),
    plot.element,
    plot.readout,
    el('details', {}, el('summary', {}, `Table of ${first.name}`), table),
  );
  return {
    figure,
    plot,
    update: (curve, names) => {
      title.textContent = curve.name;
      title.id = curve.id;
      text.textContent = describe(curve, names);
      table.replaceChildren(curveTable(curve, names));
      plot.update(curve, names);
    },
  };
}

/** VS Code changes words and variables of the page when its theme changes; a canvas keeps its old colours unless told. */
function followTheme(recolour: () => void): void {
  const observer = new MutationObserver(recolour);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
