import type { Pair, PairFacts } from '../../predictions/facts';
import type { Block, Row, Section } from '../document';
import { formatNumber, plural } from '../format';
import { estimateFigure } from '../predictions/figure';
import { comparedTitle, testText } from '../predictions/tests';
import { pText } from '../sections/prediction-slices';

const NUMBER = { isNumber: true } as const;
const SIGNIFICANT = 0.05;

/** Each run against the first on the rows that both predict; one line for each that cannot be. */
export function pairedSection(
  facts: PairFacts,
  [first = '', ...others]: readonly string[],
): Section | undefined {
  const section = { id: 'paired', title: `Paired tests against ${first}` };
  if (others.length === 0) return undefined;
  if (facts.state === 'reading')
    return { ...section, missing: 'The predictions of these runs are being read.', blocks: [] };
  if (facts.state === 'off') return { ...section, missing: reasonLine(first, facts.reason), blocks: [] };
  const pairs = others.map((name, at) => ({ name, pair: facts.others[at] }));
  const known = pairs.flatMap(({ name, pair }) => (pair?.ok ? [{ name, pair: pair.value }] : []));
  const reasons = pairs.flatMap(({ name, pair }) =>
    pair && !pair.ok ? [reasonLine(name, pair.failure)] : [],
  );
  if (known.length === 0) return { ...section, missing: reasons.join(' '), blocks: [] };
  return {
    ...section,
    summary: summaryOf(known, facts.split),
    blocks: [tableOf(known, first), ...reasons.map((text): Block => ({ kind: 'text', text }))],
  };
}

interface Known {
  readonly name: string;
  readonly pair: Pair;
}

const reasonLine = (name: string, reason: string): string =>
  `No paired test of ${name}: ${reason.replace(/\.$/, '')}.`;

function summaryOf(known: readonly Known[], split: string | undefined): string {
  const all = known.flatMap(({ pair }) => pair.comparisons);
  const clear = all.filter(({ adjusted }) => adjusted < SIGNIFICANT).length;
  const of = split === undefined ? 'rows that both predict' : `rows of ${split} that both predict`;
  const verdict =
    clear === 0
      ? 'No difference is'
      : `${plural(clear, 'difference')} of ${all.length} ${clear === 1 ? 'is' : 'are'}`;
  return `${verdict} beyond chance, on the ${of}.`;
}

function tableOf(known: readonly Known[], first: string): Block {
  return {
    kind: 'table',
    id: 'paired-table',
    title: `Paired tests against ${first}`,
    columns: [
      { title: 'Run' },
      { title: 'Figure' },
      { title: first, ...NUMBER },
      { title: 'This run', ...NUMBER },
      { title: 'Difference', ...NUMBER },
      { title: 'p', ...NUMBER },
      { title: 'p, adjusted', ...NUMBER },
      { title: 'Test' },
    ],
    rows: known.flatMap(one => rowsOf(one, first)),
    note: notesOf(known).join(' '),
  };
}

/** Own is the first run, rival the other; differences are told from the first. */
function rowsOf({ name, pair }: Known, first: string): readonly Row[] {
  return pair.comparisons.map(comparison => {
    const { own, rival, difference, p, adjusted } = comparison;
    const { value, interval } = difference;
    const turned = {
      ...difference,
      value: 0 - value,
      ...(interval && { interval: { ...interval, low: 0 - interval.high, high: 0 - interval.low } }),
    };
    return {
      cells: [
        name,
        comparedTitle(comparison),
        formatNumber(own),
        formatNumber(rival),
        estimateFigure(turned),
        pText(p),
        pText(adjusted),
        testText(comparison, first, name),
      ],
    };
  });
}

function notesOf(known: readonly Known[]): readonly string[] {
  const tests = known.reduce((sum, { pair }) => sum + pair.comparisons.length, 0);
  const inOrder = known.filter(({ pair }) => pair.by === 'order').map(({ name }) => name);
  const partly = known.filter(({ pair }) => pair.unmatched > 0);
  return [
    `The tests know that both runs are measured on the same rows; the adjusted p counts all ${tests} of them, by Holm’s method.`,
    ...partly.map(
      ({ name, pair }) =>
        `${formatNumber(pair.unmatched)} rows of the first run are left out for ${name}, which does not predict them.`,
    ),
    ...(inOrder.length > 0
      ? [
          `Rows are taken for the same by their order, for want of an id: ${inOrder.join(', ')} has the same truth in each.`,
        ]
      : []),
  ];
}
