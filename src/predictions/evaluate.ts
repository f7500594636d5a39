import type { Cancellation, LargeFiles } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { holm } from '../statistics/tests/multiple';
import type { Built } from './build-outcomes';
import { buildOutcomes } from './build-outcomes';
import { baselineScores } from './evaluate/baselines';
import { taskBlocks } from './evaluate/blocks';
import { compareModels } from './evaluate/compare';
import type { Context } from './evaluate/context';
import { errorBlock } from './evaluate/errors';
import { latencyScores, unitCost } from './evaluate/service';
import { sliceBlocks } from './evaluate/slices';
import { gapsOf, splitParts } from './evaluate/splits';
import { taskScores } from './evaluate/task-scores';
import type {
  Evaluation,
  ModelComparison,
  Remark,
  RivalBlock,
  RivalComparison,
  Score,
  SplitScores,
} from './evaluation';
import type { Loaded } from './load';
import { columnsOf, load, numbersOf } from './load';
import { contextOf, labelColumns, mainPart } from './main-rows';
import type { UnreadFile } from './read';
import { assumedOf, fewGroups, remarksOn } from './remarks';
import type { PredictionsRequest } from './request';
import { readRival, rivalOutcomes } from './rival';
import { usableRows } from './usable';

export interface Evaluating {
  readonly files: LargeFiles;
  readonly cancellation: Cancellation;
  /** Bytes read since the last call. */
  readonly onBytes: (bytes: number) => void;
  /** Lets a wish to stop be heard. */
  readonly pause: () => Promise<void>;
}

/** Reads predictions and computes everything that they tell. */
export async function evaluate(
  request: PredictionsRequest,
  evaluating: Evaluating,
): Promise<Result<Evaluation, UnreadFile>> {
  const loaded = await load(request, evaluating);
  if (!loaded.ok) return loaded;
  const built = buildOutcomes(loaded.value, request);
  const usable = usableRows(loaded.value, built.outcomes);
  if (usable.rows.length === 0) return fail({ file: request.files[0] ?? '', reason: NOTHING });
  const context = contextOf(loaded.value, evaluating);
  const main = await mainRows(loaded.value, built, usable.rows, request, context);
  const { subset } = main;
  const slices = labelColumns(loaded.value, 'slices');
  const { outcomes } = built;
  const blocks = await taskBlocks(outcomes, subset, context, { task: built.task, request });
  const rival = await rivalBlock({ loaded: loaded.value, built, subset, context }, request, evaluating);
  if (evaluating.cancellation.cancelled) return fail({ file: request.files[0] ?? '', reason: STOPPED });
  const sliced = await sliceBlocks(outcomes, subset, slices, context);
  const { assumptions, remarks } = together(loaded.value, built, [...usable.remarks, ...rival.remarks]);
  return ok({
    task: built.task,
    files: [...request.files, ...(request.truth?.files ?? [])],
    roles: loaded.value.roles.sources,
    assumptions: [
      ...assumptions,
      ...main.assumptions,
      ...seasonAssumed(built, request),
      ...assumedOf(subset, context),
    ],
    remarks: [
      ...remarks,
      ...fewGroups(main.scope.groups, subset.length),
      ...remarksOn(built, subset, main.scores, sliced),
    ],
    rows: usable.counts,
    scope: main.scope,
    scores: main.scores,
    baselines: baselineScores(outcomes, subset, context),
    ...blocks,
    splits: main.splits,
    gaps: gapsOf(main.splits),
    slices: sliced,
    errors: errorBlock(outcomes, subset, { table: loaded.value.table, slices }),
    ...(rival.block && { rival: rival.block }),
    ...serviceOf(loaded.value, subset),
  });
}

function seasonAssumed({ task }: Built, { season }: PredictionsRequest): readonly string[] {
  if (task !== 'forecasting' || season !== undefined) return [];
  return ['A season is taken for a single row; `data.predictions.season` says how many make up one.'];
}

/** Of models that no test can tell apart for want of rows, or by their kind. */
export const NO_TEST = 'no paired test can be made of what both predict';
const NOTHING = 'no row has both a truth and a prediction';
const STOPPED = 'its evaluation was stopped';

