/**
 * Text as Markdown of GitHub's dialect that shows these very words: nothing in a name or a value becomes markup, a link,
 * or a message to somebody.
 */
export function escapeMarkdown(text: string): string {
  const escaped = text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_{}[\]~|$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  // A comment parts what GitHub would take for an address, the name of a person, or the number of an issue.
  return escaped.replace(/:(?=\/\/)|\bwww(?=\.)|@(?=\w)|#(?=\d)/gi, '$&<!-- -->');
}

/** A sentence whose words between backticks are code. */
export function proseMarkdown(text: string): string {
  const parts = text.split('`');
  // Without its other half, a backtick is one.
  if (parts.length % 2 === 0) return escapeMarkdown(text);
  return parts.map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : codeMarkdown(part))).join('');
}

/** In a table, a bar ends a cell within code too. */
function codeMarkdown(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029]+/g, ' ');
  return line.trim() === '' ? escapeMarkdown(line) : `\`${line.replaceAll('|', '\\|')}\``;
}

/** A paragraph: what it begins with makes no list, heading or quotation of it. */
export function paragraphMarkdown(markdown: string): string {
  return markdown
    .trim()
    .replace(/^(?:[-+#=]|(\d+)(?=[.)]))/, (all, digits?: string) =>
      digits === undefined ? `\\${all}` : `${digits}\\`,
    );
}
