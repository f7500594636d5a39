import type { Program } from '../../python/flow/program';
import type { NotebookCell } from '../../python/names/model';
import type { Rewrite } from '../../python/names/rewrites';
import { rewrites } from '../../python/names/rewrites';
import { defineRule } from '../contract';

/** The first value that a cell makes from its own last value, and how many more there are in the notebook. */
interface Match {
  readonly first: Rewrite;
  readonly more: number;
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
    return notebook ? rewrites(notebook).map(first => ({ first, more: 0 })) : [];
  },

  merge(matches, program) {
    const counted = matches.find(({ first }) => runBefore(first.cell, program) !== undefined) ?? matches[0];
    return counted ? [{ first: counted.first, more: matches.length - 1 }] : [];
  },

  word({ first, more }, program) {
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
        `leaves other values, and every number computed from them changes without a sign.${counted} Write the result to a ` +
        `new name, or begin the cell with the definition that it changes.${others}`,
      path: [],
    };
  },
});

/** The count before the cell's own, where the counts between the two are nobody's. */
function runBefore({ executionCount }: NotebookCell, program: Program): number | undefined {
  if (executionCount === null) return undefined;
  const counts = (program.notebook()?.cells ?? []).flatMap(one => one.executionCount ?? []);
  const before = Math.max(...counts.filter(count => count < executionCount));
  return before > 0 && before < executionCount - 1 ? before : undefined;
}
