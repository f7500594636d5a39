import type { Place } from '../../base/place';
import { OPEN_PLACE } from '../../contributes/commands';
import type { Paragraph, Tooltip } from './node';

/** A tooltip as Markdown. What stands in it is text from files of others: only the code between backticks is drawn. */
export function tooltipMarkdown({ title, paragraphs }: Tooltip): string {
  return [`**${words(title)}**`, ...paragraphs.map(paragraph)].join('\n\n');
}

function paragraph({ label, text, place }: Paragraph): string {
  const name = label === undefined ? [] : [`*${escaped(label)}:*`];
  return [...name, words(text), ...(place ? [link(place)] : [])].join(' ');
}

function link(place: Place): string {
  return `[Go to it](command:${OPEN_PLACE}?${argument(place)})`;
}

function words(text: string): string {
  const parts = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? `\`${part}\`` : escaped(part))).join('');
}

/** Every mark of punctuation may be escaped, so that neither markup nor a link comes of it. */
function escaped(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Parentheses would end the link. */
function argument(place: Place): string {
  return encodeURIComponent(JSON.stringify([place]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