function together(loaded: Loaded, built: Built, more: readonly Remark[]) {
  return {
    assumptions: [...loaded.assumptions, ...built.assumptions],
    remarks: [...loaded.remarks, ...built.remarks, ...more],
  };
}

interface MainRows {
  readonly subset: Uint32Array;
  readonly scope: Evaluation['scope'];
  readonly scores: readonly Score[];
  readonly splits: readonly SplitScores[];
  readonly assumptions: readonly string[];
}

/** The rows of the test set where a column tells splits apart, else all of them; and the scores of each split. */
async function mainRows(
  loaded: Loaded,
  built: Built,
  rows: Uint32Array,
  request: PredictionsRequest,
  context: Context,
): Promise<MainRows> {
  const [column] = labelColumns(loaded, 'split').values();
  const parts = column ? splitParts(column, rows, request.splitRoles) : [];
  const main = mainPart(parts);
  const subset = main?.rows ?? rows;
  const options = { task: built.task, season: request.season ?? 1 };
  const scores = await taskScores(built.outcomes, subset, context, options);
  const splits: SplitScores[] = [];
  for (const part of parts) {
    const own = part === main ? scores : await taskScores(built.outcomes, part.rows, context, options);
    splits.push({ split: part.split, role: part.role, n: part.rows.length, scores: own });
  }
  const groups = context.groups && new Set(Array.from(subset, row => context.groups?.[row] ?? -1)).size;
  return {
    subset,
    scores,
    splits,
    scope: {
      n: subset.length,
      ...(main && { split: main.split }),
      ...(groups !== undefined && { groups }),
    },
    assumptions:
      main || parts.length < 2
        ? []
        : ['No split is called test, so all rows count; `data.predictions.roles` says which are.'],
  };
}

interface Evaluated {
  readonly loaded: Loaded;
  readonly built: Built;
  readonly subset: Uint32Array;
  readonly context: Context;
}

async function rivalBlock(
  { loaded, built, subset, context }: Evaluated,
  request: PredictionsRequest,
  evaluating: Evaluating,
): Promise<{ readonly block?: RivalBlock; readonly remarks: readonly Remark[] }> {
  if (!request.rival) return { remarks: [] };
  const rival = await readRival(loaded, request, request.rival, evaluating);
  if (!rival.ok) return { remarks: [notCompared(rival.failure)] };
  const other = rivalOutcomes(built.outcomes, rival.value);
  if (!other) return { remarks: [notCompared({ file: '', reason: 'it holds no prediction of this kind' })] };
  const theirs = new Set(usableRows(loaded, other).rows);
  const both = subset.filter(row => theirs.has(row));
  if (both.length === 0)
    return { remarks: [notCompared({ file: '', reason: 'no row is predicted by both' })] };
  const comparisons = await compareModels(built.outcomes, other, both, context, built.task === 'forecasting');
  if (comparisons.length === 0) return { remarks: [notCompared({ file: '', reason: NO_TEST })] };
  const block = {
    name: request.rival.name,
    n: both.length,
    unmatched: subset.length - both.length,
    comparisons: adjusted(comparisons),
  };
  return { block, remarks: [] };
}

function adjusted(comparisons: readonly ModelComparison[]): readonly RivalComparison[] {
  const all = holm(comparisons.map(({ p }) => p));
  return comparisons.map((comparison, at) => ({ ...comparison, adjusted: all[at] ?? NaN }));
}

function notCompared({ reason }: UnreadFile): Remark {
  const message = `The other model was not compared: ${reason}.`;
  return { severity: 'warning', code: 'not-computed', message };
}

function serviceOf(
  { table, roles }: Loaded,
  subset: Uint32Array,
): Pick<Evaluation, 'latency' | 'latencyOf' | 'unitCost'> {
  const of = (role: 'latency' | 'cost') => {
    const values = numbersOf(columnsOf(table, roles, role)[0]);
    return values && Float64Array.from(subset, row => values[row] ?? NaN).filter(Number.isFinite);
  };
  const [latency, cost] = [of('latency'), of('cost')];
  const mean = cost && unitCost(cost);
  const [column = ''] = roles.columns.latency ?? [];
  return {
    ...(latency && {
      latency: latencyScores(latency),
      latencyOf: { column, n: latency.length },
    }),
    ...(mean && { unitCost: mean }),
  };
}
