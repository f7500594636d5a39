import type { Collector } from './collector';
import { accuracyCounts, precisionCounts, recallCounts, type Confusion } from './confusion';
import type { Counts } from './counts';
import type { PlacedConfusion } from './scope';

/**
 * What a confusion matrix says by itself: accuracy, and recall and precision of the positive class, or of each class
 * where the matrix does not say which one is positive. `taken` tells which values the file states itself.
 */
export function derivedValues(
  collector: Collector,
  run: string,
  placed: PlacedConfusion,
  taken: (name: string, split: string | undefined) => boolean,
): void {
  for (const { name, counts, label } of derivable(placed.confusion)) {
    if (counts.n === 0 || taken([...placed.path, name].join('.'), placed.split)) continue;
    collector.value({
      name: [...placed.path, name].join('.'),
      run,
      value: counts.successes / counts.n,
      raw: `${counts.successes}/${counts.n}`,
      ...(placed.split !== undefined && { split: placed.split }),
      ...(label !== undefined && { slice: { class: label } }),
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
