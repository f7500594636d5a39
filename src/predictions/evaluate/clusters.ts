import type { ClusterAgreement } from '../../statistics/clustering/agreement';
import { clusterAgreement, plainAgreement } from '../../statistics/clustering/agreement';
import type { Contingency } from '../../statistics/clustering/contingency';
import type { ClusterBlock, Score } from '../evaluation';
import { MOST_CLASSES } from '../evaluation';
import type { MetricId } from '../methods';
import type { ClusterOutcomes } from '../outcomes';
import type { ClassCells } from './class-counts';
import { classCells, marginsOf, tallied } from './class-counts';
import type { Context } from './context';
import { gatherCodes } from './context';
import { drawnEstimates } from './drawn';

type Drawn = Omit<ClusterAgreement, 'adjustedMutualInformation'>;

const DRAWN: readonly (readonly [MetricId, (of: Drawn) => number])[] = [
  ['adjusted_rand_score', of => of.adjustedRand],
  ['v_measure_score', of => of.vMeasure],
  ['homogeneity_score', of => of.homogeneity],
  ['completeness_score', of => of.completeness],
  ['fowlkes_mallows_score', of => of.fowlkesMallows],
];

/** The figures of two partitions, by their names. */
export const CLUSTER_METRICS: readonly (readonly [MetricId, (of: ClusterAgreement) => number])[] = [
  ...DRAWN,
  ['adjusted_mutual_info_score', of => of.adjustedMutualInformation],
];

const TOO_LONG = 'what chance would share takes too long to compute for every sample of the rows';

/** How far clusters agree with classes that were known before. Every row counts alike. */
export async function clusterScores(
  outcomes: ClusterOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const cells = cellsOf(outcomes, subset);
  const n = subset.length;
  const estimates = await drawnEstimates(subset, context, {
    n: DRAWN.map(() => n),
    of: weights => {
      const agreement = plainAgreement(tableOf(cells, tallied(cells, weights)));
      return DRAWN.map(([, of]) => of(agreement));
    },
  });
  const whole = clusterAgreement(
    gatherCodes(outcomes.truth, subset),
    gatherCodes(outcomes.predicted, subset),
  );
  return [
    ...DRAWN.flatMap(([metric], at): Score[] => {
      const estimate = estimates[at];
      return estimate ? [{ metric, ...estimate }] : [];
    }),
    {
      metric: 'adjusted_mutual_info_score',
      value: whole.adjustedMutualInformation,
      n,
      noInterval: TOO_LONG,
    },
  ];
}

function cellsOf({ truth, predicted, classes, clusters }: ClusterOutcomes, subset: Uint32Array): ClassCells {
  const labels = Math.max(classes.length, clusters.length);
  return classCells(gatherCodes(truth, subset), gatherCodes(predicted, subset), labels);
}

/** The cells that have rows, and the sums of both sides. */
function tableOf(cells: ClassCells, counts: Float64Array): Contingency {
  const { support, said } = marginsOf(cells, counts);
  return {
    n: support.reduce((sum, count) => sum + count, 0),
    cells: Array.from(counts, (count, at) => ({
      count,
      row: cells.truth[at] ?? 0,
      column: cells.predicted[at] ?? 0,
    })).filter(({ count }) => count > 0),
    rows: Array.from(support),
    columns: Array.from(said),
  };
}

/** Which class lies in which cluster. */
export function clusterBlock(outcomes: ClusterOutcomes, subset: Uint32Array): ClusterBlock {
  const cells = cellsOf(outcomes, subset);
  const { support, said } = marginsOf(cells, cells.counts);
  const [classes, clusters] = [byRows(support), byRows(said)];
  const [shownClasses, shownClusters] = [classes, clusters].map(all => all.slice(0, MOST_CLASSES));
  const counts = new Map(
    Array.from(cells.counts, (count, at) => [`${cells.truth[at] ?? 0} ${cells.predicted[at] ?? 0}`, count]),
  );
  return {
    classes: (shownClasses ?? []).map(at => String(outcomes.classes[at] ?? '')),
    clusters: (shownClusters ?? []).map(at => String(outcomes.clusters[at] ?? '')),
    counts: (shownClasses ?? []).map(row =>
      (shownClusters ?? []).map(column => counts.get(`${row} ${column}`) ?? 0),
    ),
    allClasses: classes.length,
    allClusters: clusters.length,
  };
}

/** Those that have rows, by falling number. */
function byRows(counts: Float64Array): readonly number[] {
  return Array.from(counts, (count, at) => ({ count, at }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ at }) => at);
}
