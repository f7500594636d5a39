import { allTaints } from '../data';
import type { Machine } from '../machine';
import { freshSymbol } from '../machine';
import { unite } from '../taint';
import type { Data } from '../value';

const MAX_COLUMNS = 200;

/** A table with very many columns of its own making is one table: columns are no longer told apart. */
export function bounded(m: Machine, data: Data): Data {
  if (Math.max(data.columns.size, data.edits?.size ?? 0, data.holding.columns.size) <= MAX_COLUMNS)
    return data;
  return {
    ...data,
    taints: unite(data.taints, allTaints(data)),
    columns: new Map(),
    closed: false,
    // What was set is like nothing that was set elsewhere, and which columns are there is not known any more.
    edits: new Map([['‹many›', freshSymbol(m)]]),
    holding: m.columns.open(),
  };
}
