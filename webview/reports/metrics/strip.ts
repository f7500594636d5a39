import type { Tone } from '../../../src/base/chart';
import type { ReportSummary } from '../../../src/reports/view';
import { el } from '../../parts/dom';
import { toneIcon } from '../../parts/tone';

/** How many metrics have which verdict. */
export function strip(summary: ReportSummary): HTMLElement {
  const cards: readonly (readonly [string, Tone, number])[] = [
    ['met', 'good', summary.met],
    ['not met', 'bad', summary.notMet],
    ['undecided', 'undecided', summary.undecided],
    ['unknown', 'quiet', summary.unknown],
  ];
  return el('ul', { class: 'strip', 'aria-label': 'Verdicts' }, ...cards.map(card));
}

function card([word, tone, count]: readonly [string, Tone, number]): HTMLElement {
  return el(
    'li',
    { class: count === 0 ? 'card none' : 'card' },
    toneIcon(tone),
    el('span', { class: 'count' }, String(count)),
    el('span', { class: 'word' }, word),
  );
}
