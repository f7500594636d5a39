import type { Place } from '../base/place';
import type { Notice } from './document';

/**
 * The view model of the history page: what was decided and noticed, latest first, and the test-set ledger. Plain data,
 * complete, worded; the page draws it and computes nothing.
 */
export interface HistoryView {
  readonly project: { readonly name: string; readonly file: string };
  /** One sentence. */
  readonly summary: string;
  /** The stages that the entries are about, in the order of the lifecycle: what the page can be narrowed down to. */
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly entries: readonly HistoryRow[];
  /** Where manifest and history differ, and what could not be read. */
  readonly notices: readonly Notice[];
  readonly ledger: LedgerView;
}

export const HISTORY_KINDS = [
  'signed-off',
  'reopened',
  'ticked',
  'unticked',
  'waived',
  'waiver-withdrawn',
  'failing',
  'look',
  'sealed',
  'edited',
] as const;

export interface HistoryRow {
  readonly id: string;
  readonly kind: (typeof HISTORY_KINDS)[number];
  /** `2026-10-03`, by UTC. */
  readonly day: string;
  /** `14:02`, by UTC. */
  readonly time: string;
  /** Absent where nobody decided. */
  readonly who?: string;
  /** One sentence. */
  readonly text: string;
  /** What belongs to it, a sentence each. */
  readonly details: readonly string[];
  /** The id of the stage that it is about. */
  readonly stage?: string;
  /** The commit's first letters. */
  readonly commit?: string;
}

export interface LedgerView {
  /** One sentence. */
  readonly summary: string;
  /** Latest last. */
  readonly looks: readonly LookRow[];
  readonly possible: readonly { readonly text: string; readonly place: Place }[];
  readonly chance: readonly string[];
  readonly doubts: readonly string[];
}

export interface LookRow {
  readonly label: string;
  readonly file: string;
  /** As the run says, or when it was noticed. */
  readonly time: string;
  /** `recall 0.905`; of a cell there are none. */
  readonly scores: string;
  /** It stands for several. */
  readonly several: boolean;
  /** It is in the history. */
  readonly noted: boolean;
  readonly place?: Place;
}
