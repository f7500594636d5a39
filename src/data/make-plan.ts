import type { SplitRole } from '../base/declarations';
import { isComparedRole } from './audit/pairs';
import type { Head } from './head';
import type { ComparedColumns } from './profile';
import type { DataRequest } from './request';
import type { Plan } from './summary/plan';

/** A file that was begun, with the role of its split. */
export interface Begun {
  readonly role: SplitRole;
  readonly head: Head;
}

/** Fixes what is looked for in all files, from what their first rows tell. */
export function makePlan(
  request: DataRequest,
  begun: readonly Begun[],
): { readonly plan: Plan; readonly compared: ComparedColumns; readonly comparable: boolean } {
  const involved = begun.some(({ role }) => isComparedRole(role))
    ? begun.filter(({ role }) => isComparedRole(role))
    : begun;
  const heads = involved.map(({ head }) => head);
  const { division, target, time, groups, annotators } = request;
  const labels = [...annotators, ...(division?.by === 'column' ? [division.column] : [])];
  const ids = request.ids.length > 0 ? request.ids : guessedIds(heads, [target, time, ...groups]);
  const not = new Set([...labels, ...ids, ...(target === undefined ? [] : [target])]);
  const all = [...new Set(heads.flatMap(({ columns }) => columns))].filter(name => !not.has(name));
  const columns = all.filter(name => heads.every(head => head.columns.includes(name)));
  const plan: Plan = {
    compared: columns,
    groups,
    annotators,
    notFeatures: [...labels, ...ids],
    ...(target !== undefined && { target }),
    ...(time !== undefined && { time }),
  };
  const present = ids.filter(name => heads.some(head => head.columns.includes(name)));
  const notEverywhere = all.filter(name => !columns.includes(name));
  return {
    plan,
    compared: { columns, ids: present, notEverywhere },
    // Few columns of many are often equal by chance: that says nothing of the rows.
    comparable: columns.length > 0 && columns.length >= notEverywhere.length,
  };
}

/** Columns that are called like an identifier and differ in every row looked at. */
function guessedIds(heads: readonly Head[], declared: readonly (string | undefined)[]): readonly string[] {
  const names = [...new Set(heads.flatMap(({ columns }) => columns))];
  return names.filter(
    name =>
      IDENTIFIER.test(name) &&
      !declared.includes(name) &&
      heads.every(head => !head.columns.includes(name) || head.different.includes(name)),
  );
}

const IDENTIFIER =
  /^(id|index|uuid|guid|key|row|rowid|row_?(number|no|nr|num|index)|unnamed: \d+)$|[_ -](id|uuid|guid|key|no|nr|number)$|[a-z](Id|ID|Uuid|Key|Number)$/i;
