import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix } from '../contract';

/**
 * Moves a filter below the split of what it filtered, where the text is as plain as
 *
 *     bound = table['a'].quantile(0.99)
 *     table = table[table['a'] < bound]
 *     train, test = train_test_split(table, …)
 *
 * and nothing reads `table` afterwards: the lines then look at `train`.
 */
export function filterTrain(
  statistics: readonly Site[],
  filter: Site,
  split: Site,
  program: Program,
): SpanFix | undefined {
  const text = program.textOf({ start: 0, end: Number.MAX_SAFE_INTEGER });
  const sites = [...statistics, filter, split];
  if (sites.some(site => site.module !== undefined) || sites.some(site => site.start > split.start))
    return undefined;
  const start = lineStart(text, Math.min(...statistics.map(site => site.start), filter.start));
  const splitStart = lineStart(text, split.start);
  const splitEnd = lineEnd(text, split.end);
  const lines = text.slice(start, splitStart);
  const parts = SPLIT.exec(text.slice(splitStart, splitEnd));
  const [, table] = FILTER.exec(text.slice(lineStart(text, filter.start), lineEnd(text, filter.end))) ?? [];
  if (!parts || table === undefined || parts[3] !== table || !isPlain(lines, filter.start - start))
    return undefined;
  const [, train = '', test = ''] = parts;
  const name = new RegExp(`\\b${table}\\b`, 'g');
  if (name.test(text.slice(splitEnd)) || new RegExp(`\\b(${train}|${test})\\b`).test(lines)) return undefined;
  const moved = lines.trimEnd().replace(name, train);
  return {
    title: 'Split first, and drop outliers from the training part only',
    safe: false,
    edits: [
      { span: { start, end: splitStart }, newText: '' },
      { span: { start: splitEnd, end: splitEnd }, newText: `\n${moved}` },
    ],
  };
}

const FILTER = /^[ \t]*(\w+) = \1(?:\.loc)?\[/;

const SPLIT = /^[ \t]*(\w+), *(\w+) *= *(?:\w+\.)*train_test_split\((\w+)[,)]/;

/** Statements of one line each, at one depth, of which the filter is the last. */
function isPlain(lines: string, filterAt: number): boolean {
  const [first = '', ...others] = lines.trimEnd().split('\n');
  const indent = /^[ \t]*/.exec(first)?.[0] ?? '';
  const after = lines.slice(lines.indexOf('\n', filterAt) + 1);
  return (
    after.trim() === '' &&
    [first, ...others].every(
      line => line.startsWith(indent) && /^[A-Za-z_][^:#]*$/.test(line.slice(indent.length)),
    )
  );
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
