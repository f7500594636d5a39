import { once } from '../../base/once';
import type { Program } from '../../python/flow/program';
import { drawnNames } from '../../python/names/random';
import type { Dependence } from '../../python/names/dependence';
import { dependences, shownBy } from '../../python/names/dependence';
import type { NotebookCell } from '../../python/names/model';
import { ranInOrder } from '../../python/names/sessions';
import type { Stale } from '../../python/names/stale';
import { staleReadings } from '../../python/names/stale';
import { defineRule } from '../contract';
import { listed } from '../listed';

/** What the places of cells in the order of execution spoiled: all that one cell did, or had done to it. */
interface Match {
  readonly first: Stale;
  readonly others: readonly Stale[];
  /** All cells of the notebook. */
  readonly cells: readonly Dependence[];
  /** So many further cells of the notebook are out of order. */
  readonly more: number;
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
    if (!notebook || ranInOrder(notebook.cells)) return [];
    const cells = dependences(notebook);
    const drawn = once(() => drawnNames(notebook));
    return staleReadings(cells, drawn).map(first => ({ first, others: [], cells, more: 0 }));
  },

  guards: {
    'counts that occur twice are of several sessions': (_, program) => hasCountTwice(program),
    'nothing that is shown rests on it': ({ first, cells }) => affectedBy(cells, [first]).length === 0,
    'the cell below makes it as the one above does': ({ first }, program) => isMadeAlike(first, program),
    'what nothing above defines is the matter of another rule': ({ first: { reader, name } }) =>
      reader.from.get(name)?.length === 0,
  },

  merge(matches, program) {
    const [one] = matches;
    if (!one) return [];
    const { cells } = one;
    const groups = grouped(matches.map(({ first }) => first));
    const hasScore = (stale: readonly Stale[]): boolean =>
      scoresIn(affectedBy(cells, stale), program).length > 0;
    const [first, ...others] = groups.find(hasScore) ?? groups[0] ?? [];
    return first ? [{ first, others, cells, more: groups.length - 1 }] : [];
  },

  word(match, program) {
    const { first, others, cells } = match;
    const affected = affectedBy(cells, [first, ...others]);
    const scores = scoresIn(affected, program);
    return {
      span: first.how === 'stands-below' ? first.read : first.write,
      severity: scores.length > 0 ? 'warning' : 'information',
      message: messageOf(match, affected, scores),
      path: [first, ...others]
        .slice(0, MAX_STEPS)
        .map(({ read, write, name, how }) =>
          how === 'stands-below'
            ? { span: write, note: `\`${name}\` was made here before it was read above` }
            : { span: read, note: `\`${name}\` is read here, before that run` },
        ),
    };
  },
});

/** A cell that many rest on is told by the first of them. */
const MAX_STEPS = 8;

/** By the cell that is out of order, of which what it did to others comes before what others did to it. */
function grouped(all: readonly Stale[]): readonly (readonly Stale[])[] {
  const byRoot = new Map<string, Stale[]>();
  for (const how of ['redrawn', 'not-yet', 'stands-below'] as const) {
    for (const one of all.filter(stale => stale.how === how)) {
      const root = how === 'stands-below' ? one.reader : one.writer;
      const key = `${how} ${root.cell.cell}`;
      byRoot.set(key, [...(byRoot.get(key) ?? []), one]);
    }
  }
  return [...byRoot.values()];
}

/** The cells that read the name and show something; of those that show nothing, the ones that show what they made. */
function affectedBy(cells: readonly Dependence[], stale: readonly Stale[]): readonly NotebookCell[] {
  const shown = new Set(stale.flatMap(({ reader, name }) => shownBy(cells, reader, name)));
  return cells.filter(one => shown.has(one)).map(({ cell }) => cell);
}

/** A cell was copied: what it makes is written in the same way above. */
function isMadeAlike({ how, reader, name, writer }: Stale, program: Program): boolean {
  if (how !== 'stands-below') return false;
  const own = makingOf(writer, name, program);
  const above = (reader.from.get(name) ?? []).map(one => makingOf(one, name, program));
  return above.includes(own);
}

/** The statements of a cell that make or change what has the name. */
function makingOf({ cell }: Dependence, name: string, program: Program): string {
  const writes = cell.events.filter(
    event => (event.kind === 'define' || event.kind === 'change') && event.name === name,
  );
  return cell.statements
    .filter(({ start, end }) => writes.some(write => start <= write.start && write.end <= end))
    .map(program.textOf)
    .join('\n');
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
  { first, others, more }: Match,
  affected: readonly NotebookCell[],
  scores: readonly string[],
): string {
  const names = listed([...new Set([first, ...others].map(({ name }) => `\`${name}\``))]);
  const cells = `${affected.length === 1 ? 'cell' : 'cells'} ${listed(affected.map(({ cell }) => String(cell + 1)))}`;
  const numbers = scores.length > 0 ? ` Among the numbers that this concerns: ${listed(scores)}.` : '';
  const rest = more > 0 ? ` ${more} more of this kind in the notebook.` : '';
  return `${orderOf(first, names, cells)}${numbers} Restart the kernel, run all cells, and take the numbers from that run.${rest}`;
}

function orderOf({ reader, writer, how, instead }: Stale, names: string, cells: string): string {
  const [read, written] = [reader.cell.executionCount ?? 0, writer.cell.executionCount ?? 0];
  const reads = reader.cell.cell + 1;
  switch (how) {
    case 'redrawn':
      return (
        `This cell draws ${names} at random without a seed, and drew again as [${written}] after cells that use the draw had run, the first, ` +
        `cell ${reads}, as [${read}]: what is shown in ${cells} is of an older draw than the one that stands now.`
      );
    case 'not-yet':
      return (
        `This cell changes ${names} and ran as [${written}], after cell ${reads} below, which uses it and ran as [${read}] with what ` +
        `${madeBy(instead)} had made: no count between the two is left for this cell. What is shown in ${cells} was computed without this change.`
      );
    case 'stands-below':
      return (
        `This cell ran as [${read}] with ${names} as cell ${writer.cell.cell + 1} further down, run as [${written}], had left it: ` +
        `run from top to bottom, ${cells} would show something else.`
      );
  }
}

function madeBy(instead: Dependence | undefined): string {
  return instead
    ? `cell ${instead.cell.cell + 1}, run as [${instead.cell.executionCount ?? 0}],`
    : 'another cell';
}
