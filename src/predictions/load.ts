import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { ColumnKind } from './build-column';
import type { Column, ColumnTable, KeyColumn, LabelColumn } from './columns';
import type { Remark, Task } from './evaluation';
import type { Head, HeadColumn } from './head';
import { readHead } from './head';
import type { JoinedTruth } from './join';
import { readTruth } from './join';
import type { ColumnReading, UnreadFile, WantedColumn } from './read';
import { readColumns } from './read';
import type { PredictionsRequest } from './request';
import type { Roles } from './roles';
import { rolesIn } from './roles';
import { taskOf } from './task';

/** A file of predictions as it was read: which column is what, and their values. */
export interface Loaded {
  readonly table: ColumnTable;
  readonly roles: Roles;
  /** As stated, or as the first rows look; the classes that there are may still say otherwise. */
  readonly task: Task;
  readonly assumptions: readonly string[];
  readonly remarks: readonly Remark[];
  readonly head: Head;
  /** The truth: columns of this table, or those that were joined. */
  readonly truth: readonly Column[];
  readonly joined?: { readonly unmatched: number; readonly unmatchedTruth: number };
}

/** Reads the columns that an evaluation needs, and no others. */
export async function load(
  request: PredictionsRequest,
  reading: ColumnReading,
): Promise<Result<Loaded, UnreadFile>> {
  const [first = ''] = request.files;
  const head = await readHead(first, reading);
  if (!head.ok) return head;
  const roles = rolesIn(head.value, request);
  if (!roles.ok) return fail({ file: first, reason: roles.failure });
  const joined = request.truth ? await readTruth(request, request.truth, head.value, reading) : undefined;
  if (joined && !joined.ok) return joined;
  const truthHead = joined ? joined.value.head : head.value.get(roles.value.columns.y_true?.[0] ?? '');
  if (!truthHead) return fail({ file: first, reason: noTruth(head.value) });
  const { task, assumption } = taskOf(truthHead, head.value, roles.value, request);
  const lacking = lackingFor(task, roles.value);
  if (lacking !== undefined) return fail({ file: first, reason: lacking });
  const wanted = wantedColumns(roles.value, task, head.value, request.truth);
  const table = await readColumns(request.files, wanted, reading);
  if (!table.ok) return table;
  const truth = joined
    ? await joined.value.join(kindOfTruth(task), table.value)
    : ok({
        columns: (roles.value.columns.y_true ?? []).flatMap(
          name => table.value.columns.get(`y_true:${name}`) ?? [],
        ),
      });
  if (!truth.ok) return truth;
  return ok({
    table: table.value,
    roles: roles.value,
    task,
    assumptions: [...roles.value.assumptions, ...(assumption === undefined ? [] : [assumption])],
    remarks: [],
    head: head.value,
    truth: truth.value.columns,
    ...('unmatched' in truth.value && {
      joined: { unmatched: truth.value.unmatched, unmatchedTruth: truth.value.unmatchedTruth },
    }),
  });
}

function noTruth(head: Head): string {
  const known = [...head.keys()].slice(0, 12).join(', ');
  return `no column says what is true, so nothing can be evaluated; name it in \`data.predictions.y_true\`, or the file that has it in \`data.predictions.truth\`. It has ${known}`;
}

/** What a task cannot do without, in a sentence. */
function lackingFor(task: Task, { columns, scores }: Roles): string | undefined {
  const isAny = columns.y_pred ?? columns.y_score;
  if (task === 'ranking') {
    if (!columns.group) return 'a ranking needs the column of the query; name it in `data.predictions.group`';
    return columns.y_score ? undefined : 'a ranking needs scores; name them in `data.predictions.y_score`';
  }
  if (task === 'regression' || task === 'forecasting' || task === 'clustering')
    return columns.y_pred ? undefined : noPrediction('y_pred');
  return isAny || scores.length > 0 ? undefined : noPrediction('y_pred` or `data.predictions.y_score');
}

const noPrediction = (role: string): string =>
  `no column says what was predicted; name it in \`data.predictions.${role}\``;

const LABELLED: ReadonlySet<Task> = new Set(['binary', 'multiclass', 'multilabel', 'clustering']);

/** Truth and predictions of several labels are columns of 0 and 1, or one column of lists. */
function kindOfTruth(task: Task): ColumnKind {
  return LABELLED.has(task) ? 'labels' : 'numbers';
}

function wantedColumns(
  roles: Roles,
  task: Task,
  head: Head,
  truth: JoinedTruth | undefined,
): readonly WantedColumn[] {
  const { columns, scores } = roles;
  const each = (role: keyof Roles['columns'], kind: ColumnKind): WantedColumn[] =>
    (columns[role] ?? []).map(column => ({ name: `${role}:${column}`, of: [column], kind }));
  const kind = kindOfTruth(task);
  const key = keyColumns(roles, task);
  const isProbability =
    task !== 'clustering' && (columns.y_pred ?? []).every(name => head.get(name)?.isProbability);
  return [
    ...each('y_true', kind),
    // Probabilities under the name of predictions are scores.
    ...each('y_pred', kind === 'labels' && isProbability ? 'numbers' : kind),
    ...each('y_score', 'numbers'),
    ...scores.map(({ column }): WantedColumn => ({ name: `score:${column}`, of: [column], kind: 'numbers' })),
    ...(['weight', 'latency', 'cost', 'lower', 'upper', 'horizon'] as const).flatMap(role =>
      each(role, 'numbers'),
    ),
    ...(['split', 'slices', 'group'] as const).flatMap(role => each(role, 'labels')),
    ...each('time', 'times'),
    ...(key ? [{ name: 'id', of: key, kind: 'keys' } satisfies WantedColumn] : []),
    ...(key && columns.split
      ? [{ name: 'id-in-split', of: [...columns.split, ...key], kind: 'keys' } satisfies WantedColumn]
      : []),
    ...(truth ? [{ name: 'join', of: truth.on, kind: 'keys' } satisfies WantedColumn] : []),
  ];
}

/** The columns that tell rows apart: an item of a ranking has its id anew in every query. */
export function keyColumns({ columns }: Roles, task: Task): readonly string[] | undefined {
  if (!columns.id || task !== 'ranking') return columns.id;
  return [...new Set([...(columns.group ?? []), ...columns.id])];
}

/** What tells rows apart: their id, and where the file has several splits, of which each may count its rows anew, their split too. */
export function keysOf({ columns }: ColumnTable): KeyColumn | undefined {
  const key = columns.get('id-in-split') ?? columns.get('id');
  return isKeys(key) ? key : undefined;
}

/** The columns of a role, as they were read. */
export function columnsOf(
  table: ColumnTable,
  { columns }: Roles,
  role: keyof Roles['columns'],
): readonly Column[] {
  return (columns[role] ?? []).flatMap(name => table.columns.get(`${role}:${name}`) ?? []);
}

export const isLabels = (column: Column | undefined): column is LabelColumn => column?.kind === 'labels';
export const isKeys = (column: Column | undefined): column is KeyColumn => column?.kind === 'keys';

export function numbersOf(column: Column | undefined): Float64Array | undefined {
  return column?.kind === 'numbers' ? column.values : undefined;
}

export type { HeadColumn };
