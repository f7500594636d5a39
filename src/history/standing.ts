import type { DecisionEntry, DecisionKind, HistoryEntry } from './entry';

/** What was decided last, as the log has it. */
export interface Standing {
  /** By stage: signed off, or reopened. */
  readonly signatures: ReadonlyMap<string, DecisionEntry>;
  /** By {@link subjectOf}: ticked, or unticked. */
  readonly ticks: ReadonlyMap<string, DecisionEntry>;
  /** By {@link subjectOf}: waived, or not any more. */
  readonly waivers: ReadonlyMap<string, DecisionEntry>;
}

type Part = keyof Standing;

const PARTS: Readonly<Record<DecisionKind, Part>> = {
  'signed-off': 'signatures',
  reopened: 'signatures',
  ticked: 'ticks',
  unticked: 'ticks',
  waived: 'waivers',
  'waiver-withdrawn': 'waivers',
};

/** @param entries by time, as `readHistory` gives them */
export function standingOf(entries: readonly HistoryEntry[]): Standing {
  const standing: Record<Part, Map<string, DecisionEntry>> = {
    signatures: new Map(),
    ticks: new Map(),
    waivers: new Map(),
  };
  for (const entry of entries) {
    if (isDecision(entry)) standing[PARTS[entry.what]].set(subjectOf(entry.stage, entry.criterion), entry);
  }
  return standing;
}

/** A stage, or one of its criteria, as a key. */
export function subjectOf(stage: string, criterion?: string): string {
  return criterion === undefined ? stage : `${stage}/${criterion}`;
}

export function isDecision(entry: HistoryEntry): entry is DecisionEntry {
  return Object.hasOwn(PARTS, entry.what);
}
