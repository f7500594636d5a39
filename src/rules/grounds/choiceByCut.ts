import type { StatTaint } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { hasManyColumns } from './tableSizes';

/** Every choice was made by a correlation and a number that is written in the program; a ranking or a p-value chooses otherwise. */
function isCut(statistics: readonly StatTaint[]): boolean {
  return statistics.every(({ cut }) => cut !== undefined);
}

/** Does what is chosen so hardly depend on which rows are seen, as far as the size of the table is known? */
export function hardlyChooses(program: Program, statistics: readonly StatTaint[]): boolean {
  return isCut(statistics) && statistics.every(({ rows }) => !hasManyColumns(program, rows));
}

/** What that means for the number, as a clause. */
export const HARDLY_CHOOSES =
  'each column stays or goes by its own correlation and a fixed number, so that the choice hardly depends on which rows are seen, ' +
  'unless there are many columns for the rows';
