import type { Tone } from '../../src/base/chart';
import { el, icon } from './dom';

const ICONS: Readonly<Record<Tone, string>> = {
  good: 'pass-filled',
  bad: 'error',
  undecided: 'question',
  quiet: 'circle-slash',
};

/** Up to so many letters stay in one line. */
const SHORT = 18;

/** A word with an icon and a colour: any one of them is enough to tell. */
export function toned(text: string, tone: Tone): HTMLElement {
  return el('span', { class: text.length < SHORT ? 'toned is-short' : 'toned' }, toneIcon(tone), text);
}

export function toneIcon(tone: Tone): HTMLElement {
  return icon(ICONS[tone], `is-${tone}`);
}
