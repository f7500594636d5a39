import type { MetricMatrix } from '../../metrics/table';
import { byTruth, predictedAs, support } from '../../statistics/classification/confusion';
import { averaged, balancedAccuracy, kappa, matthews } from '../../statistics/classification/scores';
import { dice } from '../../statistics/intervals/dice';
import { total } from '../../statistics/sums';
import { confusionOf, whereabouts } from '../counted-rows';
import type { Block, ChartBlock, Figure, TableBlock } from '../document';
import type { ReportFacts } from '../facts';
import { countFigure, figureOf, LEVEL, linkTo, noFigure, shareFigure } from '../figures';
import { formatInterval, formatNumber } from '../format';
import type { MethodId } from '../methods';

/** A larger matrix is told by its mistakes alone. */
const MOST_CLASSES = 40;
const MOST_PAIRS = 10;

/** What a confusion matrix says: of each class, of all, and which classes are taken for one another. */
export function matrixBlocks(facts: ReportFacts, matrix: MetricMatrix, at: number): readonly Block[] {
  if (total(matrix.rows.flat()) === 0) return [];
  const pairs = confusedPairs(facts, matrix, at);
  return [
    ...(matrix.labels.length <= MOST_CLASSES ? [heatmap(facts, matrix, at)] : []),
    classTable(facts, matrix, at),
    recomputed(facts, matrix, at),
    ...(pairs ? [pairs] : []),
  ];
}

function heatmap({ manifest }: ReportFacts, matrix: MetricMatrix, at: number): ChartBlock {
  const { labels, rows } = matrix;
  const title = `Confusion matrix${whereabouts(matrix)}`.replaceAll('`', '');
  const source = linkTo(manifest, matrix.place);
  return {
    kind: 'chart',
    id: `confusion-${at}`,
    title,
    text: 'Rows are the true classes, columns the predicted ones; the colour is the share of the row.',
    chart: {
      kind: 'heatmap',
      rows: { title: 'True class', names: labels },
      columns: { title: 'Predicted class', names: labels },
      cells: rows,
      shares: byTruth(confusionOf(matrix)),
    },
    table: {
      kind: 'table',
      id: `confusion-table-${at}`,
      title,
      columns: [{ title: 'True class' }, ...labels.map(label => ({ title: label, isNumber: true as const }))],
      rows: rows.map((counts, row) => ({
        cells: [labels[row] ?? '', ...counts.map(count => countFigure(count, source))],
      })),
    },
  };
}

function classTable({ manifest }: ReportFacts, matrix: MetricMatrix, at: number): TableBlock {
  const confusion = confusionOf(matrix);
  const [rows, called] = [support(confusion), predictedAs(confusion)];
  const source = linkTo(manifest, matrix.place);
  return {
    kind: 'table',
    id: `classes-${at}`,
    title: `By class${whereabouts(matrix)}`.replaceAll('`', ''),
    columns: [
      { title: 'Class' },
      { title: 'Rows', isNumber: true },
      { title: 'Recall', isNumber: true },
      { title: 'Precision', isNumber: true },
      { title: 'F1', isNumber: true },
    ],
    rows: matrix.labels.map((label, index) => {
      const successes = matrix.rows[index]?.[index] ?? 0;
      const [n = 0, positives = 0] = [rows[index], called[index]];
      return {
        cells: [
          index === matrix.positive ? `${label} (the positive class)` : label,
          countFigure(n, source),
          shareFigure({ successes, n }, { source, method: 'recall' }),
          positives === 0
            ? noFigure('no row was called so')
            : shareFigure({ successes, n: positives }, { source, method: 'precision' }),
          f1Figure(successes, n + positives - successes, source),
        ],
      };
    }),
  };
}

/** F1 of a class: a function of the share of hits among the rows that are or were called so. */
function f1Figure(hits: number, either: number, source: Source): Figure {
  if (either === 0) return noFigure('there are no such rows');
  const { value, low, high } = dice(hits, either, LEVEL);
  const text = formatInterval(low, high);
  const certainty = { low, high, level: LEVEL, method: 'wilson-dice', text } as const;
  return figureOf(value, { n: either, certainty, source, method: 'f1' });
}

type Source = NonNullable<Figure['source']>;

const SEVERAL_COUNTS = 'it is made of several counts; its interval needs the predictions';

const scoreFigure = (value: number, n: number, method: MethodId, source: Source): Figure =>
  figureOf(value, { n, certainty: { none: SEVERAL_COUNTS }, source, method });

function recomputed({ manifest }: ReportFacts, matrix: MetricMatrix, at: number): TableBlock {
  const confusion = confusionOf(matrix);
  const source = linkTo(manifest, matrix.place);
  const n = total(matrix.rows.flat());
  const successes = total(matrix.rows.map((row, index) => row[index] ?? 0));
  const score = (value: number, method: MethodId): Figure => scoreFigure(value, n, method, source);
  const [macro, weighted] = [averaged(confusion, 'macro'), averaged(confusion, 'weighted')];
  return {
    kind: 'table',
    id: `recomputed-${at}`,
    title: `Recomputed from the confusion matrix${whereabouts(matrix)}`.replaceAll('`', ''),
    columns: [{ title: 'Score' }, { title: 'Value', isNumber: true }],
    rows: [
      {
        cells: [
          'Accuracy, which is also the micro average',
          shareFigure({ successes, n }, { source, method: 'accuracy' }),
        ],
      },
      { cells: ['Balanced accuracy', score(balancedAccuracy(confusion).value, 'balanced_accuracy')] },
      { cells: ['F1, all classes alike (macro)', score(macro.f1, 'f1_macro')] },
      { cells: ['F1, classes by their rows (weighted)', score(weighted.f1, 'f1_weighted')] },
      { cells: ['Matthews correlation (MCC)', score(matthews(confusion), 'mcc')] },
      { cells: ['Cohen’s kappa', score(kappa(confusion), 'kappa')] },
    ],
    note: 'What would divide by zero counts as 0, as in scikit-learn.',
  };
}

/** Which classes are taken for which, the most frequent mistakes first; of two classes the matrix says it all. */
function confusedPairs({ manifest }: ReportFacts, matrix: MetricMatrix, at: number): TableBlock | undefined {
  const { labels, rows } = matrix;
  if (labels.length < 3) return undefined;
  const source = linkTo(manifest, matrix.place);
  const pairs = rows
    .flatMap((counts, truth) =>
      counts.flatMap((count, called) => (truth === called || count === 0 ? [] : [{ truth, called, count }])),
    )
    .sort((a, b) => b.count - a.count);
  if (pairs.length === 0) return undefined;
  const more = Math.max(0, pairs.length - MOST_PAIRS);
  return {
    kind: 'table',
    id: `confused-${at}`,
    title: 'Most confused classes',
    columns: [
      { title: 'True class' },
      { title: 'Taken for' },
      { title: 'Rows', isNumber: true },
      { title: 'Share of the true class', isNumber: true },
    ],
    rows: pairs.slice(0, MOST_PAIRS).map(({ truth, called, count }) => ({
      cells: [
        labels[truth] ?? '',
        labels[called] ?? '',
        countFigure(count, source),
        shareFigure({ successes: count, n: total(rows[truth] ?? []) }, { source }),
      ],
    })),
    note: `${formatNumber(total(pairs.map(({ count }) => count)))} mistakes in all.`,
    ...(more > 0 && { more }),
  };
}
