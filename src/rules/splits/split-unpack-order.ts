import type { FactKind, FactOf, FitFact, SplitFact, UnpackFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows, Split } from '../../python/flow/rows/rows';
import { lineage } from '../../python/flow/rows/rows';
import { sameSite, siteKey } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { distinctSteps } from '../wording';
import { rightOrder, sideOf } from '../grounds/partNames';

/** The parts of a split got names in an order in which they do not come. */
interface Match {
  readonly unpack: UnpackFact;
  readonly names: readonly string[];
  /** A fit that was given features of one part and a target of the other. */
  readonly crossed: FitFact | undefined;
}

export const splitUnpackOrder = defineRule<Match>({
  id: 'split-unpack-order',
  code: 'D8',
  group: 'splits',
  stage: 'data',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return everywhere(program, 'unpack').flatMap(unpack => {
      if (!isWhole(program, unpack)) return [];
      const names = unpack.targets.map(target => program.textOf(target));
      const crossed = fitsOf(program, unpack.split).find(fit => isCrossed(fit, unpack.split));
      return crossed || areSwapped(names) ? [{ unpack, names, crossed }] : [];
    });
  },

  guards: {
    // `fit(X_train, y_test)`: the parts have their right names, and the wrong one was passed.
    'wrong argument': ({ crossed, names }) =>
      crossed !== undefined && !areSwapped(names) && !isTakenAsTarget(crossed, names),
    // Where a model learns from parts that belong together, the names were put right in between.
    'put right before use': ({ unpack, crossed }, program) =>
      crossed === undefined && fitsOf(program, unpack.split).some(fit => isStraight(fit, unpack.split)),
  },

  merge: matches =>
    onePer(
      matches,
      match => siteKey(match.unpack.site),
      (known, next) => (!known.crossed && next.crossed ? next : known),
    ),

  word({ unpack, names, crossed }, program) {
    const order = rightOrder(names);
    return {
      span: unpack.site,
      message:
        `\`${unpack.split.label}\` gives a training and a test part of each array in turn, so \`${names[1] ?? ''}\` holds the test part of ` +
        `the first array here${crossed ? `, and \`${crossed.label}\` is fitted on rows with the answers of other rows (${program.whereIs(crossed.site)})` : ''}. ` +
        `It fails late, or gives numbers that mean nothing. ${order ? `Unpack as \`${order.join(', ')}\`.` : 'Name training and test part of the first array, then those of the next.'}`,
      path: distinctSteps([
        { span: unpack.split.site, note: 'the arrays are split' },
        { span: unpack.site, note: 'the parts get their names' },
        ...(crossed ? [{ span: crossed.site, note: 'features and target are of different parts' }] : []),
      ]),
      scores: scoresOf(program, unpack.split).map(({ site }) => site),
    };
  },

  fix({ unpack, names }) {
    return reordered(unpack, names);
  },
});

/** Also in functions that nobody calls here: the order of the names is wrong whoever calls them. */
function everywhere<K extends FactKind>(program: Program, kind: K): readonly FactOf<K>[] {
  const uncalled = program.uncalled.filter((fact): fact is FactOf<K> => fact.kind === kind);
  return [...program.all(kind), ...uncalled];
}

/** One name for each part. */
function isWhole(program: Program, { split, targets }: UnpackFact): boolean {
  const fact = everywhere(program, 'split').find(one => one.split === split);
  return fact !== undefined && partsOf(fact) === targets.length && targets.length >= 4;
}

function partsOf({ arrays }: SplitFact): number {
  return 2 * arrays.length;
}

/** All training parts are named before all test parts, each of the same arrays: `X_train, y_train, X_test, y_test`. */
function areSwapped(names: readonly string[]): boolean {
  const sides = names.map(sideOf);
  const half = names.length / 2;
  const [first, second] = [sides.slice(0, half), sides.slice(half)];
  return (
    first.every(one => one?.side === 'train') &&
    second.every((one, i) => one?.side === 'test' && one.stem === first[i]?.stem) &&
    new Set(first.map(one => one?.stem)).size === half
  );
}

function fitsOf(program: Program, split: Split): readonly FitFact[] {
  return everywhere(program, 'fit').filter(({ rows }) => sideIn(rows, split) !== undefined);
}

function scoresOf(program: Program, split: Split): readonly { site: FitFact['site'] }[] {
  return program.all('score').filter(({ fit }) => sideIn(fit.rows, split) !== undefined);
}

/** The output of a split that rows were taken from. */
function sideIn(rows: Rows, split: Split): number | undefined {
  const parts = lineage(rows).flatMap(one => (one.kind === 'part' && one.split === split ? [one.index] : []));
  return new Set(parts).size === 1 ? parts[0] : undefined;
}

function isCrossed({ rows, target }: FitFact, split: Split): boolean {
  const [features, answers] = [sideIn(rows, split), target.rows && sideIn(target.rows, split)];
  return features !== undefined && answers !== undefined && features !== answers;
}

function isStraight({ rows, target }: FitFact, split: Split): boolean {
  return target.rows !== undefined && sideIn(rows, split) === sideIn(target.rows, split);
}

/** The target is a name of this unpacking that does not say `test`. */
function isTakenAsTarget({ target }: FitFact, names: readonly string[]): boolean {
  return target.name !== undefined && names.includes(target.name) && sideOf(target.name)?.side !== 'test';
}

function reordered({ targets }: UnpackFact, names: readonly string[]): SpanFix | undefined {
  const order = rightOrder(names);
  if (!order || targets.some((one, i) => targets.slice(0, i).some(other => sameSite(one, other))))
    return undefined;
  const edits = targets.flatMap((span, i) => {
    const newText = order[i] ?? '';
    return newText === names[i] ? [] : [{ span, newText }];
  });
  return { title: `Unpack as \`${order.join(', ')}\``, safe: true, edits };
}
