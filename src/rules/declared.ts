import type { Program } from '../python/flow/program';
import type { Rows } from '../python/flow/rows';
import { sourcesOf } from '../python/flow/rows';

/** Does the program name a column that the project declares, and were these rows loaded? */
export function isNamed(program: Program, column: string, rows: Rows): boolean {
  if (!sourcesOf(rows).some(({ kind }) => kind === 'load')) return false;
  const text = program.textOf({ start: 0, end: Number.MAX_SAFE_INTEGER });
  const name = column.replace(/[^\w\s-]/g, '\\$&');
  return new RegExp(`["']${name}["']|\\.${name}\\b`).test(text);
}
