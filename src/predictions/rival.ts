import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Column, ColumnTable, LabelColumn } from './columns';
import type { Head } from './head';
import { readHead } from './head';
import { joinedBy } from './join';
import { alignLabels } from './labels';
import type { Loaded } from './load';
import { isLabels, numbersOf } from './load';
import type { ClassOutcomes, Outcomes } from './outcomes';
import type { ColumnReading, UnreadFile, WantedColumn } from './read';
import { readColumns } from './read';
import type { PredictionsRequest, RivalRequest } from './request';
import { rolesIn } from './roles';

/** What another model said of the same rows, in the order of the table. */
export interface Rival {
  readonly name: string;
  readonly predicted?: Column;
  readonly score?: Column;
}

/** Reads another model's predictions: from other columns of the same file, or from a file with the same ids. */
export async function readRival(
  loaded: Loaded,
  request: PredictionsRequest,
  rival: RivalRequest,
  reading: ColumnReading,
): Promise<Result<Rival, UnreadFile>> {
  const { name, files = request.files } = rival;
  const [file = ''] = files;
  const head = await readHead(file, reading);
  if (!head.ok) return head;
  const columns = rivalColumns(head.value, request, rival);
  if (!columns.ok) return failure(file, columns.failure);
  const ids = rival.files && loaded.roles.columns.id;
  if (rival.files && !ids)
    return failure(file, 'its rows can be joined only by an id; name the column in `data.predictions.id`');
  const lacking = ids?.find(id => !head.value.has(id));
  if (lacking !== undefined)
    return failure(file, `it has no column \`${lacking}\`, by which its rows are those of the other model`);
  const table = await readColumns(files, wantedOf(columns.value, loaded, ids), reading);
  if (!table.ok) return table;
  const matched = ids ? matchedBy(file, loaded.table, table.value) : table;
  if (!matched.ok) return matched;
  const [predicted, score] = [matched.value.columns.get('pred'), matched.value.columns.get('score')];
  return ok({ name, ...(predicted && { predicted }), ...(score && { score }) });
}

interface RivalColumns {
  readonly said?: string;
  readonly score?: string;
}

/** As stated; in a file of its own also by name. */
function rivalColumns(
  head: Head,
  request: PredictionsRequest,
  { files, y_pred: said, y_score: score }: RivalRequest,
): Result<RivalColumns, string> {
  const columns = {
    ...(said !== undefined && { y_pred: [said] }),
    ...(score !== undefined && { y_score: [score] }),
  };
  const roles = rolesIn(head, { ...request, truth: { files: [], on: [] }, columns });
  if (!roles.ok) return fail(roles.failure.replace('data.predictions.', 'data.predictions.rival.'));
  const found = files ? roles.value.columns : columns;
  const [pred, ranked] = [found.y_pred?.[0], found.y_score?.[0]];
  return ok({ ...(pred !== undefined && { said: pred }), ...(ranked !== undefined && { score: ranked }) });
}

function wantedOf(
  { said, score }: RivalColumns,
  { task }: Loaded,
  ids: readonly string[] | undefined,
): readonly WantedColumn[] {
  const kind = task === 'regression' || task === 'forecasting' ? 'numbers' : 'labels';
  return [
    ...(said === undefined ? [] : [{ name: 'pred', of: [said], kind } as const]),
    ...(score === undefined ? [] : [{ name: 'score', of: [score], kind: 'numbers' } as const]),
    ...(ids ? [{ name: 'join', of: ids, kind: 'keys' } as const] : []),
  ];
}

const failure = (file: string, reason: string): Result<never, UnreadFile> => ({
  ok: false,
  failure: { file, reason },
});

function matchedBy(
  file: string,
  own: ColumnTable,
  other: ColumnTable,
): Result<Pick<ColumnTable, 'columns'>, UnreadFile> {
  const names = ['pred', 'score'].filter(name => other.columns.has(name));
  const id = own.columns.get('id');
  const joined = joinedBy(file, { ...own, columns: new Map(id ? [['join', id]] : []) }, other, names);
  if (!joined.ok) return joined;
  return ok({
    columns: new Map(
      names.flatMap((name, at) => {
        const column = joined.value.columns[at];
        return column ? [[name, column] as const] : [];
      }),
    ),
  });
}

/** The same outcomes as the other model sees them; `undefined` where it predicts nothing of the kind. */
export function rivalOutcomes(outcomes: Outcomes, { predicted, score }: Rival): Outcomes | undefined {
  if (outcomes.kind === 'classes') return rivalClasses(outcomes, predicted, numbersOf(score));
  if (outcomes.kind !== 'numbers') return undefined;
  const numbers = numbersOf(predicted);
  return numbers && { ...outcomes, predicted: numbers };
}

function rivalClasses(
  { kind, labels, truth, positive, threshold }: ClassOutcomes,
  said: Column | undefined,
  score: Float64Array | undefined,
): ClassOutcomes | undefined {
  const known: LabelColumn = { kind: 'labels', codes: truth, labels };
  const isProbability = score?.every(value => Number.isNaN(value) || (value >= 0 && value <= 1)) ?? false;
  const given = { kind, positive, isProbability, ...(score && positive !== undefined && { score }) };
  if (isLabels(said)) {
    const aligned = alignLabels([known, said]);
    const [codes, own] = aligned.columns;
    const place = positive === undefined ? undefined : aligned.labels.indexOf(labels[positive] ?? '');
    const { positive: _, ...rest } = given;
    if (!codes || !own) return undefined;
    return {
      ...rest,
      labels: aligned.labels,
      truth: codes,
      predicted: own,
      ...(place !== undefined && place >= 0 && { positive: place }),
    };
  }
  if (!score || positive === undefined) return undefined;
  const cut = threshold ?? (isProbability ? 0.5 : undefined);
  return {
    kind,
    labels,
    truth,
    positive,
    score,
    isProbability,
    ...(cut !== undefined && {
      predicted: Int32Array.from(score, value =>
        Number.isNaN(value) ? -1 : value >= cut ? positive : 1 - positive,
      ),
    }),
  };
}
