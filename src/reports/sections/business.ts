import { capitalised } from '../../base/capitalised';
import { START_OF_FILE } from '../../base/place';
import type { MetricMatrix } from '../../metrics/table';
import { meanOfCounts } from '../../statistics/mean-of-counts';
import { total } from '../../statistics/sums';
import type { Cell as CostCell, StatedCosts } from '../costs';
import { statedCosts } from '../costs';
import { reportedMatrices, whereabouts } from '../counted-rows';
import type { Block, FactBlock, Figure, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, LEVEL, linkTo, noFigure, plainInterval, shareFigure } from '../figures';
import { plural, withUnit } from '../format';
import type { MetricReading } from '../metric-readings';
import { metricReadings } from '../metric-readings';
import { breakEven, returnFigure, stakesOf } from '../worth';
import { labelOf, valueFigure } from './verdict';

/** What it is worth: the indicators of the business, and what right and wrong answers cost. */
export function business(facts: ReportFacts): Section {
  const section = { id: 'business', title: 'What it is worth' };
  const readings = metricReadings(facts);
  const own = readings.filter(({ spec }) => spec.kind === 'business');
  const costs = statedCosts(facts.manifest);
  const reported = reportedMatrices(facts, readings).filter(isBinary);
  const matrices: readonly CostedMatrix[] = reported.length > 0 ? reported : predictedMatrix(facts);
  const blocks: readonly Block[] = [
    ...(own.length > 0 ? [indicators(facts, own)] : []),
    ...(costs ? matrices.flatMap(matrix => costBlocks(facts, matrix, costs)) : []),
  ];
  if (blocks.length === 0) return { ...section, missing: missingText(costs !== undefined), blocks };
  const parts = [
    ...(own.length > 0 ? [plural(own.length, 'indicator')] : []),
    ...(costs && matrices.length > 0 ? ['the cost of errors on the reported rows'] : []),
  ];
  return { ...section, summary: capitalised(`${parts.join(', ')}.`), blocks };
}

const missingText = (hasCosts: boolean): string =>
  hasCosts
    ? 'Errors have a cost, and neither a run nor a file of predictions gives a confusion matrix of two classes to count them by.'
    : 'Nothing says what the model is worth: give a metric `kind: business`, or say in `problem.cost` what errors cost, as in `{ false_positive: 4, false_negative: 120, unit: EUR }`.';

/** A confusion matrix, with why its counts give no interval by formula where they do not. */
interface CostedMatrix extends MetricMatrix {
  readonly whyNone?: string;
  /** Where it comes from, for a sentence. */
  readonly words?: string;
}

/** What the predictions themselves count, where no run reports a matrix. */
function predictedMatrix({ predictions }: ReportFacts): readonly CostedMatrix[] {
  if (predictions.state !== 'read') return [];
  const { classes, binary, scope, files } = predictions.evaluation;
  if (!classes || !binary || classes.labels.length !== 2) return [];
  const isDependent = classes.weighted === true || scope.groups !== undefined;
  const whyNone = 'rows do not count alike or belong together; see the cost under the thresholds';
  return [
    {
      run: files[0] ?? '',
      path: [],
      labels: classes.labels,
      rows: classes.counts,
      positive: classes.labels.indexOf(binary.positive),
      place: { file: files[0] ?? '', range: START_OF_FILE },
      words: ' of the predictions',
      ...(scope.split !== undefined && { split: scope.split }),
      ...(isDependent && { whyNone }),
    },
  ];
}

const isBinary = ({ rows }: MetricMatrix): boolean => rows.length === 2;

function indicators(facts: ReportFacts, own: readonly MetricReading[]): Block {
  return {
    kind: 'table',
    id: 'business-table',
    title: 'Indicators of the business',
    columns: [
      { title: 'Indicator' },
      { title: 'Value', isNumber: true },
      { title: 'Target', isNumber: true },
      { title: 'Verdict' },
      { title: 'Formula or source' },
    ],
    rows: own.map((reading): Row => {
      const { row, spec } = reading;
      return {
        cells: [
          { kind: 'link', text: labelOf(reading), place: row.declared },
          valueFigure(facts, reading),
          row.target?.text ?? '—',
          row.verdict,
          spec.expr === undefined ? (spec.from ?? row.source?.path ?? 'not found') : `\`${spec.expr}\``,
        ],
      };
    }),
  };
}

