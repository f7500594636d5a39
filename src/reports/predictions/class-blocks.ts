import type { BinaryBlock, ClassBlock, Evaluation } from '../../predictions/evaluation';
import type { Block, ChartBlock, TableBlock } from '../document';
import { formatNumber } from '../format';
import { estimateFigure } from './figure';

const NUMBER = { isNumber: true } as const;

/** The confusion matrix, and each class by itself. */
export function classBlocks(classes: ClassBlock): readonly Block[] {
  const { labels, counts, weighted } = classes;
  const matrix: TableBlock = {
    kind: 'table',
    id: 'predictions-confusion-table',
    title: 'Confusion matrix',
    columns: [{ title: 'True' }, ...labels.map(title => ({ title, ...NUMBER }))],
    rows: labels.map((label, at) => ({ cells: [label, ...(counts[at] ?? []).map(formatNumber)] })),
    note: `Rows are what is true, columns what was predicted.${weighted ? ' Cells are sums of the rows’ weights.' : ''}`,
  };
  return [
    {
      kind: 'chart',
      id: 'predictions-confusion',
      title: 'Confusion matrix',
      text: 'How rows of each class were predicted; the colour is the share of the class.',
      chart: {
        kind: 'heatmap',
        rows: { title: 'True', names: labels },
        columns: { title: 'Predicted', names: labels },
        cells: counts,
      },
      table: matrix,
    },
    perClass(classes),
    ...confused(classes),
  ];
}

function perClass({ perClass: rows }: ClassBlock): TableBlock {
  return {
    kind: 'table',
    id: 'predictions-classes',
    title: 'By class',
    columns: [
      { title: 'Class' },
      { title: 'Rows', ...NUMBER },
      { title: 'Predicted', ...NUMBER },
      { title: 'Precision', ...NUMBER },
      { title: 'Recall', ...NUMBER },
      { title: 'F1', ...NUMBER },
    ],
    rows: rows.map(({ label, support, predicted, precision, recall, f1 }) => ({
      cells: [
        label,
        formatNumber(support),
        formatNumber(predicted),
        estimateFigure(precision, undefined, 'precision'),
        estimateFigure(recall, undefined, 'recall'),
        estimateFigure(f1, undefined, 'f1'),
      ],
    })),
  };
}

/** Of two classes the matrix says it all. */
function confused({ labels, confused: pairs, weighted }: ClassBlock): readonly Block[] {
  if (labels.length < 3 || pairs.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'predictions-confused',
      title: 'Most often taken for another',
      columns: [
        { title: 'True' },
        { title: 'Predicted' },
        { title: weighted ? 'Weight' : 'Rows', ...NUMBER },
      ],
      rows: pairs.map(({ truth, predicted, rows }) => ({ cells: [truth, predicted, formatNumber(rows)] })),
    },
  ];
}

/** ROC, precision over recall, and gains. */
export function curveBlocks({
  roc,
  precisionRecall,
  gains,
  positives,
  negatives,
}: BinaryBlock): readonly Block[] {
  const share = positives / (positives + negatives);
  const diagonal = { name: 'chance', x: [0, 1], y: [0, 1], isReference: true as const };
  return [
    ...(roc
      ? [curve('roc-curve', 'ROC curve', ['False positive rate', 'True positive rate'], roc, diagonal)]
      : []),
    ...(precisionRecall
      ? [
          curve('precision-recall-curve', 'Precision and recall', ['Recall', 'Precision'], precisionRecall, {
            name: 'share of positive rows',
            x: [0, 1],
            y: [share, share],
            isReference: true,
          }),
        ]
      : []),
    ...(gains
      ? [
          curve(
            'gains',
            'Cumulative gains',
            ['Share of rows, highest scores first', 'Share of positive rows found'],
            gains,
            diagonal,
          ),
        ]
      : []),
  ];
}

type Curves = NonNullable<BinaryBlock['roc']>;
type Reference = {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly isReference: true;
};

/** Rows of the table beside a curve. */
const TABLE_ROWS = 11;

function curve(
  id: string,
  title: string,
  [x, y]: readonly [string, string],
  points: Curves,
  reference: Reference,
): ChartBlock {
  const last = points.x.length - 1;
  const at = [
    ...new Set(Array.from({ length: TABLE_ROWS }, (_, step) => Math.round((step * last) / (TABLE_ROWS - 1)))),
  ];
  return {
    kind: 'chart',
    id,
    title,
    text: `${y} over ${x.toLowerCase()}, from ${formatNumber(points.of)} points; the broken line is ${reference.name}.`,
    chart: {
      kind: 'lines',
      x: { title: x, domain: [0, 1] },
      y: { title: y, domain: [0, 1] },
      lines: [{ name: title, x: points.x, y: points.y }, reference],
    },
    table: {
      kind: 'table',
      id: `${id}-table`,
      title,
      columns: [
        { title: x, ...NUMBER },
        { title: y, ...NUMBER },
      ],
      rows: at.map(index => ({
        cells: [formatNumber(points.x[index] ?? NaN), formatNumber(points.y[index] ?? NaN)],
      })),
      ...(points.of > at.length && { more: points.of - at.length }),
    },
  };
}

/** Each label of a set by itself. */
export function labelBlocks({ labels = [] }: Evaluation): readonly Block[] {
  if (labels.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'predictions-labels',
      title: 'By label',
      columns: [
        { title: 'Label' },
        { title: 'Rows', ...NUMBER },
        { title: 'Precision', ...NUMBER },
        { title: 'Recall', ...NUMBER },
        { title: 'F1', ...NUMBER },
      ],
      rows: labels.map(({ label, support, precision, recall, f1 }) => ({
        cells: [
          label,
          formatNumber(support),
          estimateFigure(precision, undefined, 'precision'),
          estimateFigure(recall, undefined, 'recall'),
          estimateFigure(f1, undefined, 'f1'),
        ],
      })),
    },
  ];
}
