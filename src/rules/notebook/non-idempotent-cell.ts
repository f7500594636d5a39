import type { FitFact, Happening, TargetColumn } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { NotebookCell } from '../../python/names/model';
import type { Rewrite } from '../../python/names/rewrites';
import { rewrites } from '../../python/names/rewrites';
import { reached } from '../../python/names/reaching';
import { defineRule } from '../contract';
import { named } from '../wording';

/** The first value that a cell makes from its own last value, and how many more there are in the notebook. */
interface Match {
  readonly first: Rewrite;
  /** What learns from the value. */
  readonly learner: Learner;
  readonly more: number;
}

/** A call of the notebook that makes a model learn, or that scores one. */
interface Learner extends Site {
  readonly label: string;
  readonly does: 'learns from' | 'is computed from';
  /** A factor makes no difference to it. */
  readonly rescales: boolean;
  /** It only asks which values are greater than others. */
  readonly byThresholds: boolean;
  /** What it learns to answer. */
  readonly target: TargetColumn | undefined;
}

export const nonIdempotentCell = defineRule<Match>({
  id: 'non-idempotent-cell',
  code: 'G3',
  group: 'notebook',
  stage: 'features',
  severity: 'hint',
  tier: 'hint',
  since: '0.1.0',

  find(program) {
    const notebook = program.notebook();
    const learners = notebook ? learnersOf(program) : [];
    if (!notebook || learners.length === 0) return [];
    return rewrites(notebook).flatMap(first => {
      const learner = reached(
        notebook,
        first,
        learners.filter(one => isMoved(one, first)),
      );
      return learner ? [{ first, learner, more: 0 }] : [];
    });
  },

  merge(matches, program) {
    const counted = matches.find(({ first }) => runBefore(first.cell, program) !== undefined) ?? matches[0];
    return counted ? [{ ...counted, more: matches.length - 1 }] : [];
  },

  word({ first, learner, more }, program) {
    const { target, how, span, cell } = first;
    const what = `\`${target.name}${target.index === undefined ? '' : `[${target.index}]`}\``;
    const before = runBefore(cell, program);
    const counted =
      before === undefined
        ? ''
        : ` Its count went from [${before}] to [${cell.executionCount ?? 0}] with no cell in between: it may have run more than once.`;
    const others = more === 0 ? '' : ` ${more} more of this kind in the notebook.`;
    return {
      span,
      severity: before === undefined ? 'hint' : 'information',
      message:
        `Each run of this cell applies ${how} to ${what} once more, as it starts from what its last run left: run twice, it ` +
        `leaves other values, and ${named(learner.label)} (${program.whereIs(learner)}) ${learner.does} them without a sign.${counted} ` +
        `Write the result to a new name, or begin the cell with the definition that it changes.${others}`,
      path: [{ span: learner, note: `${learner.label} ${learner.does} it` }],
    };
  },
});

/** By a factor. */
const SCALING = /^`[/*]`$|^`\.(mul|div|multiply|divide)`$/;
/** The greater value stays the greater one. */
const RISING = /^`numpy\.(log|log1p|log2|log10|exp|expm1|sqrt|cbrt)`$/;

/** Does it make a difference to what learns or is scored whether the value was changed once or twice? */
function isMoved(
  { rescales, byThresholds, target }: Learner,
  { how, target: { name, index } }: Rewrite,
): boolean {
  if (SCALING.test(how)) return !rescales;
  if (!byThresholds || !RISING.test(how)) return true;
  const columns = [target?.column, ...(target?.from ?? []).map(({ column }) => column.name)];
  return index === undefined
    ? target?.name === name
    : columns.some(column => JSON.stringify(column) === index);
}

/** Where models learn and are scored: the calls of the notebook itself, those that lead into functions too. */
function learnersOf(program: Program): readonly Learner[] {
  const fits = [...program.all('fit'), ...program.all('cross-validation')].flatMap(fit =>
    placesOf(fit, fit.label, fit, 'learns from'),
  );
  const scores = program
    .all('score')
    .flatMap(score => placesOf(score, score.metric, score.fit, 'is computed from'));
  return [...fits, ...scores];
}

/** Linear models and trees take a column times ten for the same column. */
function placesOf(
  { site, calls }: Happening,
  label: string,
  fit: Partial<Pick<FitFact, 'family' | 'learner' | 'blindTo' | 'target'>>,
  does: Learner['does'],
): readonly Learner[] {
  const { family, learner, blindTo, target } = fit;
  const rescales = family === 'simple' || family === 'ensemble' || /Tree/.test(learner ?? '');
  return [site, ...calls]
    .filter(({ module }) => module === undefined)
    .map(place => ({ ...place, label, does, rescales, byThresholds: blindTo === 'monotone', target }));
}

/** The count before the cell's own, where the counts between the two are nobody's. */
function runBefore({ executionCount }: NotebookCell, program: Program): number | undefined {
  if (executionCount === null) return undefined;
  const cells = program.notebook()?.cells ?? [];
  // A cell that has lost its count may be the one that the missing number was given to.
  if (cells.some(one => one.executionCount === null && one.code.length > 0)) return undefined;
  const counts = cells.flatMap(one => one.executionCount ?? []);
  const before = Math.max(...counts.filter(count => count < executionCount));
  return before > 0 && before < executionCount - 1 ? before : undefined;
}
