import type { Edit, Finding } from '../../base/finding';

/**
 * The edit that silences a finding by a comment: at the end of its first line, or on a line of its own above where no
 * comment can end the line (after a backslash, and in a string of several lines). The reason is for the user to write: a
 * made-up one would be worse than none.
 */
export function silence({ rule, place }: Finding, text: string): Edit {
  const code = text.trimEnd();
  const { line } = place.range.start;
  const existing = /#\s*holdout:\s*ignore\[([^\]]*)/.exec(code);
  if (existing) return insertAt(place, line, existing.index + existing[0].length, `, ${rule}`);
  const comment = `# holdout: ignore[${rule}]`;
  if (!code.endsWith('\\') && !opensString(code)) return insertAt(place, line, code.length, `  ${comment}`);
  const indent = /^\s*/.exec(code)?.[0] ?? '';
  return insertAt(place, line, 0, `${indent}${comment}\n`);
}

function insertAt(place: Finding['place'], line: number, column: number, newText: string): Edit {
  const at = { line, column };
  return { place: { ...place, range: { start: at, end: at } }, newText };
}

function opensString(code: string): boolean {
  return [/"""/g, /'''/g].some(quotes => (code.match(quotes) ?? []).length % 2 === 1);
}
