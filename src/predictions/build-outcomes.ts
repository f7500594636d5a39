import { classOutcomes } from './class-outcomes';
import type { Remark, Task } from './evaluation';
import type { Loaded } from './load';
import { columnsOf, isLabels, numbersOf } from './load';
import type { Outcomes } from './outcomes';
import type { PredictionsRequest } from './request';
import { setOutcomes } from './set-outcomes';

export interface Built {
  readonly task: Task;
  readonly outcomes: Outcomes;
  readonly assumptions: readonly string[];
  readonly remarks: readonly Remark[];
}

/** What the rows are and were predicted to be, by the task. */
export function buildOutcomes(loaded: Loaded, request: PredictionsRequest): Built {
  const none = { assumptions: [], remarks: [] };
  switch (loaded.task) {
    case 'binary':
    case 'multiclass': {
      const { outcomes, ...built } = classOutcomes(loaded, request);
      return { ...built, outcomes: { kind: 'classes', ...outcomes } };
    }
    case 'multilabel':
      return { task: 'multilabel', remarks: [], ...setOutcomes(loaded, request) };
    case 'clustering':
      return { task: 'clustering', outcomes: clusterOutcomes(loaded), ...none };
    case 'regression':
    case 'forecasting':
      return { task: loaded.task, outcomes: numberOutcomes(loaded), ...none };
    case 'ranking':
      return { task: 'ranking', outcomes: rankedOutcomes(loaded), ...none };
  }
}

const EMPTY = new Float64Array();

function numberOutcomes({ table, roles, truth }: Loaded): Outcomes {
  const [lower, upper, horizon, time] = (['lower', 'upper', 'horizon', 'time'] as const).map(role =>
    numbersOf(columnsOf(table, roles, role)[0]),
  );
  const series = columnsOf(table, roles, 'group').find(isLabels);
  return {
    kind: 'numbers',
    truth: numbersOf(truth[0]) ?? EMPTY,
    predicted: numbersOf(columnsOf(table, roles, 'y_pred')[0]) ?? EMPTY,
    ...(lower && { lower }),
    ...(upper && { upper }),
    ...(horizon && { horizon }),
    ...(time && { time }),
    ...(series && { series: series.codes }),
  };
}

function clusterOutcomes({ table, roles, truth }: Loaded): Outcomes {
  const [classes, clusters] = [truth.find(isLabels), columnsOf(table, roles, 'y_pred').find(isLabels)];
  return {
    kind: 'clusters',
    truth: classes?.codes ?? new Int32Array(),
    classes: classes?.labels ?? [],
    predicted: clusters?.codes ?? new Int32Array(),
    clusters: clusters?.labels ?? [],
  };
}

function rankedOutcomes({ table, roles, truth }: Loaded): Outcomes {
  const query = columnsOf(table, roles, 'group').find(isLabels);
  return {
    kind: 'ranked',
    relevance: numbersOf(truth[0]) ?? EMPTY,
    score: numbersOf(columnsOf(table, roles, 'y_score')[0]) ?? EMPTY,
    query: query?.codes ?? new Int32Array(),
    queries: query?.labels ?? [],
  };
}
