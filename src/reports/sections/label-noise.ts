import { canonicalName } from '../../metrics/names';
import { noiseFromAgreement, reachableAccuracy, trueAccuracy } from '../../statistics/label-noise';
import { wilson } from '../../statistics/intervals/wilson';
import type { Block, Certainty, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, LEVEL, linkTo, shareFigure } from '../figures';
import { formatInterval, formatNumber, plural } from '../format';
import { metricReadings } from '../metric-readings';
import type { Ceiling } from '../warnings/of-data';
import { ceilingOf } from '../warnings/of-data';

/** What no model can honestly score, since labels are wrong now and then: from how far annotators agree. */
export function labelNoise(facts: ReportFacts): Section {
  const section = { id: 'label-noise', title: 'What the labels allow' };
  const ceiling = ceilingOf(facts);
  if (!ceiling) return { ...section, missing: missingText(facts), blocks: [] };
  const { pairs, agreeing, noise, reachable } = ceiling;
  const source = fieldLink(facts);
  const blocks: readonly Block[] = [
    {
      kind: 'facts',
      facts: [
        {
          name: 'Annotators agree',
          value: shareFigure({ successes: agreeing, n: pairs }, source && { source }),
        },
        { name: 'Labels that are wrong', value: noiseFigure(ceiling, noise, x => x) },
        {
          name: 'Highest accuracy that can be shown',
          value: noiseFigure(ceiling, reachable, reachableAccuracy),
        },
      ],
    },
    ...accuracyTable(facts, ceiling),
    {
      kind: 'text',
      text: 'This supposes that mistakes are independent, and alike for all classes and annotators. They seldom are: take it for an order of magnitude.',
    },
  ];
  return {
    ...section,
    summary: `By ${plural(pairs, 'pair')} of labels, about ${formatNumber(Number((100 * noise).toPrecision(2)))} % of labels are wrong, and no accuracy above ${formatNumber(Number(reachable.toFixed(3)))} can be shown.`,
    blocks,
  };
}

function missingText({ manifest, data }: ReportFacts): string {
  if (manifest.data.annotators.length < 2)
    return 'How often labels are wrong is not known: name the columns of two annotators in `data.annotators`.';
  if (data.state === 'reading') return 'The data files are still being read.';
  if (data.state === 'off') return data.reason;
  return data.profile.agreement
    ? 'Annotators agree no more often than by chance, so how many labels are wrong cannot be told.'
    : 'No row has the labels of two annotators.';
}

function fieldLink({ manifest }: ReportFacts) {
  const range = manifest.fields.get('data.annotators')?.range;
  return range && linkTo(manifest, { file: manifest.file, range });
}

/** The interval of what follows from the agreement follows from that of the agreement, as the one falls when the other rises. */
function noiseFigure({ pairs, agreeing, labels }: Ceiling, value: number, of: (noise: number) => number) {
  const { low, high } = wilson(agreeing, pairs, LEVEL);
  const ends = [low, high].map(agreement => of(noiseFromAgreement(agreement, Math.max(2, labels))));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const certainty: Certainty = Number.isNaN(least)
    ? { none: 'the agreement may as well be that of chance' }
    : { low: least, high: most, level: LEVEL, method: 'label-noise', text: formatInterval(least, most) };
  return figureOf(value, { n: pairs, certainty, method: 'label-noise' });
}

function accuracyTable(facts: ReportFacts, { noise, labels }: Ceiling): readonly Block[] {
  const rows = metricReadings(facts).flatMap(({ spec, row, measured }): readonly Row[] => {
    if (canonicalName(spec.name) !== 'accuracy' || !measured) return [];
    const classes = Math.max(2, labels);
    const truth = trueAccuracy(measured.value, noise, classes);
    return [
      {
        cells: [
          row.name,
          figureOf(measured.value, { certainty: { none: 'see the verdict' } }),
          figureOf(Number(truth.toPrecision(4)), {
            certainty: { none: 'it supposes the share of wrong labels' },
            method: 'label-noise',
          }),
          row.target?.text ?? '—',
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'label-noise-table',
      title: 'Accuracy against the truth, not against the labels',
      columns: [
        { title: 'Metric' },
        { title: 'Against the labels', isNumber: true },
        { title: 'Against the truth, about', isNumber: true },
        { title: 'Target', isNumber: true },
      ],
      rows,
    },
  ];
}
