import type { Curve, CurveLine } from '../../../src/reports/compare/view';
import { el } from '../../parts/dom';
import type { Range } from './range';

/** What a curve shows, in words: for those who do not see the canvas. */
export function describe({ lines }: Curve, names: readonly string[]): string {
  const parts = lines.map(line => {
    const { last, lastStep } = factsOf(line);
    return `${names[line.run] ?? ''}: ${short(last)} at step ${whole(lastStep)}`;
  });
  return `${parts.join('; ')}.`;
}

const COLUMNS = ['Run', 'Points', 'First', 'Least', 'Greatest', 'Last', 'Last step'] as const;

/** `20 to 40`: steps are whole, a scale may end between them. */
export function rangeText({ min, max }: Range): string {
  return `${whole(Math.ceil(min))} to ${whole(Math.floor(max))}`;
}

/** The same as a table; of what is seen, where a range is. */
export function curveTable(
  { name, lines }: Curve,
  names: readonly string[],
  range: Range | undefined,
): HTMLElement {
  const title = `${name} by run${range ? `, steps ${rangeText(range)}` : ''}`;
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
    { class: 'scroller', role: 'region', tabindex: '0', 'aria-label': title },
    el(
      'table',
      {},
      el('caption', { class: range ? undefined : 'hidden' }, title),
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
