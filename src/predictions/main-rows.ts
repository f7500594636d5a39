import type { LabelColumn } from './columns';
import type { Context } from './evaluate/context';
import type { SplitPart } from './evaluate/splits';
import type { Loaded } from './load';
import { columnsOf, isLabels, numbersOf } from './load';

/** What evaluating needs beside the rows. */
export function contextOf(
  { table, roles, task }: Loaded,
  { cancellation, pause }: Pick<Context, 'cancellation' | 'pause'>,
): Context {
  const groups = columnsOf(table, roles, 'group').find(isLabels)?.codes;
  const weights = numbersOf(columnsOf(table, roles, 'weight')[0]);
  return {
    cancellation,
    pause,
    // The group of a ranking is its query, and that of forecasts a series in time, of which a single one groups nothing.
    ...(groups && task !== 'ranking' && !(task === 'forecasting' && isOne(groups)) && { groups }),
    // Queries count alike, and so do rows of clusters.
    ...(weights &&
      task !== 'ranking' &&
      task !== 'clustering' && { weights: weights.map(value => (value > 0 ? value : 0)) }),
  };
}

const isOne = (codes: Int32Array): boolean => codes.every(code => code === codes[0]);

/** The columns of a role that holds labels, by their names. */
export function labelColumns(
  { table, roles }: Loaded,
  role: 'slices' | 'split',
): ReadonlyMap<string, LabelColumn> {
  const names = roles.columns[role] ?? [];
  return new Map(
    names.flatMap(name => {
      const column = table.columns.get(`${role}:${name}`);
      return isLabels(column) ? [[name, column] as const] : [];
    }),
  );
}

/** The test set; where there is none, the validation set, or the only split that there is. */
export function mainPart(parts: readonly SplitPart[]): SplitPart | undefined {
  const of = (role: SplitPart['role']) => parts.find(part => part.role === role);
  return of('test') ?? of('validation') ?? (parts.length === 1 ? parts[0] : undefined);
}
