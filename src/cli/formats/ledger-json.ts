import type { Ledger } from '../../base/ledger';
import { relative } from '../../project/paths';
import { locationJson } from './check-json';

/** The test-set ledger as `holdout status --format json` gives it; looks by time. */
export function ledgerJson(ledger: Ledger, root: string): object {
  return {
    count: ledger.looks.length,
    atLeast: ledger.looks.some(({ several }) => several),
    ...(ledger.budget === undefined ? {} : { budget: ledger.budget }),
    looks: ledger.looks.map(({ place, ...look }) => ({
      ...look,
      ...(place && { location: locationJson(place, root) }),
    })),
    possible: ledger.possible.map(({ place, metrics }) => ({ ...locationJson(place, root), metrics })),
    chance: ledger.chance.map(({ metric, luck, gain, text }) => ({
      metric,
      text,
      ...(luck === undefined ? {} : { luck }),
      ...(gain === undefined ? {} : { gain }),
    })),
    doubts: ledger.doubts,
  };
}

/** Files of code that may have looked, relative to `root`, each once. */
export function possibleFiles({ possible }: Ledger, root: string): readonly string[] {
  return [...new Set(possible.map(({ place }) => relative(root, place.file)))];
}
