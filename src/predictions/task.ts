import { isCluster } from './aliases';
import type { Task } from './evaluation';
import type { Head, HeadColumn } from './head';
import type { PredictionsRequest } from './request';
import type { Roles } from './roles';

/** The kind of prediction, and what it was told by where nobody said it. */
export interface TaskFound {
  readonly task: Task;
  readonly assumption?: string;
}

/** The kind of prediction that a file holds: as stated, or by its columns and their first values. */
export function taskOf(
  truth: HeadColumn | undefined,
  head: Head,
  roles: Roles,
  { task }: PredictionsRequest,
): TaskFound {
  if (task) return { task };
  const { columns, scores } = roles;
  const [query] = columns.group ?? [];
  const [horizon] = columns.horizon ?? [];
  if ((columns.y_true?.length ?? 0) > 1 || truth?.isList)
    return assumed('multilabel', 'a row has several labels');
  if (horizon !== undefined) return assumed('forecasting', `\`${horizon}\` says how far ahead rows look`);
  if (query !== undefined && IS_QUERY.test(query) && columns.y_score && scores.length === 0)
    return assumed('ranking', `\`${query}\` names queries and scores rank their rows`);
  const [said] = columns.y_pred ?? [];
  if (said !== undefined && isCluster(said)) return assumed('clustering', `\`${said}\` names clusters`);
  return byTruth(truth, head.get(columns.y_pred?.[0] ?? ''), scores.length);
}

function byTruth(
  truth: HeadColumn | undefined,
  predicted: HeadColumn | undefined,
  scores: number,
): TaskFound {
  if (!truth) return assumed(scores > 2 ? 'multiclass' : 'binary', 'there are scores');
  if (truth.distinct.size <= 2 && (!truth.isNumeric || truth.isInteger))
    return assumed('binary', 'the truth has no more than two values');
  if (!truth.isNumeric) return assumed('multiclass', 'the truth is made of words');
  if (scores > 0 || isOfFewClasses(truth, predicted))
    return assumed(
      'multiclass',
      `the truth has ${truth.distinct.size} different whole numbers, which are predicted`,
    );
  return assumed('regression', 'the truth is made of numbers');
}

const WORDS: Readonly<Record<Task, string>> = {
  binary: 'binary classification',
  multiclass: 'multiclass classification',
  multilabel: 'multilabel classification',
  regression: 'regression',
  ranking: 'ranking',
  forecasting: 'forecasting',
  clustering: 'clustering',
};

const assumed = (task: Task, since: string): TaskFound => ({
  task,
  assumption: `It is taken for ${WORDS[task]}, since ${since}; \`task\` in the manifest decides.`,
});

const IS_QUERY = /^(query(_id)?|qid)$/i;

const MOST_NUMBERED_CLASSES = 20;

function isOfFewClasses(truth: HeadColumn, predicted: HeadColumn | undefined): boolean {
  if (!truth.isInteger || truth.distinct.size > MOST_NUMBERED_CLASSES || !predicted?.isInteger) return false;
  return [...predicted.distinct].every(value => truth.distinct.has(value));
}
