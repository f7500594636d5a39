import type { Look } from '../../base/ledger';
import { chanceTexts } from '../../evidence/ledger/chance';
import type { Block, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { countFigure, linkTo } from '../figures';
import { formatNumber } from '../format';
import { shortIds, statedColumns, UNKNOWN } from '../shown';
import { timeText } from '../time-text';

/** More looks are left out of the table. */
const MOST_ROWS = 50;

/** How often the test set was looked at, and what that is worth by chance. */
export function ledger(facts: ReportFacts): Section {
  const { looks, budget, possible, chance, doubts, text } = facts.ledger;
  const section = { id: 'ledger', title: 'Looks at the test set' };
  if (looks.length === 0 && possible.length === 0) {
    const missing =
      'No look at the test set is known: no run has a metric on a split that is a test set. Name the split of each metric in its file, as in `{ "test": { "recall": 0.9 } }`.';
    return { ...section, missing, blocks: [] };
  }
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        { name: 'Looks that are counted', value: countFigure(looks.length) },
        ...(budget === undefined ? [] : [{ name: 'Allowed', value: countFigure(budget) }]),
        ...(possible.length === 0
          ? []
          : [{ name: 'Places in code that may look, not counted', value: countFigure(possible.length) }]),
      ],
    },
    ...chanceTexts(chance).map((text): Block => ({ kind: 'text', text })),
    ...(looks.length === 0 ? [] : [lookTable(facts, looks)]),
    ...(doubts.length === 0
      ? []
      : [
          {
            kind: 'notices' as const,
            notices: doubts.map(message => ({ severity: 'information' as const, message })),
          },
        ]),
  ];
  return { ...section, summary: `${text}.`, blocks };
}

function lookTable({ manifest }: ReportFacts, looks: readonly Look[]): Block {
  const more = Math.max(0, looks.length - MOST_ROWS);
  return statedColumns({
    kind: 'table',
    id: 'ledger-table',
    title: looks.every(({ time }) => time !== undefined) ? 'Looks, the latest first' : 'Looks',
    columns: [
      { title: 'Look' },
      { title: 'File' },
      { title: 'Time' },
      { title: 'Scores' },
      { title: 'In the history' },
    ],
    rows: [...looks]
      .reverse()
      .slice(0, MOST_ROWS)
      .map(({ label, file, time, scores, several, recorded, place }): Row => {
        const written = Object.entries(scores).map(([name, value]) => `${name} ${shown(value)}`);
        return {
          cells: [
            several ? `${label}, several times` : label,
            place ? { ...linkTo(manifest, place), text: shortIds(file) } : shortIds(file),
            time === undefined ? UNKNOWN : timeText(time),
            written.join(', '),
            recorded ? 'yes' : 'no',
          ],
        };
      }),
    ...(more > 0 && { more }),
  });
}

/** A score as it is written, to as many digits as can be read. */
function shown(written: string): string {
  const value = Number(written);
  return written.trim() !== '' && Number.isFinite(value) ? formatNumber(value) : written;
}