function costBlocks(facts: ReportFacts, matrix: CostedMatrix, costs: StatedCosts): readonly Block[] {
  const cells = cellsOf(matrix);
  const n = total(Object.values(cells));
  if (n < 2) return [];
  const block: FactBlock = {
    kind: 'facts',
    facts: [
      { name: `Cost of 1,000 rows${whereabouts(matrix)}`, value: costFigure(facts, matrix, costs, c => c) },
      { name: 'Of calling none positive', value: costFigure(facts, matrix, costs, callingNone) },
      { name: 'Of calling all positive', value: costFigure(facts, matrix, costs, callingAll) },
      ...worth(cells, costs, matrix.whyNone),
    ],
  };
  const unsaid = (['fp', 'fn'] as const).filter(cell => costs.cells[cell] === undefined);
  const doubts = [
    ...unsaid.map(
      cell =>
        `the manifest gives ${cell === 'fp' ? 'false positives' : 'false negatives'} no cost, so they count as free`,
    ),
    ...costs.others.map(name => `what \`problem.cost.${name}\` is a cost of is not known`),
  ];
  return [
    {
      kind: 'text',
      text: `By \`problem.cost\` and the confusion matrix${matrix.words ?? whereabouts(matrix)}, as if cases came as in these ${plural(n, 'row')}.`,
    },
    block,
    ...beatenByConstant(matrix, costs),
    ...(doubts.length === 0 ? [] : [{ kind: 'text' as const, text: `Note: ${doubts.join('; ')}.` }]),
  ];
}

type Cells = Readonly<Record<CostCell, number>>;

function cellsOf({ rows, positive = 1 }: MetricMatrix): Cells {
  const at = (truth: number, called: number): number => rows[truth]?.[called] ?? 0;
  const negative = 1 - positive;
  return {
    tp: at(positive, positive),
    fp: at(negative, positive),
    fn: at(positive, negative),
    tn: at(negative, negative),
  };
}

const callingNone = ({ tp, fp, fn, tn }: Cells): Cells => ({ tp: 0, fp: 0, fn: fn + tp, tn: tn + fp });
const callingAll = ({ tp, fp, fn, tn }: Cells): Cells => ({ tp: tp + fn, fp: fp + tn, fn: 0, tn: 0 });

function costFigure(
  { manifest }: ReportFacts,
  matrix: CostedMatrix,
  costs: StatedCosts,
  as: (cells: Cells) => Cells,
): Figure {
  const cells = as(cellsOf(matrix));
  const counted = (['tp', 'fp', 'fn', 'tn'] as const).map(cell => ({
    rows: cells[cell],
    value: 1000 * (costs.cells[cell] ?? 0),
  }));
  const { value, low, high } = meanOfCounts(counted, LEVEL);
  return figureOf(Number(value.toPrecision(4)), {
    unit: costs.unit,
    n: total(Object.values(cells)),
    certainty:
      matrix.whyNone === undefined
        ? { low, high, level: LEVEL, method: 'cost-of-errors', text: plainInterval(low, high) }
        : { none: matrix.whyNone },
    source: linkTo(manifest, matrix.place),
    method: 'cost-of-errors',
  });
}

/** Would it cost less to answer the same for every row? */
function beatenByConstant(matrix: MetricMatrix, costs: StatedCosts): readonly Block[] {
  const cells = cellsOf(matrix);
  const own = costOf(cells, costs);
  const answers = [
    { words: 'none', cost: costOf(callingNone(cells), costs) },
    { words: 'all of them', cost: costOf(callingAll(cells), costs) },
  ];
  const [least] = answers.sort((a, b) => a.cost - b.cost);
  if (!least || least.cost >= own) return [];
  const message = `By these costs it is cheaper to call ${least.words} positive: ${withUnit(least.cost, costs.unit)} for 1,000 rows, against ${withUnit(own, costs.unit)} with the model. Another threshold may do better.`;
  return [{ kind: 'notices', notices: [{ severity: 'warning', message, place: matrix.place }] }];
}

/** Of 1,000 rows like these. */
function costOf(cells: Cells, costs: StatedCosts): number {
  const all = (['tp', 'fp', 'fn', 'tn'] as const).map(cell => cells[cell] * (costs.cells[cell] ?? 0));
  return (1000 * total(all)) / total(Object.values(cells));
}

/** Return on acting, and the precision that it takes, where both kinds of error have a cost. */
function worth(cells: Cells, costs: StatedCosts, whyNone: string | undefined): FactBlock['facts'] {
  const stakes = stakesOf(costs);
  if (!stakes) return [];
  return [
    {
      name: 'Return on investment of acting on positive calls',
      value: returnFigure(cells, stakes, whyNone),
    },
    { name: 'Break-even precision', value: breakEven(stakes) },
    { name: 'Precision', value: precisionOf(cells, whyNone) },
  ];
}

function precisionOf({ tp, fp }: Cells, whyNone: string | undefined): Figure {
  const called = tp + fp;
  if (called === 0) return noFigure('no row was called positive');
  return whyNone === undefined
    ? shareFigure({ successes: tp, n: called }, { method: 'precision' })
    : figureOf(Number((tp / called).toPrecision(4)), { certainty: { none: whyNone }, method: 'precision' });
}
