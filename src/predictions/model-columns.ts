import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { plainName } from './aliases';
import type { Head } from './head';
import { readHead } from './head';
import type { ColumnReading, UnreadFile } from './read';
import type { ModelRequest, PredictionsRequest, StatedColumns } from './request';

/** Words that say of a column that it is predicted, not by which model. */
const PREDICTED = new Set(['y', 'pred', 'preds', 'prediction', 'predictions', 'predicted', 'hat', 'yhat']);
const SCORED = new Set(['score', 'scores', 'prob', 'proba', 'probability']);

/** The request by the columns that this model's file has. */
export async function withOwnColumns(
  { called, lenient, ...request }: ModelRequest,
  reading: ColumnReading,
): Promise<Result<PredictionsRequest, UnreadFile>> {
  if (called === undefined && !lenient) return ok(request);
  const [file = ''] = request.files;
  const head = await readHead(file, reading);
  if (!head.ok) return head;
  if (called === undefined) return ok({ ...request, columns: thoseIn(head.value, request.columns) });
  const { predicted, scored } = columnsCalled(head.value, called);
  if (predicted === undefined && scored === undefined)
    return fail({ file, reason: `it has no column of predictions that is called like \`${called}\`` });
  const { y_pred: _, y_score: __, scores: ___, ...columns } = request.columns;
  return ok({
    ...request,
    columns: {
      ...columns,
      ...(predicted !== undefined && { y_pred: [predicted] }),
      ...(scored !== undefined && { y_score: [scored] }),
    },
  });
}

/** Stated columns that are there; the others are told by names. */
function thoseIn(head: Head, { scores, ...single }: StatedColumns): StatedColumns {
  const there = Object.entries(single).filter(([, columns]) => columns.every(name => head.has(name)));
  const hasScores = scores?.every(({ column }) => head.has(column)) ?? false;
  return { ...Object.fromEntries(there), ...(hasScores && { scores }) };
}

interface Called {
  readonly predicted?: string;
  readonly scored?: string;
}

/** `y_pred_xgb`, `xgb_proba` and `xgb` itself are called like the model `xgb`. */
export function columnsCalled(head: Head, model: string): Called {
  const name = plainName(model.replace(/\.[a-z0-9]{1,8}$/i, ''));
  const called = [...head.values()].filter(column => without(column.name) === name);
  const isScore = ({ name: own, isProbability }: (typeof called)[number]): boolean =>
    isProbability || words(own).some(word => SCORED.has(word));
  const [predicted, scored] = [called.find(column => !isScore(column)), called.find(isScore)];
  return { ...(predicted && { predicted: predicted.name }), ...(scored && { scored: scored.name }) };
}

const words = (name: string): readonly string[] => plainName(name).split('_');

/** The name without what says only that it is predicted. */
function without(name: string): string {
  return words(name)
    .filter(word => !PREDICTED.has(word) && !SCORED.has(word))
    .join('_');
}
