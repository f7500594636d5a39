import type { TargetColumn } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import { WHOLE_TEXT } from '../fixes/edits';
import { sourcesOf } from '../../python/flow/rows/rows';

/** Does the program name a column that the project declares, and were these rows loaded? */
export function isNamed(program: Program, column: string, rows: Rows): boolean {
  if (!sourcesOf(rows).some(({ kind }) => kind === 'load')) return false;
  const name = column.replace(/[^\w\s-]/g, '\\$&');
  const named = new RegExp(`["']${name}["']|\\.${name}\\b`);
  return program.tells(WHOLE_TEXT, text => named.test(text));
}

/** The column of the answers: the one that the program shows, else the one that the project declares. */
export function answersColumn(program: Program, target: TargetColumn): string | undefined {
  return isShown(target) ? target.column : program.declarations.target?.column;
}

function isShown({ given, column, from }: TargetColumn): boolean {
  return !given || column !== undefined || from.some(origin => origin.column.name !== undefined);
}
