import type { Program } from '../../python/flow/program';
import type { Dependence } from '../../python/names/dependence';
import { dependences, shownBy } from '../../python/names/dependence';
import type { NotebookCell } from '../../python/names/model';
import type { Stale } from '../../python/names/stale';
import { staleReadings } from '../../python/names/stale';
import { defineRule } from '../contract';
import { listed } from './listed';

/** What one cell's place in the order of execution spoiled. */
interface Match {
  readonly first: Stale;
  readonly others: readonly Stale[];
  /** All cells of the notebook. */
  readonly cells: readonly Dependence[];
}

export const outOfOrderExecution = defineRule<Match>({
  id: 'out-of-order-execution',
  code: 'G2',
  group: 'notebook',
  stage: 'project',
  severity: 'information',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    const notebook = program.notebook();
    if (!notebook) return [];
    const cells = dependences(notebook);
    return staleReadings(cells).map(first => ({ first, others: [], cells }));
  },

  guards: {
    'counts that occur twice are of several sessions': (_, program) => hasCountTwice(program),
    'nothing that is shown rests on it': ({ first, cells }) => affectedBy(cells, [first]).length === 0,
    'what nothing above defines is the matter of another rule': ({ first: { reader, name } }) =>
      reader.from.get(name)?.length === 0,
  },

  merge(matches) {
    const [one] = matches;
    const groups = grouped(matches.map(({ first }) => first));
    return groups.flatMap(([first, ...others]) =>
      one && first ? [{ first, others, cells: one.cells }] : [],
    );
  },

  word(match, program) {
    const { first, others, cells } = match;
    const affected = affectedBy(cells, [first, ...others]);
    const scores = scoresIn(affected, program);
    return {
      span: first.how === 'ran-after' ? first.write : first.read,
      severity: scores.length > 0 ? 'warning' : 'information',
      message: messageOf(match, affected, scores),
      path: [first, ...others]
        .slice(0, MAX_STEPS)
        .map(({ read, write, name, how }) =>
          how === 'ran-after'
            ? { span: read, note: `\`${name}\` is read here, earlier than it was made` }
            : { span: write, note: `\`${name}\` was made here before it was read above` },
        ),
    };
  },
});

/** A cell that many rest on is told by the first of them. */
const MAX_STEPS = 8;

/** By the cell that is out of order, of which what it did to others comes before what others did to it. */
function grouped(all: readonly Stale[]): readonly (readonly Stale[])[] {
  const byRoot = new Map<Dependence, Stale[]>();
  for (const how of ['ran-after', 'stands-below'] as const) {
    for (const one of all.filter(stale => stale.how === how)) {
      const root = how === 'ran-after' ? one.writer : one.reader;
      byRoot.set(root, [...(byRoot.get(root) ?? []), one]);
    }
  }
  return [...byRoot.values()];
}

/** The cells that read the name and show something; of those that show nothing, the ones that show what they made. */
function affectedBy(cells: readonly Dependence[], stale: readonly Stale[]): readonly NotebookCell[] {
  const shown = new Set(stale.flatMap(({ reader, name }) => shownBy(cells, reader, name)));
  return cells.filter(one => shown.has(one)).map(({ cell }) => cell);
}

function hasCountTwice(program: Program): boolean {
  const counts = (program.notebook()?.cells ?? []).flatMap(({ executionCount }) => executionCount ?? []);
  return new Set(counts).size < counts.length;
}

/** The scores that the cells show, in words. */
function scoresIn(cells: readonly NotebookCell[], program: Program): string[] {
  const facts = [...program.all('score'), ...program.all('cross-validation')];
  const inside = facts.filter(({ site }) =>
    cells.some(({ start, end }) => site.module === undefined && start <= site.start && site.end <= end),
  );
  const said = inside.map(
    fact => `\`${fact.kind === 'score' ? fact.metric : fact.label}\` (${program.whereIs(fact.site)})`,
  );
  return [...new Set(said)];
}

function messageOf(
  { first, others }: Match,
  affected: readonly NotebookCell[],
  scores: readonly string[],
): string {
  const alike = [first, ...others].filter(({ how }) => how === first.how);
  const names = listed([...new Set(alike.map(({ name }) => `\`${name}\``))]);
  const cells = `${affected.length === 1 ? 'cell' : 'cells'} ${listed(affected.map(({ cell }) => String(cell + 1)))}`;
  const numbers = scores.length > 0 ? ` Among the numbers that this concerns: ${listed(scores)}.` : '';
  return `${orderOf(first, names, cells)}${numbers} Restart the kernel, run all cells, and take the numbers from that run.`;
}

function orderOf({ reader, writer, how }: Stale, names: string, cells: string): string {
  const [read, written] = [reader.cell.executionCount ?? 0, writer.cell.executionCount ?? 0];
  return how === 'ran-after'
    ? `This cell makes ${names} and ran last as [${written}], after cells below that use it had run, the first as [${read}]: ` +
        `what is shown in ${cells} was computed earlier, with what an older run had left behind.`
    : `This cell ran as [${read}] with ${names} as cell ${writer.cell.cell + 1} further down, run as [${written}], had left it: ` +
        `run from top to bottom, ${cells} would show something else.`;
}
