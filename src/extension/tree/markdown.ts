import type { Tooltip } from './node';

/** A tooltip as Markdown. What stands in it is text from files of others: only the code between backticks is drawn. */
export function tooltipMarkdown({ title, paragraphs }: Tooltip): string {
  const body = paragraphs.map(({ label, text }) => (label ? `*${escaped(label)}:* ` : '') + words(text));
  return [`**${words(title)}**`, ...body].join('\n\n');
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
