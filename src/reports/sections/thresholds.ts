import type { BinaryBlock, CostBlock } from '../../predictions/evaluation';
import type { Block, Section } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, withUnit } from '../format';
import { estimateFigure, evaluationIn, lacking } from '../predictions/figure';

const NUMBER = { isNumber: true } as const;

/** What calling rows positive from another score up would change, and cost. */
export function thresholds(facts: ReportFacts): Section {
  const section = { id: 'thresholds', title: 'Threshold and cost' };
  const found = evaluationIn(facts, 'Weighing thresholds');
  if ('missing' in found) return lacking(section.id, section.title, found.missing);
  const { binary, cost } = found.evaluation;
  if (!binary || binary.thresholds.length === 0)
    return lacking(
      section.id,
      section.title,
      'Thresholds need two classes and the score of the positive one, `y_score`.',
    );
  return {
    ...section,
    summary: cost
      ? costSummary(cost)
      : 'What an error costs is not said; `problem.cost` in the manifest says it.',
    blocks: [...(cost ? costBlocks(cost) : []), thresholdTable(binary, cost)],
  };
}

const NOT_TO_CHOOSE =
  'A threshold that is chosen on these rows looks better on them than it is: choose it on validation rows.';

function costSummary({ current, best, unit }: CostBlock): string {
  return `1,000 rows cost ${withUnit(current.value, unit)}; the cheapest threshold on these very rows would cost ${withUnit(best.cost, unit)}.`;
}

/** Above all scores there is no number to name. */
const fromUp = (threshold: number): string =>
  Number.isFinite(threshold) ? `from ${formatNumber(threshold)} up` : 'calling no row positive';

function costBlocks(cost: CostBlock): readonly Block[] {
  const { unit, curve, current, best, theoretical, allPositive, nonePositive } = cost;
  const amount = (value: number): string => withUnit(value, unit);
  return [
    {
      kind: 'facts',
      facts: [
        {
          name: 'Cost of 1,000 rows, as predicted',
          value: estimateFigure(current, undefined, undefined, unit),
        },
        {
          name: 'Cheapest on these rows',
          value: `${amount(best.cost)}, ${fromUp(best.threshold)}`,
        },
        ...(theoretical
          ? [
              {
                name: 'By the costs alone, if calibrated',
                value: `${amount(theoretical.cost)}, from ${formatNumber(theoretical.threshold)} up`,
              },
            ]
          : []),
        { name: 'Calling every row positive', value: amount(allPositive) },
        { name: 'Calling no row positive', value: amount(nonePositive) },
      ],
    },
    ...(curve.x.length < 2
      ? []
      : [
          {
            kind: 'chart',
            id: 'cost-curve',
            title: 'Cost by threshold',
            text: `The cost of 1,000 rows by the threshold: ${formatNumber(cost.falsePositive)} for a false alarm, ${formatNumber(cost.falseNegative)} for a miss. ${NOT_TO_CHOOSE}`,
            chart: {
              kind: 'lines',
              x: { title: 'Threshold' },
              y: { title: unit === undefined ? 'Cost of 1,000 rows' : `Cost of 1,000 rows, ${unit}` },
              lines: [{ name: 'cost', x: curve.x, y: curve.y }],
            },
            table: {
              kind: 'table',
              id: 'cost-curve-table',
              title: 'Cost by threshold',
              columns: [
                { title: 'Threshold', ...NUMBER },
                { title: 'Cost of 1,000 rows', ...NUMBER },
              ],
              rows: curve.x
                .map((x, at) => ({ cells: [formatNumber(x), amount(curve.y[at] ?? NaN)] }))
                .filter((_, at) => at % Math.max(1, Math.ceil(curve.x.length / 12)) === 0),
            },
          } as const,
        ]),
  ];
}

function thresholdTable({ thresholds: rows }: BinaryBlock, cost: CostBlock | undefined): Block {
  return {
    kind: 'table',
    id: 'thresholds-table',
    title: 'Thresholds',
    columns: [
      { title: 'From', ...NUMBER },
      { title: 'Precision', ...NUMBER },
      { title: 'Recall', ...NUMBER },
      { title: 'F1', ...NUMBER },
      { title: 'False alarms', ...NUMBER },
      { title: 'Misses', ...NUMBER },
      ...(cost ? [{ title: 'Cost of 1,000 rows', ...NUMBER }] : []),
    ],
    rows: rows.map(({ threshold, precision, recall, f1, fp, fn, cost: own }) => ({
      cells: [
        formatNumber(threshold),
        estimateFigure(precision, undefined, 'precision'),
        estimateFigure(recall, undefined, 'recall'),
        estimateFigure(f1, undefined, 'f1'),
        formatNumber(fp),
        formatNumber(fn),
        ...(cost
          ? [own === undefined ? '—' : estimateFigure(own, undefined, 'cost-of-errors', cost.unit)]
          : []),
      ],
    })),
    note: NOT_TO_CHOOSE,
  };
}
