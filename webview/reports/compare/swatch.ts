import { el } from '../../parts/dom';

/** How each run is drawn: a colour of the theme, and dashes, since colour never stands alone. Dashes in CSS pixels. */
export const STROKES = [
  { variable: '--vscode-charts-blue', fallback: '#1a85ff', dash: [] },
  { variable: '--vscode-charts-purple', fallback: '#652d90', dash: [8, 3] },
  { variable: '--vscode-charts-green', fallback: '#388a34', dash: [2, 2] },
  { variable: '--vscode-charts-orange', fallback: '#d18616', dash: [10, 3, 2, 3] },
  { variable: '--vscode-charts-red', fallback: '#e51400', dash: [5, 5] },
  { variable: '--vscode-charts-yellow', fallback: '#bf8803', dash: [12, 4] },
] as const;

/** The stroke of a run; there are as many as runs can be compared. */
export function strokeOf(run: number): (typeof STROKES)[number] {
  return STROKES[run % STROKES.length] ?? STROKES[0];
}

const SVG = 'http://www.w3.org/2000/svg';

/** A piece of a run's line; decoration, always beside its name. */
export function swatch(run: number): HTMLElement {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'line');
  const { variable, fallback, dash } = strokeOf(run);
  const attributes = { x1: '0', y1: '5', x2: '36', y2: '5', 'stroke-width': '3' };
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
  line.setAttribute('stroke', `var(${variable}, ${fallback})`);
  if (dash.length > 0) line.setAttribute('stroke-dasharray', dash.join(' '));
  svg.setAttribute('width', '36');
  svg.setAttribute('height', '10');
  svg.append(line);
  const holder = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  holder.append(svg);
  return holder;
}
