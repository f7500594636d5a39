import type { Span } from '../base/place';
import type { Collector } from './collector';

/** Entries of a file that are no metrics, by why not; and numbers that are written as text, which are read. */
export interface Skipped {
  readonly lists: NamedSpan[];
  readonly nulls: NamedSpan[];
  readonly texts: NamedSpan[];
}

export interface NamedSpan {
  readonly name: string;
  readonly at: Span;
}

/** One problem for each reason, at the first entry that it concerns. */
export function reportSkipped(collector: Collector, { lists, nulls, texts }: Skipped): void {
  const [list] = lists;
  const [empty] = nulls;
  const [quoted] = texts;
  if (list) {
    const message = `Lists are not read as metrics: ${some(lists)}. Write one number for each metric to have it in reports.`;
    collector.problem({ code: 'skipped-lists', severity: 'information', message }, list.at);
  }
  if (empty) {
    const message = `No value (\`null\`) for ${some(nulls)}. Where the metric could not be computed, say why in the file that computes it.`;
    collector.problem({ code: 'no-value', severity: 'information', message }, empty.at);
  }
  if (quoted) {
    const message = `${some(texts)} ${texts.length > 1 ? 'are' : 'is'} text, read as a number; write numbers without quotes.`;
    collector.problem({ code: 'number-in-quotes', severity: 'information', message }, quoted.at);
  }
}

function some(entries: readonly NamedSpan[]): string {
  const shown = entries.slice(0, 5).map(({ name }) => `\`${name}\``);
  const rest = entries.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
