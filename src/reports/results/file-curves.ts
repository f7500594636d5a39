import type { CurveKind, MetricCurve } from '../../metrics/table';
import type { ChartBlock } from '../document';
import type { ReportFacts } from '../facts';
import { linkTo } from '../figures';
import { formatNumber, plural } from '../format';

/** More curves are left out. */
const MOST_CURVES = 6;
const TABLE_ROWS = 11;
const MOST_POINTS = 400;
const NUMBER = { isNumber: true } as const;

interface Drawn {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly reference?: {
    readonly name: string;
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
}

const DIAGONAL = { x: [0, 1], y: [0, 1] };

const KINDS: Readonly<Record<CurveKind, Drawn>> = {
  roc: {
    title: 'ROC curve',
    x: 'False positive rate',
    y: 'True positive rate',
    reference: { name: 'chance', ...DIAGONAL },
  },
  'precision-recall': { title: 'Precision and recall', x: 'Recall', y: 'Precision' },
  calibration: {
    title: 'Reliability diagram',
    x: 'Mean probability',
    y: 'Share of positive rows',
    reference: { name: 'perfect', ...DIAGONAL },
  },
  det: { title: 'Detection error tradeoff', x: 'False positive rate', y: 'False negative rate' },
};

/** Curves that files hold point by point. How sure they are their points do not tell. */
export function fileCurves({ metrics: { table }, manifest }: ReportFacts): readonly ChartBlock[] {
  return (table.curves ?? []).slice(0, MOST_CURVES).map((curve, at): ChartBlock => {
    const { title, x, y, reference } = KINDS[curve.kind];
    const source = linkTo(manifest, curve.place);
    const { xs, ys } = evenly(curve, MOST_POINTS);
    return {
      kind: 'chart',
      id: `file-curve-${at + 1}`,
      title,
      text: `${y} over ${x.toLowerCase()}, the ${plural(curve.x.length, 'point')} of ${source.text}. No interval: points do not tell the rows behind them.`,
      chart: {
        kind: 'lines',
        x: { title: x, domain: [0, 1] },
        y: { title: y, domain: [0, 1] },
        lines: [
          {
            name: title,
            x: xs,
            y: ys,
            ...(curve.kind === 'calibration' && { shape: 'dots-and-line' as const }),
          },
          ...(reference ? [{ ...reference, isReference: true as const }] : []),
        ],
      },
      table: tableOf(curve, at, title, [x, y]),
    };
  });
}

function tableOf(curve: MetricCurve, at: number, title: string, [x, y]: readonly [string, string]) {
  const { xs, ys } = evenly(curve, TABLE_ROWS);
  return {
    kind: 'table' as const,
    id: `file-curve-${at + 1}-table`,
    title,
    columns: [
      { title: x, ...NUMBER },
      { title: y, ...NUMBER },
    ],
    rows: xs.map((value, index) => ({ cells: [formatNumber(value), formatNumber(ys[index] ?? NaN)] })),
    ...(curve.x.length > xs.length && { more: curve.x.length - xs.length }),
  };
}

/** The first, the last, and evenly spaced points between them. */
function evenly({ x, y }: MetricCurve, most: number): { readonly xs: number[]; readonly ys: number[] } {
  const last = x.length - 1;
  const steps = Math.min(most, x.length);
  const at = [
    ...new Set(
      Array.from({ length: steps }, (_, step) => Math.round((step * last) / Math.max(1, steps - 1))),
    ),
  ];
  return { xs: at.map(index => x[index] ?? NaN), ys: at.map(index => y[index] ?? NaN) };
}
