import { ownLines, sectionsOf } from '../../evidence/file/sections';
import type { MetricRow, ReportView } from '../../reports/view';
import { byText } from '../order';

/** What a story is told from. */
export interface StoryFacts {
  readonly project: string;
  /** Titles of the stages, in order. */
  readonly stages: readonly string[];
  readonly journal: string;
  readonly report: ReportView;
}

interface Entry {
  readonly day: string;
  readonly title: string;
  readonly body: string;
}

/**
 * A journal as one readable story: the stages in order, each with its entries by day; what belongs to no stage; the
 * metrics that were reached, and how much it is used.
 */
export function storyOf({ project, stages, journal, report }: StoryFacts): string {
  const entries = entriesIn(journal);
  const isOf = (stage: string) => (entry: Entry) => entry.title.toLowerCase() === stage.toLowerCase();
  const others = entries.filter(entry => !stages.some(stage => isOf(stage)(entry)));
  const model = report.metrics.filter(({ kind }) => kind !== 'business');
  const business = report.metrics.filter(({ kind }) => kind === 'business');
  const chapters = [
    ...stages.map(stage => chapter(stage, entries.filter(isOf(stage)).map(dated))),
    chapter('Along the way', others.map(titled)),
    chapter('What was reached', metricLines(model)),
    chapter('How it is used', metricLines(business)),
  ];
  return `${[`# ${project}`, ...chapters.filter(text => text !== '')].join('\n\n')}\n`;
}

/** Entries by day, those of one day in their order; headings without a word of one's own are none. */
function entriesIn(journal: string): readonly Entry[] {
  const entries = sectionsOf(journal.replace(/^\uFEFF/, ''))
    .filter(({ level }) => level === 2)
    .filter(({ body }) => ownLines(body).length > 0)
    .map(({ title, body }): Entry => {
      const [, day = '', rest = title] = /^(\d{4}-\d\d-\d\d)\s*[·:,–—-]?\s*(.*)$/.exec(title) ?? [];
      return { day, title: rest.trim(), body: withoutReminders(body) };
    });
  return entries.sort((a, b) => byText(a.day, b.day));
}

function withoutReminders(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function chapter(title: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : [`## ${title}`, ...parts].join('\n\n');
}

const dated = ({ day, body }: Entry): string => (day === '' ? body : `*${day}* — ${body}`);
const titled = ({ day, title, body }: Entry): string =>
  `### ${[day, title].filter(Boolean).join(' · ')}\n\n${body}`;

/** One list; metrics without a value are not reached yet. */
function metricLines(metrics: readonly MetricRow[]): readonly string[] {
  const lines = metrics.filter(({ value }) => value !== undefined).map(metricLine);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function metricLine({ name, split, text, target, baseline, interval, verdict }: MetricRow): string {
  const parts = [
    ...(interval ? [`${interval.text}, ${interval.method}`] : []),
    ...(target ? [`the target ${target.text} is ${verdict}`] : []),
    ...(baseline ? [`the baseline is ${baseline.text}`] : []),
  ];
  const on = split === undefined ? '' : ` on ${split}`;
  return `- **${name}**${on}: ${text}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}`;
}
