import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Column, ColumnTable, LabelColumn } from './columns';
import type { Head } from './head';
import { readHead } from './head';
import { labelIn } from './families';
import { joinedBy } from './join';
import { alignLabels } from './labels';
import type { Loaded } from './load';
import { isLabels, keyColumns, numbersOf } from './load';
import type { ClassOutcomes, Outcomes } from './outcomes';
import type { ColumnReading, UnreadFile, WantedColumn } from './read';
import { readColumns } from './read';
import type { PredictionsRequest, RivalRequest } from './request';
import { rolesIn } from './roles';
import { rivalSets } from './set-outcomes';

/** What another model said of the same rows, in the order of the table; of several labels a row, a column of each. */
export interface Rival {
  readonly predicted: readonly Column[];
  readonly scores: readonly Column[];
}

/** Reads another model's predictions: from other columns of the same file, or from a file with the same ids. */
export async function readRival(
  loaded: Loaded,
  request: PredictionsRequest,
  rival: RivalRequest,
  reading: ColumnReading,
): Promise<Result<Rival, UnreadFile>> {
  const { files = request.files } = rival;
  const [file = ''] = files;
  const head = await readHead(file, reading);
  if (!head.ok) return head;
  const columns = rivalColumns(head.value, loaded, request, rival);
  if (!columns.ok) return failure(file, columns.failure);
  const ids = rival.files && rivalKey(loaded, head.value);
  if (rival.files && !ids)
    return failure(file, 'its rows can be joined only by an id; name the column in `data.predictions.id`');
  const lacking = ids?.of.find(id => !head.value.has(id));
  if (lacking !== undefined)
    return failure(file, `it has no column \`${lacking}\`, by which its rows are those of the other model`);
  const wanted = wantedOf(columns.value, loaded);
  const key = ids ? [{ name: 'join', of: ids.of, kind: 'keys' } as const] : [];
  const table = await readColumns(files, [...wanted, ...key], reading);
  if (!table.ok) return table;
  const names = wanted.map(({ name }) => name);
  const own = loaded.table.columns.get(ids?.name ?? 'id');
  const matched = ids ? matchedBy(file, loaded.table, own, table.value, names) : table;
  if (!matched.ok) return matched;
  const of = (role: string): readonly Column[] =>
    names.flatMap(name => (name.startsWith(role) ? (matched.value.columns.get(name) ?? []) : []));
  return ok({ predicted: of('pred'), scores: of('score') });
}

/** The columns by which rows are joined: the split too, where both files have it, as each may count its rows anew. */
function rivalKey(
  { roles, task, table }: Loaded,
  head: Head,
): { readonly name: 'id' | 'id-in-split'; readonly of: readonly string[] } | undefined {
  const id = keyColumns(roles, task);
  if (!id) return undefined;
  const split = table.columns.has('id-in-split') ? (roles.columns.split ?? []) : [];
  const hasSplit = split.length > 0 && split.every(name => head.has(name));
  return hasSplit ? { name: 'id-in-split', of: [...split, ...id] } : { name: 'id', of: id };
}

interface RivalColumns {
  readonly said: readonly string[];
  readonly scores: readonly string[];
}

/** As stated; in a file of its own also by name. */
function rivalColumns(
  head: Head,
  { roles: own, task }: Loaded,
  request: PredictionsRequest,
  { files, y_pred: said, y_score: score }: RivalRequest,
): Result<RivalColumns, string> {
  const columns = {
    ...(said !== undefined && { y_pred: [said] }),
    ...(score !== undefined && { y_score: [score] }),
  };
  const { truth: _, ...rest } = request;
  // Columns of one label each are told by those of the truth; else the truth of the other file is of no interest.
  const asked = task === 'multilabel' ? rest : { ...rest, truth: { files: [], on: [] } };
  const roles = rolesIn(head, { ...asked, columns });
  if (!roles.ok) return fail(roles.failure.replace('data.predictions.', 'data.predictions.rival.'));
  const found = files ? roles.value.columns : columns;
  const labels = (own.columns.y_true ?? []).map(labelIn);
  if (task !== 'multilabel' || labels.length < 2)
    return ok({ said: (found.y_pred ?? []).slice(0, 1), scores: (found.y_score ?? []).slice(0, 1) });
  const theirs = (roles.value.columns.y_true ?? []).map(labelIn);
  const inOrder = (names: readonly string[] = []): readonly string[] =>
    names.length === theirs.length ? labels.flatMap(label => names[theirs.indexOf(label)] ?? []) : [];
  return ok({ said: inOrder(found.y_pred), scores: inOrder(found.y_score) });
}

function wantedOf({ said, scores }: RivalColumns, { task }: Loaded): readonly WantedColumn[] {
  const kind = task === 'regression' || task === 'forecasting' ? 'numbers' : 'labels';
  return [
    ...said.map((name, at): WantedColumn => ({ name: `pred:${at}`, of: [name], kind })),
    ...scores.map((name, at): WantedColumn => ({ name: `score:${at}`, of: [name], kind: 'numbers' })),
  ];
}

const failure = (file: string, reason: string): Result<never, UnreadFile> => ({
  ok: false,
  failure: { file, reason },
});

function matchedBy(
  file: string,
  own: ColumnTable,
  id: Column | undefined,
  other: ColumnTable,
  names: readonly string[],
): Result<Pick<ColumnTable, 'columns'>, UnreadFile> {
  const joined = joinedBy(file, { ...own, columns: new Map(id ? [['join', id]] : []) }, other, names);
  if (!joined.ok) return joined;
  const columns = names.map((name, at) => [name, joined.value.columns[at]] as const);
  return ok({ columns: new Map(columns.flatMap(([name, column]) => (column ? [[name, column]] : []))) });
}

/** The same outcomes as the other model sees them; `undefined` where it predicts nothing of the kind. */
export function rivalOutcomes(outcomes: Outcomes, { predicted, scores }: Rival): Outcomes | undefined {
  const [said, score] = [predicted[0], numbersOf(scores[0])];
  switch (outcomes.kind) {
    case 'classes':
      return rivalClasses(outcomes, said, score);
    case 'numbers': {
      const numbers = numbersOf(said);
      return numbers && { ...outcomes, predicted: numbers };
    }
    case 'label-sets':
      return rivalSets(outcomes, { predicted, scores });
    case 'ranked':
      return score && { ...outcomes, score };
    case 'clusters':
      return undefined;
  }
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
