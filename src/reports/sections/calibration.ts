import type { CalibrationBinning, CalibrationBlock } from '../../predictions/evaluation';
import type { Block, Section } from '../document';
import type { ReportFacts } from '../facts';
import { formatInterval, formatNumber } from '../format';
import { endOf, estimateFigure, evaluationIn, lacking } from '../predictions/figure';

const NUMBER = { isNumber: true } as const;
const NO_PROBABILITIES =
  'Calibration needs probabilities between 0 and 1. Write them into the file of predictions, as `y_score` or one column `proba_…` for each class.';

/** Are rows with a probability of 0.3 positive in 3 of 10 cases? */
export function calibration(facts: ReportFacts): Section {
  const section = { id: 'calibration', title: 'Calibration' };
  const found = evaluationIn(facts, 'Calibration');
  if ('missing' in found) return lacking(section.id, section.title, found.missing);
  const { calibration: block } = found.evaluation;
  if (!block) return lacking(section.id, section.title, NO_PROBABILITIES);
  const [first] = block.binnings;
  return {
    ...section,
    ...(first && { summary: summaryOf(first) }),
    blocks: [
      ...(first ? [diagram(block, first)] : []),
      errorTable(block),
      {
        kind: 'facts',
        facts: [
          { name: 'Reliability (0 is best)', value: formatNumber(block.decomposition.reliability) },
          { name: 'Resolution (more is better)', value: formatNumber(block.decomposition.resolution) },
          { name: 'Uncertainty of the rows', value: formatNumber(block.decomposition.uncertainty) },
        ],
      },
    ],
  };
}

function summaryOf({ expectedError, chance, bins }: CalibrationBinning): string {
  const beyond = expectedError > chance.quantile;
  return `The expected calibration error is ${formatNumber(expectedError)} with ${bins.length} bins; ${beyond ? 'more than' : 'no more than'} exact probabilities would show by chance (${formatNumber(chance.quantile)}).`;
}

function diagram({ of }: CalibrationBlock, { bins }: CalibrationBinning): Block {
  const what = of === 'positive' ? 'Share of positive rows' : 'Share of rows predicted right';
  const x = bins.map(({ predicted }) => predicted);
  return {
    kind: 'chart',
    id: 'reliability-diagram',
    title: 'Reliability diagram',
    text: `${what} over the mean probability, in bins of equal numbers of rows, with 95 % intervals. On the broken line probabilities are right.`,
    chart: {
      kind: 'lines',
      x: { title: 'Mean probability', domain: [0, 1] },
      y: { title: what, domain: [0, 1] },
      lines: [
        {
          name: 'observed',
          x,
          y: bins.map(({ observed }) => observed.value),
          low: bins.map(({ observed }) => endOf(observed, 'low')),
          high: bins.map(({ observed }) => endOf(observed, 'high')),
          shape: 'dots-and-line',
        },
        { name: 'perfect', x: [0, 1], y: [0, 1], isReference: true },
      ],
    },
    table: {
      kind: 'table',
      id: 'reliability-table',
      title: 'Reliability',
      columns: [
        { title: 'Mean probability', ...NUMBER },
        { title: what, ...NUMBER },
        { title: 'Rows', ...NUMBER },
        { title: 'By chance', ...NUMBER },
      ],
      rows: bins.map(({ predicted, observed, nullLow, nullHigh }) => ({
        cells: [
          formatNumber(predicted),
          estimateFigure(observed),
          formatNumber(observed.n),
          formatInterval(nullLow, nullHigh),
        ],
        ...((observed.value < nullLow || observed.value > nullHigh) && { tone: 'undecided' as const }),
      })),
      note: 'By chance: where 95 % of the shares would lie if every probability were right and rows independent.',
    },
  };
}

function errorTable({ binnings }: CalibrationBlock): Block {
  return {
    kind: 'table',
    id: 'calibration-errors',
    title: 'Calibration error',
    columns: [
      { title: 'Bins' },
      { title: 'Expected error', ...NUMBER },
      { title: 'Largest error', ...NUMBER },
      { title: 'Expected by chance, 95 %', ...NUMBER },
    ],
    rows: binnings.map(({ binning, bins, asked, expectedError, maximumError, chance }) => ({
      cells: [
        `${bins.length} of ${asked}, ${binning === 'uniform' ? 'of equal width' : 'of equal numbers of rows'}`,
        formatNumber(expectedError),
        formatNumber(maximumError),
        formatNumber(chance.quantile),
      ],
    })),
    note: `The error depends on the bins, and is too large for few rows: compare it with what chance alone would show (${binnings[0]?.chance.replicates ?? 0} draws, seed ${binnings[0]?.chance.seed ?? 0}).`,
  };
}
