import type { ClassBlock, ClassRow } from '../evaluation';
import { MOST_CLASSES } from '../evaluation';
import type { ClassOutcomes } from '../outcomes';
import type { ClassCells, Margins } from './class-counts';
import { classCells, marginsOf } from './class-counts';
import { gatherCodes, shareOf } from './context';

const MOST_CONFUSED = 10;

/** The confusion matrix, each class by itself, and which are taken for each other. */
export function classBlock(outcomes: ClassOutcomes, subset: Uint32Array): ClassBlock | undefined {
  if (!outcomes.predicted) return undefined;
  const { labels } = outcomes;
  const truth = gatherCodes(outcomes.truth, subset);
  const cells = classCells(truth, gatherCodes(outcomes.predicted, subset), labels.length);
  const margins = marginsOf(cells, cells.counts);
  const occurring = labels.flatMap((_, at) =>
    (margins.support[at] ?? 0) + (margins.said[at] ?? 0) > 0 ? [at] : [],
  );
  const shown = order(occurring, margins);
  const position = new Map(shown.map((at, index) => [at, index]));
  const name = (at: number): string => String(labels[at] ?? '');
  const others = occurring.length > shown.length;
  return {
    labels: [...shown.map(name), ...(others ? ['other'] : [])],
    counts: matrix(cells, position, shown.length + Number(others)),
    perClass: shown.map(at => classRow(name(at), margins, at)),
    confused: confused(cells).map(({ a, b, rows }) => ({ truth: name(a), predicted: name(b), rows })),
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

function classRow(label: string, { support, said, right }: Margins, at: number): ClassRow {
  const [rows, answers, hits] = [support[at] ?? 0, said[at] ?? 0, right[at] ?? 0];
  return {
    label,
    support: rows,
    predicted: answers,
    precision: shareOf(hits, answers),
    recall: shareOf(hits, rows),
    f1: rows + answers === 0 ? 0 : (2 * hits) / (rows + answers),
  };
}

function confused({ truth, predicted, counts }: ClassCells) {
  return Array.from(counts, (rows, cell) => ({ a: truth[cell] ?? 0, b: predicted[cell] ?? 0, rows }))
    .filter(({ a, b }) => a !== b)
    .sort((one, other) => other.rows - one.rows)
    .slice(0, MOST_CONFUSED);
}
