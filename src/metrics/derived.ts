import type { Collector } from './collector';
import { accuracyCounts, precisionCounts, recallCounts, type Confusion } from './confusion';
import type { Counts } from './counts';
import type { PlacedConfusion } from './scope';

/**
 * A confusion matrix, and what it says by itself: accuracy, and recall and precision of the positive class, or of each class
 * where the matrix does not say which one is positive. `taken` tells which values the file states itself.
 */
export function derivedValues(
  collector: Collector,
  run: string,
  placed: PlacedConfusion,
  taken: (name: string, split: string | undefined) => boolean,
): void {
  const { confusion, path, split, slice } = placed;
  collector.matrix({
    run,
    path,
    ...confusion,
    ...(split !== undefined && { split }),
    ...(slice && { slice }),
    place: collector.placeOf(placed.at),
  });
  for (const { name, counts, label } of derivable(confusion)) {
    if (counts.n === 0 || taken([...path, name].join('.'), split)) continue;
    collector.value({
      name: [...path, name].join('.'),
      run,
      value: counts.successes / counts.n,
      raw: `${counts.successes}/${counts.n}`,
      ...(split !== undefined && { split }),
      ...((slice ?? label !== undefined) && {
        slice: { ...slice, ...(label !== undefined && { class: label }) },
      }),
      counts,
      place: collector.placeOf(placed.at),
    });
  }
}

interface Derived {
  readonly name: string;
  readonly counts: Counts;
  readonly label?: string;
}

function derivable(confusion: Confusion): readonly Derived[] {
  const accuracy = { name: 'accuracy', counts: accuracyCounts(confusion) };
  const { positive } = confusion;
  if (positive !== undefined) {
    return [
      accuracy,
      { name: 'recall', counts: recallCounts(confusion, positive) },
      { name: 'precision', counts: precisionCounts(confusion, positive) },
    ];
  }
  return [
    accuracy,
    ...confusion.labels.flatMap((label, index) => [
      { name: 'recall', counts: recallCounts(confusion, index), label },
      { name: 'precision', counts: precisionCounts(confusion, index), label },
    ]),
  ];
}
