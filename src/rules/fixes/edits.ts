import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix } from '../contract';

type Edit = SpanFix['edits'][number];

/** All of the analysed module. */
export const WHOLE_TEXT: Site = { start: 0, end: Number.MAX_SAFE_INTEGER };

export function wholeText(program: Program): string {
  return program.textOf(WHOLE_TEXT);
}

/** Brings a name into the module, unless it is there: a line before its first import. */
export function importOf(program: Program, module: string, name: string): readonly Edit[] {
  const text = wholeText(program);
  if (new RegExp(`\\bimport\\b[^\\n]*\\b${name}\\b`).test(text)) return [];
  const first = /^(?:from|import)\s/m.exec(text)?.index ?? 0;
  return [{ span: { start: first, end: first }, newText: `from ${module} import ${name}\n` }];
}

/** A statement `name = <value>` that fills its lines. */
export interface Assignment {
  readonly name: string;
  /** With its indentation and the end of its last line. */
  readonly lines: Site;
}

/** The assignment whose whole value stands at `site`. */
export function assignmentOf(program: Program, site: Site): Assignment | undefined {
  if (site.module !== undefined) return undefined;
  const text = wholeText(program);
  const start = text.lastIndexOf('\n', site.start - 1) + 1;
  const newline = text.indexOf('\n', site.end);
  const end = newline < 0 ? text.length : newline + 1;
  const name = /^\s*(\w+)\s*=\s*$/.exec(text.slice(start, site.start))?.[1];
  const alone = /^\s*(#.*)?$/.test(text.slice(site.end, end));
  return name !== undefined && alone ? { name, lines: { start, end } } : undefined;
}

/** How often a name is written in a text, comments and strings included: an upper bound of its uses. */
export function mentions(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length;
}
