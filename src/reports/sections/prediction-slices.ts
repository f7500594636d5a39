import type { Fairness, SliceBlock } from '../../predictions/evaluation';
import type { Block, Row, Section, Toned } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';
import { estimateFigure, scoreFigure, titleOf } from '../predictions/figure';
import { TESTS } from '../predictions/tests';

const NUMBER = { isNumber: true } as const;
const SIGNIFICANT = 0.05;
/** The four-fifths rule of the US Uniform Guidelines on Employee Selection Procedures (1978). */
const FOUR_FIFTHS = 0.8;

/** The figures of each slice of the predictions, against the rows outside of it. */
export function predictionSlices({ predictions }: ReportFacts): Section | undefined {
  if (predictions.state !== 'read') return undefined;
  const section = { id: 'prediction-slices', title: 'Slices and fairness, from the predictions' };
  const { slices } = predictions.evaluation;
  if (slices.length === 0) {
    const missing =
      'The file of predictions has no column to break figures down by. Write one into it, such as the country, and name it under `data.slices`.';
    return { ...section, missing, blocks: [] };
  }
  const rows = slices.flatMap(({ slices: own }) => own);
  const unlike = rows.filter(({ difference }) => (difference?.adjusted ?? 1) < SIGNIFICANT).length;
  return {
    ...section,
    summary: `${plural(rows.length, 'slice')} of ${plural(slices.length, 'column')}; ${unlike} different from the other rows beyond chance.`,
    blocks: slices.flatMap((block, at) => blocksOf(block, idOf(slices, at))),
  };
}

/** Columns may have names that differ in nothing but signs that no anchor has. */
function idOf(blocks: readonly SliceBlock[], at: number): string {
  const plain = blocks.map(({ column }) => column.replace(/[^\p{L}\p{N}_-]+/gu, '-'));
  const before = plain.slice(0, at).filter(one => one === plain[at]).length;
  return `prediction-slices-${plain[at] ?? ''}${before > 0 ? `-${before + 1}` : ''}`;
}

function blocksOf(block: SliceBlock, id: string): readonly Block[] {
  const { column, slices, left, fairness } = block;
  const metrics = [...new Set(slices.flatMap(({ scores }) => scores.map(({ metric }) => metric)))];
  const rated = slices.some(({ rates }) => rates);
  return [
    {
      kind: 'table',
      id,
      title: `By ${column}`,
      columns: [
        { title: column },
        { title: 'Rows', ...NUMBER },
        ...metrics.map(metric => ({ title: titleOf({ metric }), ...NUMBER })),
        ...(rated
          ? [
              { title: 'Called positive', ...NUMBER },
              { title: 'False positive rate', ...NUMBER },
            ]
          : []),
        { title: 'p, adjusted', ...NUMBER },
      ],
      rows: slices.map((slice): Row => ({
        cells: [
          slice.value,
          formatNumber(slice.n),
          ...metrics.map(metric => {
            const score = slice.scores.find(one => one.metric === metric);
            return score ? scoreFigure(score) : '—';
          }),
          ...(rated
            ? [
                slice.rates ? estimateFigure(slice.rates.selection) : '—',
                slice.rates ? estimateFigure(slice.rates.falsePositiveRate) : '—',
              ]
            : []),
          slice.difference ? pText(slice.difference.adjusted) : '—',
        ],
        ...((slice.difference?.adjusted ?? 1) < SIGNIFICANT && { tone: 'undecided' as const }),
      })),
      note: `p: each slice against all other rows, by ${testsIn(slices)}, adjusted for all slices by Holm’s method.`,
      ...(left > 0 && { more: left }),
    },
    ...(fairness ? [fairnessBlock(fairness)] : []),
  ];
}

/** How the slices were compared: `accuracy (Pearson’s chi-squared test)`. */
function testsIn(slices: SliceBlock['slices']): string {
  const said = slices.flatMap(({ difference }) =>
    difference ? [`${titleOf(difference)} (${TESTS[difference.test]})`] : [],
  );
  return [...new Set(said)].join(' and ') || 'the first figure';
}

export const pText = (p: number): string => (Number.isNaN(p) ? '—' : p < 0.001 ? '< 0.001' : p.toFixed(3));

function fairnessBlock(fairness: Fairness): Block {
  const { demographicParityRatio: ratio, equalizedOdds, lowest, highest, gap } = fairness;
  const mayBeChance = (gap.interval?.low ?? 0) <= 0;
  return {
    kind: 'facts',
    facts: [
      { name: `Share called positive, ${highest} less ${lowest}`, value: estimateFigure(gap) },
      {
        name: 'Lowest share called positive over the highest',
        value: ratioWord(ratio, mayBeChance),
      },
      {
        name: 'Equalized odds: the larger gap of true and false positive rates',
        value: formatNumber(equalizedOdds),
      },
    ],
  };
}

/** The ratio against the four fifths; it condemns only what is more than chance. */
function ratioWord(ratio: number, mayBeChance: boolean): Toned {
  const text = formatNumber(ratio);
  if (!(ratio < FOUR_FIFTHS)) return { kind: 'word', text, tone: 'quiet' };
  return mayBeChance
    ? {
        kind: 'word',
        text: `${text}, under four fifths, but the difference may be chance`,
        tone: 'undecided',
      }
    : { kind: 'word', text: `${text}, under four fifths`, tone: 'bad' };
}
