import type { CrossValidationFact, FitFact, TargetColumn } from '../../python/flow/facts';
import { holds } from '../../python/flow/columns/columns';
import type { Column, ColumnTaint, Holding, RowMove } from '../../python/flow/columns/holding';
import { moveAfter } from '../../python/flow/columns/provenance';
import { answersColumn } from './declared';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import { sameSite, siteKey } from '../../python/flow/site';

/** A model learns answers from columns of which some are known. */
export interface Learning {
  readonly fit: FitFact | CrossValidationFact;
  readonly holding: Holding;
  readonly target: TargetColumn;
  /** The numbers that come of it. */
  readonly scores: readonly Site[];
}

export function learnings(program: Program): readonly Learning[] {
  return [...program.all('fit'), ...program.all('cross-validation')].flatMap(fit => {
    const { holding } = fit.columns;
    return holding ? [{ fit, holding, target: fit.target, scores: scoresOf(program, fit) }] : [];
  });
}

function scoresOf(program: Program, fit: Learning['fit']): readonly Site[] {
  if (fit.kind === 'cross-validation') return [fit.site];
  const scores = program.all('score').filter(score => score.fit === fit);
  return [...new Map(scores.map(score => [siteKey(score.site), score.site])).values()];
}

/** Are the answers those of the very rows, as far as is known? */
export function answersTheRows({ fit, target }: Learning, program: Program): boolean {
  const { rows } = target;
  return rows !== undefined && (program.covers(rows, fit.rows) || program.covers(fit.rows, rows));
}

/** Does the number only tell how a column follows from the others? */
export function isInflation(program: Program, fit: CrossValidationFact | FitFact): boolean {
  return program
    .all('inflation')
    .some(({ scores }) => scores.some(score => sameSite(score.fit.site, fit.site)));
}

/** What a column was computed from, directly or by way of other columns. */
export interface Origin {
  readonly column: Column;
  readonly lower: number;
  readonly upper: number;
  readonly by: ColumnTaint['by'];
  /** The last call that looked at other rows. */
  readonly at: RowMove | undefined;
}

const MAX_ORIGINS = 200;

export function originsOf(column: Column): readonly Origin[] {
  const found: Origin[] = [];
  const pending: Origin[] = column.from.map(direct);
  for (let next = pending.shift(); next && found.length < MAX_ORIGINS; next = pending.shift()) {
    const origin = next;
    found.push(origin);
    pending.push(...origin.column.from.map(further => through(direct(further), origin)));
  }
  return found;
}

function direct({ column, lower, upper, by, at }: ColumnTaint): Origin {
  return { column, lower, upper, by, at };
}

function through(further: Origin, last: Origin): Origin {
  return {
    column: further.column,
    lower: further.lower + last.lower,
    upper: further.upper + last.upper,
    by: further.by === 'value' ? last.by : last.by === 'statistic' ? last.by : further.by,
    at: last.at && further.at ? moveAfter(further.at, last.at) : (last.at ?? further.at),
  };
}

/** Is it made row by row? */
export function isRowWise({ lower, upper, by }: Pick<Origin, 'lower' | 'upper' | 'by'>): boolean {
  return lower === 0 && upper === 0 && by !== 'statistic';
}

/** The column of the answers, and those that hold the same numbers in other units: before a logarithm, say. */
export function targetColumns(learning: Learning, program: Program): readonly Column[] {
  const shown = shownColumns(learning.target);
  return shown.some(({ name }) => name !== undefined)
    ? shown
    : [...shown, ...declaredColumns(learning, program)];
}

/** Where the program does not say what the answers are called, the columns that have the declared name. */
function declaredColumns(learning: Learning, program: Program): readonly Column[] {
  const name = answersColumn(program, learning.target);
  if (name === undefined) return [];
  const origins = computedColumns(learning).flatMap(originsOf);
  const all = [learning.holding.columns.get(name), ...origins.map(({ column }) => column)];
  return [...new Set(all)].filter(column => column !== undefined).filter(column => column.name === name);
}

function shownColumns({ from, whole }: TargetColumn): readonly Column[] {
  const [only] = from;
  if (!only || from.length > 1 || !whole || only.by !== 'value' || !isRowWise(only)) return [];
  return [only.column, ...sameNumbers(only.column)];
}

/** Columns whose numbers went into this one and nothing else did. */
export function sameNumbers(column: Column): readonly Column[] {
  const found: Column[] = [];
  for (let at: Column = column; found.length < 50;) {
    const [only] = at.from;
    if (!only || at.from.length > 1 || !at.whole || only.by !== 'value' || !isRowWise(only)) break;
    found.push(only.column);
    at = only.column;
  }
  return found;
}

/** Do the features hold this column, or a newer version of it under the same name? */
export function present(holding: Holding, column: Column): Column | undefined {
  if (holds(holding, column)) return column;
  const named = column.name === undefined ? undefined : holding.columns.get(column.name);
  return named && sameNumbers(named).includes(column) ? named : undefined;
}

/** Columns among the features that the program computed itself. */
export function computedColumns({ holding }: Learning): readonly Column[] {
  return [...holding.columns.values()].filter(column => column.from.length > 0);
}

/** Where the columns were chosen, or where they are learned from. */
export function placeOf({ holding, fit }: Learning): Site {
  return holding.chosen?.site ?? fit.site;
}
