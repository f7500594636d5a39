/** The journal of a project, relative to its manifest. */
export const JOURNAL_PATH = 'docs/journal.md';

/**
 * What is appended to a journal for a new entry: its dated heading, and a reminder of what to write. What is there
 * stays as it is, its ends of lines too.
 *
 * @param before the journal as it stands; `undefined` where there is none yet
 * @param day `2026-11-21`
 */
export function newEntry(
  before: string | undefined,
  { day, stage, project }: { readonly day: string; readonly stage: string; readonly project: string },
): string {
  const heading = `## ${day} · ${stage}\n\n<!-- What was hard, and what did you learn? -->\n\n`;
  const text = before ?? '';
  if (text.trim() === '') return `# Journal of ${project}\n\n${heading}`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = /\n\s*\n$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return `${gap}${heading}`.replaceAll('\n', newline);
}
