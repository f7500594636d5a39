import type { DupTaint } from '../../python/flow/taint';
import { taintsOf } from '../../python/flow/taint';
import { siteKey } from '../../python/flow/site';
import { defineRule } from '../contract';
import { splitInOrder } from '../fixes/splitInOrder';
import { onePer } from '../grounds/onePer';
import type { SplitNumber } from '../grounds/splitNumbers';
import { isInner, numberAt, numbersOf, perSplit, splitNumbers, stepsOf } from '../grounds/splitNumbers';
import { callSteps, distinctSteps, named, sourceSteps } from '../wording';

/** Overlapping windows of one series were dealt out to both sides of a split at random. */
interface Match {
  readonly one: SplitNumber;
  readonly windows: DupTaint;
}

export const windowsBeforeRandomSplit = defineRule<Match>({
  id: 'windows-before-random-split',
  code: 'D5',
  group: 'splits',
  stage: 'features',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',
  outranks: ['random-split-on-time-series', 'group-leak-in-split', 'augment-before-split'],

  find(program) {
    return splitNumbers(program).flatMap(one =>
      taintsOf(one.shared, 'dup').flatMap(windows => (windows.how === 'window' ? [{ one, windows }] : [])),
    );
  },

  guards: {
    'not at random': ({ one }) => one.assigns !== 'at-random',
    'inner split': ({ one }, program) => isInner(program, one),
  },

  merge: matches => onePer(perSplit(matches), match => siteKey(match.windows.site)),

  word({ one, windows }, program) {
    return {
      span: one.split?.site ?? windows.site,
      message:
        `The windows of ${named(windows.label)} (${program.whereIs(windows.site)}) overlap, and they come to the training part and to ` +
        `the held-out part at random: nearly every held-out window shares most of its values with windows that were trained on, and ` +
        `${numberAt(program, one)} rewards the model for remembering them. Cut in the order of time, and leave out as many windows ` +
        'between the parts as one is long.',
      path: distinctSteps([
        ...sourceSteps(windows.of),
        ...callSteps(windows.calls, 'this call leads to the windows'),
        { span: windows.site, note: 'the windows overlap' },
        ...stepsOf(one, 'they are split at random'),
      ]),
      scores: numbersOf(program, one),
    };
  },

  fix: ({ one }, program) => splitInOrder(program, one.split, 'Split in the order of the windows'),
});
