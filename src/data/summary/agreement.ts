import type { Present } from './column';
import { detached } from './column';
import type { Value } from './value';

/** How often annotators say the same: over all pairs of labels that one row has. */
export interface AgreementCounts {
  pairs: number;
  agreeing: number;
  /** Rows with two labels or more. */
  rows: number;
  /** The different labels; at most {@link MAX_LABELS} are kept. */
  readonly labels: Set<Present>;
}

export const MAX_LABELS = 1_000;

export const createAgreement = (): AgreementCounts => ({ pairs: 0, agreeing: 0, rows: 0, labels: new Set() });

export function addLabels(counts: AgreementCounts, row: readonly Value[]): void {
  const given = row.filter(label => label !== null);
  for (const label of given) noteLabel(counts, label);
  if (given.length < 2) return;
  counts.rows++;
  for (let a = 0; a < given.length; a++) {
    for (let b = a + 1; b < given.length; b++) {
      counts.pairs++;
      if (given[a] === given[b]) counts.agreeing++;
    }
  }
}

export function mergeAgreements(into: AgreementCounts, from: AgreementCounts): void {
  into.pairs += from.pairs;
  into.agreeing += from.agreeing;
  into.rows += from.rows;
  for (const label of from.labels) noteLabel(into, label);
}

function noteLabel({ labels }: AgreementCounts, label: Present): void {
  if (labels.size >= MAX_LABELS || labels.has(label)) return;
  labels.add(typeof label === 'string' ? detached(label) : label);
}
