import { isFilled } from '../../manifest/filled';

/** A heading and the lines below it, up to the next heading of its own or a higher level. */
export interface Section {
  readonly title: string;
  readonly level: number;
  /** Counted from 0. */
  readonly line: number;
  readonly body: readonly string[];
}

/** The sections of a Markdown (or similar) text; headings are `# …` or underlined, and code blocks hold none. */
export function sectionsOf(text: string): readonly Section[] {
  const lines = text.split(/\r\n|\r|\n/);
  const headings = headingsOf(lines);
  return headings.map(({ title, level, line, first }, index) => {
    const next = headings.slice(index + 1).find(other => other.level <= level);
    return { title, level, line, body: lines.slice(first, next?.line ?? lines.length) };
  });
}

/** Lines that say something of their own: no headings, rules, comments, or placeholders. */
export function ownLines(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n').replace(/<!--[\s\S]*?(-->|$)/g, '');
  return text
    .split('\n')
    .filter(line => !/^\s*(#{1,6}\s|={3,}|-{3,}|\*{3,}|```|~~~)/.test(line))
    .map(line => line.replace(/^\s*([-*+>]|\d+[.)])\s+(\[[ xX]?\]\s*)?/, '').trim())
    .filter(isFilled);
}

interface Heading {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  /** The first line below it. */
  readonly first: number;
}

function headingsOf(lines: readonly string[]): readonly Heading[] {
  const headings: Heading[] = [];
  let fence: string | undefined;
  for (const [line, text] of lines.entries()) {
    const mark = /^\s*(```|~~~)/.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark))
      fence = fence === undefined ? mark : undefined;
    if (fence === undefined) headings.push(...headingAt(lines, line));
  }
  return headings;
}

function headingAt(lines: readonly string[], line: number): readonly Heading[] {
  const text = lines[line] ?? '';
  const [, marks, title] = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(text) ?? [];
  if (marks !== undefined && title !== undefined)
    return [{ title, level: marks.length, line, first: line + 1 }];
  const underline = /^(=|-){3,}\s*$/.exec(lines[line + 1] ?? '')?.[1];
  if (underline === undefined || text.trim() === '' || /^[-=|#>*\s]/.test(text)) return [];
  return [{ title: text.trim(), level: underline === '=' ? 1 : 2, line, first: line + 2 }];
}
