import type { Evaluation, Task } from '../evaluation';
import type { ClassOutcomes, Outcomes } from '../outcomes';
import type { PredictionsRequest } from '../request';
import { calibrationBlock } from './calibration';
import { classBlock } from './class-block';
import { clusterBlock } from './clusters';
import type { Context } from './context';
import { gather } from './context';
import { costBlock } from './cost';
import { scoreCurves } from './curves';
import { forecastBlock } from './forecast-block';
import { labelRows } from './multilabel';
import { isBinary } from './quick';
import { rankingScores } from './ranking';
import { regressionBlock } from './regression-block';
import type { BinaryOutcomes, ScoredRows } from './scored-units';
import { scoredRows } from './scored-units';
import { thresholdRows } from './thresholds';

type TaskBlocks = Pick<
  Evaluation,
  | 'classes'
  | 'binary'
  | 'regression'
  | 'labels'
  | 'ranking'
  | 'forecast'
  | 'clusters'
  | 'calibration'
  | 'cost'
>;

/** What only predictions of one kind have. */
export async function taskBlocks(
  outcomes: Outcomes,
  subset: Uint32Array,
  context: Context,
  { task, request }: { readonly task: Task; readonly request: PredictionsRequest },
): Promise<TaskBlocks> {
  switch (outcomes.kind) {
    case 'classes': {
      const classes = await classBlock(outcomes, subset, context);
      const own = isBinary(outcomes)
        ? await binaryBlocks(outcomes, subset, context, request)
        : await confidenceBlocks(outcomes, subset, context);
      return { ...(classes && { classes }), ...own };
    }
    case 'numbers':
      return {
        regression: await regressionBlock(outcomes, subset, context, {
          nominal: request.coverage,
          isForecast: task === 'forecasting',
        }),
        ...(task === 'forecasting' && {
          forecast: await forecastBlock(outcomes, subset, context, request.season ?? 1),
        }),
      };
    case 'label-sets':
      return { labels: await labelRows(outcomes, subset, context) };
    case 'clusters':
      return { clusters: clusterBlock(outcomes, subset) };
    case 'ranked':
      return { ranking: (await rankingScores(outcomes, subset, context)).block };
  }
}

async function binaryBlocks(
  outcomes: BinaryOutcomes,
  subset: Uint32Array,
  context: Context,
  { costs }: PredictionsRequest,
): Promise<TaskBlocks> {
  const rows = scoredRows(outcomes, subset);
  const { isProbability, score } = outcomes;
  const calibration = score && isProbability ? await calibrationOf(rows, context) : undefined;
  const cost = costs && (await costBlock(rows, isProbability, costs, context));
  const curves = score && scoreCurves(rows);
  const positives = rows.truth.reduce((sum, value) => sum + value, 0);
  const name = (at: number): string => String(outcomes.labels[at] ?? 'other');
  return {
    binary: {
      positive: name(outcomes.positive),
      negative: name(outcomes.labels.length > 1 ? 1 - outcomes.positive : -1),
      positives,
      negatives: rows.truth.length - positives,
      ...(outcomes.threshold !== undefined && { threshold: outcomes.threshold }),
      ...curves,
      thresholds: await thresholdRows(rows, subset, isProbability, context, costs),
    },
    ...(calibration && { calibration }),
    ...(cost && { cost }),
  };
}

async function calibrationOf(
  { rows, truth, scores }: ScoredRows,
  context: Context,
): Promise<Evaluation['calibration']> {
  return scores && calibrationBlock({ rows, happened: truth, p: scores }, 'positive', context);
}

/** Of several classes: is the predicted one right as often as its probability says? */
async function confidenceBlocks(
  outcomes: ClassOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<TaskBlocks> {
  const { predicted, proba, score, truth, isProbability } = outcomes;
  if (!predicted || !isProbability) return {};
  const confidence = proba
    ? Float64Array.from(subset, row => proba[predicted[row] ?? -1]?.[row] ?? NaN)
    : score && gather(score, subset);
  if (!confidence) return {};
  const right = Uint8Array.from(subset, row => Number(predicted[row] === truth[row]));
  const forecast = { rows: subset, happened: right, p: confidence };
  const calibration = await calibrationBlock(forecast, 'confidence', context);
  return calibration ? { calibration } : {};
}
