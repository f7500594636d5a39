import type { CompareView, CurveDetail } from '../../../src/reports/compare/view';
import { el } from '../../parts/dom';
import type { AskDetail, CurveFigure } from './figure';
import { curveFigure } from './figure';

/** The curves of a comparison. They stay while reports come and go, so that a zoom is kept. */
export interface CurveList {
  readonly element: HTMLElement;
  draw(view: CompareView): void;
  /** Takes the points that were asked for. */
  detail(detail: CurveDetail): void;
  /** Fits the curves to the width of the page. */
  resize(): void;
}

/** So many curves are drawn at first. */
const AT_FIRST = 12;

/** `ask`: for the points of a curve between two steps. */
export function curveList(ask: AskDetail): CurveList {
  const element = el('section', { class: 'curves', 'aria-labelledby': 'curves-title' });
  const shown = new Map<string, CurveFigure>();
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
      const one = shown.get(curve.name) ?? curveFigure(curve.name, ask);
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
  return { element, draw, resize, detail: detail => shown.get(detail.name)?.detail(detail) };
}

const HELP =
  'Drag over a chart to zoom in, double-click to see all of it. With the keyboard: arrow keys read the values, + and − zoom, Shift with an arrow moves on, 0 shows all. The table below a chart is of what is seen.';

/** VS Code changes words and variables of the page when its theme changes; a canvas keeps its old colours unless told. */
function followTheme(recolour: () => void): void {
  const observer = new MutationObserver(recolour);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  matchMedia('(forced-colors: active)').addEventListener('change', recolour);
}
