import type { DupTaint } from '../../python/flow/taint';
import { taintsOf } from '../../python/flow/taint';
import type { Rows } from '../../python/flow/rows/rows';
import { lineage } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import type { SplitNumber } from '../grounds/splitNumbers';
import { isInner, numberAt, numbersOf, perSplit, splitNumbers, stepsOf } from '../grounds/splitNumbers';
import { callSteps, distinctSteps, named, sourceSteps } from '../wording';

/** Rows and variants of the same rows were dealt out to both sides of a split. */
interface Match {
  readonly one: SplitNumber;
  readonly variants: DupTaint;
}

export const augmentBeforeSplit = defineRule<Match>({
  id: 'augment-before-split',
  code: 'A4',
  group: 'leakage',
  stage: 'data',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',
  outranks: ['group-leak-in-split', 'random-split-on-time-series'],

  find(program) {
    return splitNumbers(program).flatMap(one =>
      taintsOf(one.shared, 'dup').flatMap(variants =>
        variants.how === 'augmented' ? [{ one, variants }] : [],
      ),
    );
  },

  guards: {
    // All variants of an item on one side, or a side that somebody else has chosen.
    'split by item': ({ one }) => KEEPS_TOGETHER.has(one.assigns),
    // Cut out by hand: the rows may be cut where the variants begin.
    'cut by hand': ({ one }) => one.form === 'subsets' && one.assigns !== 'at-random',
    'inner split': ({ one }, program) => isInner(program, one),
    // With one answer for each row of a file, what was read or taken out of each row is one thing.
    'the answers were not multiplied': ({ one, variants }) =>
      areLoaded(targetRows(one)) && !areLoaded(variants.of),
  },

  merge: matches => onePer(perSplit(matches), match => siteKey(match.variants.site)),

  word({ one, variants }, program) {
    return {
      span: variants.site,
      message:
        `${named(variants.label)} puts variants of rows beside the rows before they are split${one.split ? ` (${program.whereIs(one.split.site)})` : ''}: ` +
        `a held-out row has its own variants in the training part, and ${numberAt(program, one)} rewards the model for remembering ` +
        'them. Split first and augment the training part only, or split by the item that the variants come from.',
      path: distinctSteps([
        ...sourceSteps(variants.of),
        ...callSteps(variants.calls, 'this call leads to the augmentation'),
        { span: variants.site, note: 'variants come beside the rows' },
        ...stepsOf(one, 'rows and variants are split here'),
      ]),
      scores: numbersOf(program, one),
    };
  },
});

function targetRows({ number }: SplitNumber): Rows | undefined {
  return number.kind === 'cross-validation' ? number.target.rows : number.fit.target.rows;
}

/** Rows of files, each there once. */
function areLoaded(rows: Rows | undefined): boolean {
  return (
    rows !== undefined &&
    lineage(rows).every(one =>
      one.kind === 'all' ? one.source.kind === 'load' : one.kind === 'part' || one.kind === 'sub',
    )
  );
}

const KEEPS_TOGETHER: ReadonlySet<string> = new Set(['by-group', 'by-time', 'as-given', 'unknown']);
