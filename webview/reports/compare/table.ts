import type { Curve, CurveLine } from '../../../src/reports/compare/view';
import { el } from '../../parts/dom';

/** What a curve shows, in words: for those who do not see the canvas. */
export function describe({ lines }: Curve, names: readonly string[]): string {
  const parts = lines.map(line => {
    const { last, lastStep } = factsOf(line);
    return `${names[line.run] ?? ''}: ${short(last)} at step ${whole(lastStep)}`;
  });
  return `${parts.join('; ')}.`;
}

const COLUMNS = ['Run', 'Points', 'First', 'Least', 'Greatest', 'Last', 'Last step'] as const;

/** The same as a table. */
export function curveTable({ name, lines }: Curve, names: readonly string[]): HTMLElement {
  const heads = COLUMNS.map(title =>
    el('th', { scope: 'col', class: title === 'Run' ? undefined : 'number' }, title),
  );
  const rows = lines.map(line => {
    const { first, least, greatest, last, lastStep } = factsOf(line);
    const points =
      line.left === 0 ? whole(line.points) : `${whole(line.points)} (${whole(line.left)} not finite)`;
    const numbers = [points, short(first), short(least), short(greatest), short(last), whole(lastStep)];
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, names[line.run] ?? ''),
      ...numbers.map(text => el('td', { class: 'number' }, text)),
    );
  });
  return el(
    'div',
    { class: 'scroller', role: 'region', tabindex: '0', 'aria-label': `${name} by run` },
    el(
      'table',
      {},
      el('caption', { class: 'hidden' }, `${name} by run`),
      el('thead', {}, el('tr', {}, ...heads)),
      el('tbody', {}, ...rows),
    ),
  );
}

/** Thinning keeps all of these. */
function factsOf({ steps, values }: CurveLine) {
  return {
    first: values[0] ?? NaN,
    last: values.at(-1) ?? NaN,
    lastStep: steps.at(-1) ?? NaN,
    least: values.reduce((a, b) => Math.min(a, b), Infinity),
    greatest: values.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

export function short(value: number): string {
  if (!Number.isFinite(value)) return '—';
  return Number.isInteger(value) ? whole(value) : String(Number(value.toPrecision(4))).replace(/^-/, '−');
}

function whole(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString('en-US').replace(/^-/, '−') : '—';
}
