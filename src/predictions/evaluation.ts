import type { SplitRole } from '../base/declarations';
import type { RowPlace } from '../data/profile';
import type { IntervalMethod, MetricId } from './methods';

/**
 * What a file of predictions says, computed afresh from its rows: plain data, complete, small enough to be sent between
 * threads and to be drawn as it is. Curves are thinned for drawing; no number is computed from what was thinned.
 */
export interface Evaluation {
  readonly task: Task;
  /** Absolute paths, the file of truth included where it is another. */
  readonly files: readonly string[];
  /** Which column is what, and who says so. */
  readonly roles: readonly RoleSource[];
  /** What was taken for granted since nobody said it, a sentence each: the task, the positive class, the threshold. */
  readonly assumptions: readonly string[];
  /** What is odd about the rows, a sentence each, with the row where it first shows. */
  readonly remarks: readonly Remark[];
  readonly rows: RowCounts;
  /** The rows that every figure outside of `splits` rests on. */
  readonly scope: Scope;
  readonly scores: readonly Score[];
  /** What answering the same for every row would score: the most frequent class, the prior, the mean. */
  readonly baselines: readonly Score[];
  readonly classes?: ClassBlock;
  readonly binary?: BinaryBlock;
  readonly regression?: RegressionBlock;
  readonly labels?: readonly LabelRow[];
  readonly ranking?: RankingBlock;
  readonly clusters?: ClusterBlock;
  readonly forecast?: ForecastBlock;
  readonly splits: readonly SplitScores[];
  readonly gaps: readonly Gap[];
  readonly slices: readonly SliceBlock[];
  readonly calibration?: CalibrationBlock;
  readonly cost?: CostBlock;
  readonly errors: ErrorBlock;
  /** Another model on the same rows. */
  readonly rival?: RivalBlock;
  readonly latency?: readonly QuantileScore[];
  /** Of which column, and of how many rows; quantiles that so few rows do not have are left out. */
  readonly latencyOf?: { readonly column: string; readonly n: number };
  /** The mean cost of one prediction. */
  readonly unitCost?: Estimated;
}

export const TASKS = [
  'binary',
  'multiclass',
  'multilabel',
  'regression',
  'ranking',
  'forecasting',
  'clustering',
] as const;
export type Task = (typeof TASKS)[number];

/** What a column can be for. */
export const ROLES = [
  'y_true',
  'y_pred',
  'y_score',
  'scores',
  'weight',
  'group',
  'split',
  'time',
  'slices',
  'latency',
  'cost',
  'id',
  'lower',
  'upper',
  'horizon',
] as const;
export type Role = (typeof ROLES)[number];

export interface RoleSource {
  readonly role: Role;
  readonly columns: readonly string[];
  /** `name`: nobody said it, and the column is called like one; `values`: it holds such values. */
  readonly by: 'manifest' | 'name' | 'values';
}

export interface Remark {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: RemarkCode;
  /** A sentence, with the number that triggered it. */
  readonly message: string;
  /** The first row that shows it. */
  readonly place?: RowPlace;
}

export type RemarkCode =
  | 'no-label'
  | 'no-prediction'
  | 'not-a-number'
  | 'score-outside'
  | 'score-turned'
  | 'duplicate-id'
  | 'unmatched'
  | 'labels-differ'
  | 'mixed-labels'
  | 'short-rows'
  | 'few-rows'
  | 'few-groups'
  | 'one-class'
  | 'not-computed'
  | 'slices-left-out'
  | 'mape-near-zero'
  | 'threshold-chosen-here'
  | 'train-rows';

/** Every row that was read is in exactly one of the others. */
export interface RowCounts {
  readonly read: number;
  readonly used: number;
  readonly withoutLabel: number;
  readonly withoutPrediction: number;
  /** Of rows that are joined by a key: those without a partner in the other file. */
  readonly unmatched: number;
  /** Rows of the file of truth that no prediction is for. */
  readonly unmatchedTruth: number;
}

export interface Scope {
  /** The split whose rows count, where the file has several. */
  readonly split?: string;
  readonly n: number;
  /** Groups of rows that belong together, where a column says so. */
  readonly groups?: number;
}

/** A number with how sure it is; exactly one of `interval` and `noInterval` is there. */
export interface Estimated {
  readonly value: number;
  /** Rows that it rests on. */
  readonly n: number;
  readonly interval?: Bounds;
  /** A clause: why there is none. */
  readonly noInterval?: string;
  /** Of a share of rows. */
  readonly counts?: { readonly successes: number; readonly n: number };
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** 0.95. */
  readonly level: number;
  readonly method: IntervalMethod;
  /** Of a bootstrap: how often rows were drawn, and from which seed. */
  readonly replicates?: number;
  readonly seed?: number;
}

