import type { LabelSetOutcomes } from './outcomes';

/** The same with a column for each of these labels: one that it never says is one that no row has. */
export function withLabels(own: LabelSetOutcomes, labels: readonly string[]): LabelSetOutcomes {
  const { predicted, scores } = own;
  const isWhole = labels.every(label => own.labels.includes(label));
  const inOrder = (columns: readonly Float64Array[]): readonly Float64Array[] => {
    const [some = new Float64Array()] = columns;
    const none = some.map(value => (Number.isNaN(value) ? NaN : 0));
    return labels.map(label => columns[own.labels.indexOf(label)] ?? none);
  };
  return {
    kind: 'label-sets',
    labels,
    truth: inOrder(own.truth),
    ...(predicted && { predicted: inOrder(predicted) }),
    ...(scores && isWhole && { scores: inOrder(scores) }),
  };
}

/** Labels of the first, and those that only the second has. */
export const allLabels = (first: readonly string[], second: readonly string[]): readonly string[] => [
  ...new Set([...first, ...second]),
];
