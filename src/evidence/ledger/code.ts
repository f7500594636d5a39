import type { Look, PossibleLook } from '../../base/ledger';
import type { TestScore } from '../../base/test-score';
import type { FileLint } from '../facts';
import { relativeTo } from '../words';
import type { LedgerContext } from './context';

/** What the analysis found in code: cells that were run are looks, everything else may have been one. */
export interface CodeLooks {
  readonly looks: readonly Look[];
  readonly possible: readonly PossibleLook[];
  /** Notebooks that were not seen whole: there may be looks in them. */
  readonly unseen: readonly FileLint[];
}

export function codeLooks({ manifest, facts: { lint } }: LedgerContext): CodeLooks {
  const files = lint.filesIn([]);
  const scores = files.flatMap(({ testScores }) => testScores);
  return {
    looks: scores.flatMap(score => lookOf(manifest.root, score)),
    possible: scores.filter(({ run }) => run === undefined),
    unseen: files.filter(file => file.file.endsWith('.ipynb') && !isWhole(file)),
  };
}

function lookOf(root: string, { place, metrics, several, run }: TestScore): Look[] {
  if (run === undefined) return [];
  return [
    {
      id: `look-${run}`,
      by: 'notebook',
      file: relativeTo(root, place.file),
      label: `cell ${(place.cell ?? 0) + 1} (${metrics.join(', ')})`,
      scores: {},
      several,
      recorded: false,
      place,
    },
  ];
}

function isWhole({ skipped, partly, cutShort }: FileLint): boolean {
  return skipped === undefined && partly === undefined && !cutShort;
}
