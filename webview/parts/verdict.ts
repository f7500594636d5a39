import type { MetricVerdict } from '../../src/reports/view';
import { el, icon } from './dom';

const ICONS: Readonly<Record<MetricVerdict, string>> = {
  met: 'pass-filled',
  'not met': 'error',
  undecided: 'question',
  unknown: 'circle-slash',
};

/** A verdict as an icon, a colour and a word: any one of them is enough to tell. */
export function verdictMark(verdict: MetricVerdict): HTMLElement {
  return el('span', { class: `verdict ${className(verdict)}` }, verdictIcon(verdict), verdict);
}

export function verdictIcon(verdict: MetricVerdict): HTMLElement {
  return icon(ICONS[verdict], className(verdict));
}

function className(verdict: MetricVerdict): string {
  return `is-${verdict.replace(' ', '-')}`;
}
