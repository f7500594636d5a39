import type { ClassBlock, ClassRow, Estimated } from '../evaluation';
import { MOST_CLASSES } from '../evaluation';
import type { ClassOutcomes } from '../outcomes';
import type { ClassCells, Margins } from './class-counts';
import { classCells, marginsOf, tallied } from './class-counts';
import type { Context } from './context';
import { gatherCodes, shareOf, weightsOf } from './context';
import { drawnEstimates, isPlain } from './drawn';
import { f1Of } from './parts';

const MOST_CONFUSED = 10;

/** The confusion matrix, each class by itself, and which are taken for each other. */
export async function classBlock(
  outcomes: ClassOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<ClassBlock | undefined> {
  if (!outcomes.predicted) return undefined;
  const { labels } = outcomes;
  const truth = gatherCodes(outcomes.truth, subset);
  const cells = classCells(truth, gatherCodes(outcomes.predicted, subset), labels.length);
  const weighed = { ...cells, counts: tallied(cells, weightsOf(subset, context)) };
  const margins = marginsOf(cells, cells.counts);
  const occurring = labels.flatMap((_, at) =>
    (margins.support[at] ?? 0) + (margins.said[at] ?? 0) > 0 ? [at] : [],
  );
  const shown = order(occurring, margins);
  const position = new Map(shown.map((at, index) => [at, index]));
  const name = (at: number): string => String(labels[at] ?? '');
  const others = occurring.length > shown.length;
  const figures = await classFigures(cells, shown, subset, context);
  return {
    labels: [...shown.map(name), ...(others ? ['other'] : [])],
    counts: matrix(weighed, position, shown.length + Number(others)),
    ...(context.weights && { weighted: true }),
    perClass: shown.map((at, index) => classRow(name(at), margins, at, figures[index])),
    confused: confused(weighed).map(({ a, b, rows }) => ({ truth: name(a), predicted: name(b), rows })),
    all: occurring.length,
  };
}

/** A few classes in their own order, of many those with most rows. */
function order(occurring: readonly number[], { support }: Margins): readonly number[] {
  if (occurring.length <= MOST_CLASSES) return occurring;
  return [...occurring].sort((a, b) => (support[b] ?? 0) - (support[a] ?? 0)).slice(0, MOST_CLASSES);
}

function matrix(
  { truth, predicted, counts }: ClassCells,
  position: ReadonlyMap<number, number>,
  size: number,
): readonly (readonly number[])[] {
  const lines = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  counts.forEach((count, cell) => {
    const line = lines[position.get(truth[cell] ?? -1) ?? size - 1];
    const column = position.get(predicted[cell] ?? -1) ?? size - 1;
    if (line) line[column] = (line[column] ?? 0) + count;
  });
  return lines;
}

type ClassFigures = Pick<ClassRow, 'precision' | 'recall' | 'f1'>;

/** Precision, recall and F1 of some classes: by formulas where rows count alike and are independent. */
async function classFigures(
  cells: ClassCells,
  shown: readonly number[],
  subset: Uint32Array,
  context: Context,
): Promise<readonly ClassFigures[]> {
  const counted = shown.map(at => countsOf(marginsOf(cells, cells.counts), at));
  if (isPlain(subset, context))
    return counted.map(({ rows, answers, hits }) => ({
      precision: shareOf(hits, answers),
      recall: shareOf(hits, rows),
      f1: f1Of(hits, rows + answers - hits),
    }));
  const drawn = await drawnEstimates(subset, context, {
    n: counted.flatMap(({ rows, answers, hits }) => [answers, rows, rows + answers - hits]),
    of: weights => {
      const margins = marginsOf(cells, tallied(cells, weights));
      return shown.flatMap(at => {
        const { rows, answers, hits } = countsOf(margins, at);
        return [hits / answers, hits / rows, (2 * hits) / (rows + answers)];
      });
    },
  });
  const figure = (at: number): Estimated => drawn[at] ?? shareOf(0, 0);
  return shown.map((_, at) => ({
    precision: figure(3 * at),
    recall: figure(3 * at + 1),
    f1: figure(3 * at + 2),
  }));
}

function countsOf({ support, said, right }: Margins, at: number) {
  return { rows: support[at] ?? 0, answers: said[at] ?? 0, hits: right[at] ?? 0 };
}

const NO_ROWS: ClassFigures = { precision: shareOf(0, 0), recall: shareOf(0, 0), f1: f1Of(0, 0) };

function classRow(label: string, margins: Margins, at: number, figures = NO_ROWS): ClassRow {
  const { rows, answers } = countsOf(margins, at);
  return { label, support: rows, predicted: answers, ...figures };
}

function confused({ truth, predicted, counts }: ClassCells) {
  return Array.from(counts, (rows, cell) => ({ a: truth[cell] ?? 0, b: predicted[cell] ?? 0, rows }))
    .filter(({ a, b }) => a !== b)
    .sort((one, other) => other.rows - one.rows)
    .slice(0, MOST_CONFUSED);
}