export interface Score extends Estimated {
  readonly metric: MetricId;
  /** Of a metric that is known for each class: which. */
  readonly class?: string;
}

/** How rows of each class (first index) were predicted (second index). */
export interface ClassBlock {
  /** By their frequency, at most {@link MOST_CLASSES}; the others are together in the last, `other`. */
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
  /** The counts are sums of the rows' weights. */
  readonly weighted?: true;
  readonly perClass: readonly ClassRow[];
  /** Pairs that are taken for each other most often. */
  readonly confused: readonly { readonly truth: string; readonly predicted: string; readonly rows: number }[];
  /** How many classes occur. */
  readonly all: number;
}

export const MOST_CLASSES = 50;

export interface ClassRow {
  readonly label: string;
  /** Rows of the class. */
  readonly support: number;
  readonly predicted: number;
  readonly precision: Estimated;
  readonly recall: Estimated;
  readonly f1: Estimated;
}

export interface BinaryBlock {
  readonly positive: string;
  readonly negative: string;
  readonly positives: number;
  readonly negatives: number;
  /** At or above which a score is called positive, where the file has no predicted class. */
  readonly threshold?: number;
  readonly roc?: Curve;
  readonly precisionRecall?: Curve;
  /** Share of rows, by falling score (x), against the share of positive rows among them (y). */
  readonly gains?: Curve;
  readonly thresholds: readonly ThresholdRow[];
}

/** Points in drawing order; both arrays are of equal length. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** How many points there were before it was thinned. */
  readonly of: number;
}

export interface ThresholdRow {
  readonly threshold: number;
  /** Rows, however much they count. */
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  readonly precision: Estimated;
  readonly recall: Estimated;
  readonly f1: Estimated;
  /** With the costs of the manifest: for 1,000 rows. */
  readonly cost?: Estimated;
}

export interface RegressionBlock {
  /** A sample of rows for drawing: x is predicted, y is true less predicted. */
  readonly residuals: Curve;
  /** Quantiles of the residuals (y) against those of a normal distribution (x). */
  readonly normal: Curve;
  /** Errors by tenths of the true value. */
  readonly byTruth: readonly TruthBin[];
  /** How often the truth lies between the predicted bounds. */
  readonly coverage?: Estimated & { readonly nominal?: number };
}

export interface TruthBin {
  readonly from: number;
  readonly to: number;
  readonly mae: Estimated;
  readonly bias: Estimated;
}

export interface LabelRow {
  readonly label: string;
  readonly support: number;
  readonly precision: Estimated;
  readonly recall: Estimated;
  readonly f1: Estimated;
}

/** How classes that were known before (first index) fall into clusters (second index). */
export interface ClusterBlock {
  /** By their number of rows, at most {@link MOST_CLASSES} of both. */
  readonly classes: readonly string[];
  readonly clusters: readonly string[];
  readonly counts: readonly (readonly number[])[];
  /** How many of both there are. */
  readonly allClasses: number;
  readonly allClusters: number;
}

export interface RankingBlock {
  readonly queries: number;
  /** They have no relevant item, and are left out of the means. */
  readonly withoutRelevant: number;
  /** NDCG of single queries, ascending, as quantiles 0, .05 … 1. */
  readonly perQuery: readonly number[];
}

/** Forecasts against repeating the value of a season before, which needs a column of time. */
export interface ForecastBlock {
  /** In rows of a series. */
  readonly season: number;
  /** The mean absolute error of repeating it, and the own one, both of the rows that have such a value. */
  readonly naive?: Estimated;
  readonly beside?: Estimated;
  readonly horizons: readonly HorizonRow[];
}

export interface HorizonRow {
  readonly horizon: number;
  readonly mae: Estimated;
  readonly bias: Estimated;
  readonly mase?: Estimated;
  /** How often the truth lies between the predicted bounds. */
  readonly coverage?: Estimated;
}

export interface SplitScores {
  readonly split: string;
  readonly role: SplitRole;
  readonly n: number;
  readonly scores: readonly Score[];
}

/** How much better a metric is where the model was fitted: first less second. */
export interface Gap extends Estimated {
  readonly metric: MetricId;
  readonly first: string;
  readonly second: string;
}

export interface SliceBlock {
  readonly column: string;
  /** By falling number of rows; at most {@link MOST_SLICES}. */
  readonly slices: readonly SliceRow[];
  /** Values of the column that are not among them. */
  readonly left: number;
  /** Of binary predictions. */
  readonly fairness?: Fairness;
}

export const MOST_SLICES = 30;

export interface SliceRow {
  readonly value: string;
  readonly n: number;
  readonly scores: readonly Score[];
  /** Against all other rows, by the first score. */
  readonly difference?: Difference;
  readonly rates?: GroupRate;
}

export interface Difference {
  readonly metric: MetricId;
  readonly value: number;
  readonly test: TestId;
  readonly p: number;
  /** Adjusted for all slices of all columns by Holm's method. */
  readonly adjusted: number;
}

