import { agrees } from '../metrics/counts';
import { canonicalName, lastPart, normalName } from '../metrics/names';
import type { MetricMatrix, MetricValue } from '../metrics/table';
import type { ClassScores } from '../statistics/classification/scores';
import {
  accuracy,
  averaged,
  balancedAccuracy,
  kappa,
  matthews,
  perClass,
} from '../statistics/classification/scores';
import { confusionOf } from './counted-rows';

/** A value that does not follow from the confusion matrix beside it. */
export interface Difference {
  readonly value: MetricValue;
  readonly matrix: MetricMatrix;
  /** What follows from the matrix and lies nearest. */
  readonly nearest: number;
}

type Part = 'precision' | 'recall' | 'f1';

/**
 * Values of the same run and split that no reading of a matrix gives: neither for one class nor as an average, within the digits
 * that they are written with. Names that tell nothing of how they are computed are left alone.
 */
export function differencesFrom(matrix: MetricMatrix, values: readonly MetricValue[]): readonly Difference[] {
  return values.flatMap(value => {
    if (!isBeside(matrix, value) || !Number.isFinite(value.value)) return [];
    const candidates = candidatesFor(matrix, value);
    if (candidates.length === 0) return [];
    if (candidates.some(one => agrees(value.raw, value.value, one))) return [];
    const nearest = [...candidates].sort((a, b) => Math.abs(a - value.value) - Math.abs(b - value.value))[0];
    return nearest === undefined ? [] : [{ value, matrix, nearest }];
  });
}

function isBeside(matrix: MetricMatrix, { run, split, slice, name }: MetricValue): boolean {
  const ofClass = slice && Object.keys(slice).length === 1 ? slice['class'] : undefined;
  const isWhole = slice === undefined || (ofClass !== undefined && matrix.labels.includes(ofClass));
  const path = name.split('.').slice(0, -1);
  return (
    isWhole &&
    matrix.run === run &&
    matrix.split === split &&
    matrix.path.length === path.length &&
    matrix.path.every((part, at) => part === path[at])
  );
}

/** All that a metric of this name may be, by the matrix. */
function candidatesFor(matrix: MetricMatrix, { name, slice }: MetricValue): readonly number[] {
  const confusion = confusionOf(matrix);
  const bare = normalName(lastPart(name));
  const [, own = '', by] = /^(precision|recall|f1)(?:_score)?_(macro|micro|weighted)$/.exec(bare) ?? [];
  if (isPart(own) && isAverage(by)) return [averaged(confusion, by)[own]];
  const canonical = canonicalName(lastPart(name));
  const classes = perClass(confusion);
  const label = slice?.['class'];
  if (isPart(canonical)) {
    if (label !== undefined) return pick(classes[matrix.labels.indexOf(label)], canonical);
    const averages = (['macro', 'micro', 'weighted'] as const).map(
      way => averaged(confusion, way)[canonical],
    );
    return [...classes.map(scores => scores[canonical]), ...averages];
  }
  switch (canonical) {
    case 'accuracy':
      return [accuracy(confusion)];
    case 'balanced_accuracy':
      return [balancedAccuracy(confusion).value, balancedAccuracy(confusion).adjusted];
    case 'mcc':
      return [matthews(confusion)];
    case 'kappa':
    case 'cohen_kappa':
      return [kappa(confusion), kappa(confusion, 'quadratic')];
    default:
      return [];
  }
}

const pick = (scores: ClassScores | undefined, part: Part): readonly number[] =>
  scores ? [scores[part]] : [];

const isPart = (name: string): name is Part => ['precision', 'recall', 'f1'].includes(name);

const isAverage = (by: string | undefined): by is 'macro' | 'micro' | 'weighted' => by !== undefined;
