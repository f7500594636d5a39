import type { Notebook } from '../../python/names/model';
import { perProgram } from './perProgram';

/** Nobody ran the notebook, and its cells say outright that something is to be written there. */
export const isTemplate = perProgram((program): boolean => {
  const notebook = program.notebook();
  if (!notebook || !wasNeverRun(notebook)) return false;
  return notebook.cells.filter(cell => program.tells(cell, text => ASKS.test(text))).length >= ASKED;
});

export function wasNeverRun(notebook: Notebook | undefined): boolean {
  return notebook?.cells.every(one => one.executionCount === null) ?? false;
}

/** So many cells ask for code: one alone may be a note of the author. */
const ASKED = 2;
const ASKS = /\btodo\b|\b(your|insert) code\b|\bcode here\b/i;
