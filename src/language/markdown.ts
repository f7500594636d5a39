/** Text of others as Markdown: every mark of punctuation is escaped, so that neither markup nor a link comes of it. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A name as code, whatever it holds. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** A sentence of ours: what stands between backticks is code, the rest is plain. */
export function sentence(text: string): string {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : escapeWords(part))).join('');
}

const escapeWords = (text: string): string => text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
