import type { StatTaint } from '../python/flow/facts';
import type { Program } from '../python/flow/program';
import type { Part, Rows } from '../python/flow/rows/rows';
import { named, origin } from './wording';

/** `all rows of data.csv`; where others were parted from them before, `all rows of X_train`. */
export function allRowsOf(program: Program, one: Pick<StatTaint, 'rows'>): string {
  const part = partOf(one.rows);
  if (part) {
    const name = nameOf(program, part);
    return name === undefined
      ? 'all rows of the part that was split off before'
      : `all rows of ${named(name)}`;
  }
  const rows = origin(one.rows);
  return `all rows${rows === undefined ? '' : ` of ${isCut(one.rows) ? 'a part of ' : ''}${rows}`}`;
}

/** `X[:60000]`, `df[df.year < 2020]`; rows that are left out for a gap make no part. */
function isCut(rows: Rows): boolean {
  if (rows.kind === 'dup') return isCut(rows.of);
  return rows.kind === 'sub' && (rows.by.by === 'slice' || rows.by.by === 'mask' || isCut(rows.of));
}

/** The part that all of these rows were taken from. */
function partOf(rows: Rows): Part | undefined {
  let at = rows;
  while (at.kind === 'sub' || at.kind === 'dup' || (at.kind === 'part' && at.split.form === 'folds'))
    at = at.of;
  return at.kind === 'part' ? at : undefined;
}

/** The first variable that got this part. */
function nameOf(program: Program, part: Part): string | undefined {
  const unpack = program.all('unpack').find(one => one.split === part.split);
  const target = unpack?.targets[part.index];
  const name = target && program.textOf(target);
  return name !== undefined && /^\w+$/.test(name) ? name : undefined;
}
