import type { ColumnDrift, DriftProfile } from '../../data/profile';
import { stabilityUnderNoDrift } from '../../statistics/drift/stability';
import { holm } from '../../statistics/tests/multiple';
import type { Block, Figure, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, LEVEL } from '../figures';
import { formatNumber, plural } from '../format';

/** More columns are left out, the farthest first. */
const MOST_ROWS = 40;
const MOST_BARS = 25;

/** How far current data have moved from those that the model was made of. */
export function drift(facts: ReportFacts): Section {
  const section = { id: 'drift', title: 'Drift of the data' };
  const { data } = facts;
  if (data.state !== 'read' || data.profile.drift.length === 0)
    return { ...section, missing: missingText(facts), blocks: [] };
  const { drift: profiles } = data.profile;
  return {
    ...section,
    summary: profiles.map(summaryOf).join(' '),
    blocks: [
      ...profiles.flatMap((profile, at) => blocksOf(profile, at + 1)),
      {
        kind: 'text',
        text: 'Drift is not performance loss: a column may move and the model be as right as before, or stay and the model be wrong. It says where to look.',
      },
    ],
  };
}

function missingText({ manifest, data }: ReportFacts): string {
  if (data.state === 'reading') return 'The data files are still being read.';
  if (data.state === 'off') return data.reason;
  const hasCurrent = manifest.declarations.splits.some(({ role }) => role === 'production');
  return hasCurrent
    ? 'No criterion asks how far data have drifted: give one `evidence: { drift: { psi: { max: 0.25 } } }`.'
    : 'There are no current data to compare: name them in `data.splits` with `role: production`, and let a criterion ask for `drift`.';
}

const nullQuantile = ({ rows: [n, m], bins }: ColumnDrift): number =>
  stabilityUnderNoDrift(n, m, bins, LEVEL).quantile;

function farthestFirst({ columns }: DriftProfile): readonly ColumnDrift[] {
  return [...columns].sort((a, b) => b.psi - a.psi);
}

function summaryOf(profile: DriftProfile): string {
  const { current, reference } = profile.question;
  const [first] = farthestFirst(profile);
  const beyond = profile.columns.filter(column => column.psi > nullQuantile(column)).length;
  const most = first
    ? ` \`${first.column}\` is farthest with a PSI of ${formatNumber(Number(first.psi.toPrecision(3)))};`
    : '';
  return `${current} against ${reference}:${most} ${formatNumber(beyond)} of ${plural(profile.columns.length, 'column')} moved more than two samples of the same data would in 19 of 20 cases.`;
}

function blocksOf(profile: DriftProfile, at: number): readonly Block[] {
  const { question, left, sampled } = profile;
  const columns = farthestFirst(profile);
  const p = adjustedP(columns);
  const more = Math.max(0, columns.length - MOST_ROWS);
  const name = `${question.current} against ${question.reference}`;
  const shown = columns.slice(0, MOST_BARS);
  const table = {
    kind: 'table',
    id: `drift-${at}`,
    title: `Drift by column, ${name}`,
    columns: [
      { title: 'Column' },
      { title: 'PSI', isNumber: true },
      { title: 'PSI without drift, 95 %', isNumber: true },
      { title: 'Jensen-Shannon', isNumber: true },
      { title: 'Effect', isNumber: true },
      { title: 'p, by Holm', isNumber: true },
      { title: 'Rows', isNumber: true },
      { title: 'Bins', isNumber: true },
    ],
    rows: columns.slice(0, MOST_ROWS).map((column, index) => rowOf(column, p[index])),
    note: `Up to ${formatNumber(question.bins)} bins between quantiles of ${question.reference}, floor ${question.floor}${sampled ? ', by a sample of the rows' : ''}. The effect is the Kolmogorov-Smirnov distance of numbers and Cramér’s V of categories; with many rows small ones have small p values, too.`,
    ...(more > 0 && { more }),
  } as const;
  const blocks: Block[] = [
    {
      kind: 'chart',
      id: `drift-chart-${at}`,
      title: `PSI by column, ${name}`,
      text: 'Population stability index of each column, the farthest first. The table says what it reaches without drift.',
      chart: {
        kind: 'bars',
        axis: { title: 'PSI' },
        bars: shown.map(column => ({
          name: column.column,
          value: column.psi,
          tone: column.psi > nullQuantile(column) ? ('undecided' as const) : ('quiet' as const),
        })),
      },
      table,
    },
  ];
  if (left.length > 0) {
    const text = `Not compared: ${left
      .slice(0, 10)
      .map(({ column, reason }) => `\`${column}\` (${reason})`)
      .join(', ')}${left.length > 10 ? ` and ${left.length - 10} more` : ''}.`;
    blocks.push({ kind: 'text', text });
  }
  return blocks;
}

/** In the order of the columns; NaN where a column has no test. */
function adjustedP(columns: readonly ColumnDrift[]): readonly number[] {
  const raw = columns.map(({ ks, chi2 }) => ks?.p ?? chi2?.p);
  const adjusted = holm(raw.filter(p => p !== undefined));
  let next = 0;
  return raw.map(p => (p === undefined ? NaN : (adjusted[next++] ?? NaN)));
}

function rowOf(column: ColumnDrift, p: number | undefined): Row {
  const { column: name, psi, js, ks, chi2, rows, bins } = column;
  const n = Math.min(...rows);
  const chance = nullQuantile(column);
  const plain = (value: number, none: string): Figure =>
    figureOf(Number(value.toPrecision(3)), { n, certainty: { none } });
  const beside = 'what chance reaches stands beside it';
  return {
    cells: [
      name,
      { ...plain(psi, beside), method: 'psi' },
      { ...plain(chance, 'it is a quantile of a known distribution'), method: 'psi-null' },
      { ...plain(js, beside), method: 'js' },
      ks || chi2 ? plain(ks?.distance ?? chi2?.cramersV ?? NaN, 'its p value stands beside it') : '—',
      p === undefined || Number.isNaN(p) ? '—' : plain(p, 'it is a p value'),
      `${formatNumber(rows[0])} and ${formatNumber(rows[1])}`,
      String(bins),
    ],
    ...(psi > chance && { tone: 'undecided' as const }),
  };
}