export type TestId =
  | 'fisher'
  | 'chi-squared'
  | 'welch'
  | 'clustered-t'
  | 'mcnemar-exact'
  | 'mcnemar'
  | 'delong-paired'
  | 'paired-bootstrap'
  | 'paired-t'
  | 'sign'
  | 'wilcoxon'
  | 'diebold-mariano';

export interface GroupRate {
  readonly selection: Estimated;
  readonly truePositiveRate: Estimated;
  readonly falsePositiveRate: Estimated;
  readonly precision: Estimated;
}

export interface Fairness {
  readonly demographicParity: number;
  /** Under 0.8 fails the four-fifths rule. */
  readonly demographicParityRatio: number;
  readonly equalizedOdds: number;
  /** The slices with the lowest and the highest share called positive. */
  readonly lowest: string;
  readonly highest: string;
  /** The interval of the gap between these two. */
  readonly gap: Estimated;
}

export interface CalibrationBlock {
  /** `confidence`: of several classes, the probability of the predicted one against how often it is right. */
  readonly of: 'positive' | 'confidence';
  readonly binnings: readonly CalibrationBinning[];
  /** Brier's score = reliability - resolution + uncertainty, by the bins of the first binning. */
  readonly decomposition: {
    readonly reliability: number;
    readonly resolution: number;
    readonly uncertainty: number;
  };
  readonly n: number;
}

export interface CalibrationBinning {
  readonly binning: 'uniform' | 'equal-mass';
  readonly bins: readonly CalibrationPoint[];
  /** How many were asked for; empty ones are left out. */
  readonly asked: number;
  readonly expectedError: number;
  readonly maximumError: number;
  /** The 95 % quantile of the expected error if the probabilities were exactly right: less is no sign of anything. */
  readonly chance: { readonly quantile: number; readonly replicates: number; readonly seed: number };
}

export interface CalibrationPoint {
  readonly predicted: number;
  readonly observed: Estimated;
  /** Where 95 % of observed shares would lie if the probabilities were exactly right. */
  readonly nullLow: number;
  readonly nullHigh: number;
}

export interface CostBlock {
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly unit?: string;
  /** Threshold (x) against the cost of 1,000 rows (y). */
  readonly curve: Curve;
  /** As the rows are predicted. */
  readonly current: Estimated;
  /** The least cost on these very rows: chosen on them, so too good. */
  readonly best: { readonly threshold: number; readonly cost: number };
  /** `c_fp / (c_fp + c_fn)`, where scores are calibrated probabilities. */
  readonly theoretical?: { readonly threshold: number; readonly cost: number };
  /** Of calling every row positive, and none. */
  readonly allPositive: number;
  readonly nonePositive: number;
}

export interface ErrorBlock {
  /** How many rows are wrong (classes), how many there are (numbers), or how many queries could be ordered better. */
  readonly wrong: number;
  readonly worst: readonly ErrorRow[];
  /** Of rankings: the queries that are ordered worst. */
  readonly queries?: readonly QueryRow[];
  readonly by: 'confidence' | 'absolute-error' | 'order' | 'query';
}

export interface QueryRow {
  /** Its first row. */
  readonly place: RowPlace;
  readonly query: string;
  readonly items: number;
  readonly relevant: number;
  /** The rank of the first relevant item, from 1; of items of one score the last rank that it may have. */
  readonly firstRelevant: number;
  readonly ndcg: number;
}

export interface ErrorRow {
  readonly place: RowPlace;
  readonly truth: string;
  readonly predicted: string;
  /** The score or the probability of what was predicted; the error of a number. */
  readonly amount?: number;
  readonly slices: Readonly<Record<string, string>>;
}

export interface RivalBlock {
  readonly name: string;
  /** Rows that both predict. */
  readonly n: number;
  readonly unmatched: number;
  readonly comparisons: readonly RivalComparison[];
}

export interface RivalComparison extends ModelComparison {
  /** Adjusted for all that is compared at once by Holm's method. */
  readonly adjusted: number;
}

/** Two models by one metric. */
export interface ModelComparison {
  readonly metric: MetricId;
  readonly own: number;
  readonly rival: number;
  /** Own less rival. */
  readonly difference: Estimated;
  readonly test: TestId;
  readonly p: number;
  /** Of forecasts of several horizons: the only one that is compared. */
  readonly horizon?: number;
  /** What the test counts, where it is not rows. */
  readonly unit?: 'query';
  /** Of shares that are right: rows, or queries, that only one of them gets right. */
  readonly discordant?: { readonly onlyOwn: number; readonly onlyRival: number };
}

export interface QuantileScore extends Estimated {
  /** 0.5, 0.9, 0.95, 0.99. */
  readonly quantile: number;
}
