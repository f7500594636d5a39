import { intervalChart, onSharedAxis } from '../../../src/charts/intervals';
import type { MetricRow } from '../../../src/reports/view';
import { el, type Child } from '../../parts/dom';

const WIDEST = 900;

/** Draws the chart into its panel for the width that there is; again when that changes. */
export function chartPanel(panel: HTMLElement): (rows: readonly MetricRow[]) => void {
  let rows: readonly MetricRow[] = [];
  let drawn = 0;
  const draw = (): void => {
    drawn = Math.min(panel.clientWidth, WIDEST);
    if (drawn > 0) panel.replaceChildren(...chart(rows, drawn));
  };
  new ResizeObserver(() => {
    if (Math.min(panel.clientWidth, WIDEST) !== drawn) draw();
  }).observe(panel);
  return next => {
    rows = next;
    draw();
  };
}

function chart(rows: readonly MetricRow[], width: number): HTMLElement[] {
  const svg = intervalChart(rows, { document, width });
  const others = rows.filter(row => !onSharedAxis(row));
  const rest = others.length > 0 && el('p', { class: 'quiet' }, `Not on this axis: ${names(others)}.`);
  if (!svg) {
    return [
      el('p', { class: 'quiet' }, 'No metric is a proportion with a value, so there is nothing to draw.'),
    ];
  }
  return [el('figure', {}, svg as unknown as SVGElement, el('figcaption', {}, ...legend()), rest)];
}

function legend(): Child[] {
  return [key('interval', 'value with its interval'), key('target', 'target'), key('baseline', 'baseline')];
}

function key(kind: string, text: string): HTMLElement {
  return el('span', { class: 'key' }, el('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }), text);
}

function names(rows: readonly MetricRow[]): string {
  return rows.map(({ name, text }) => (text === '—' ? `${name} (no value)` : `${name} (${text})`)).join(', ');
}
