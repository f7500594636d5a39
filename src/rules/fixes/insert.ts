import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import { wholeText } from './edits';

type Edit = SpanFix['edits'][number];

/** A name that the module does not use yet. */
export function assignmentFree(program: Program, name: string): string {
  const text = wholeText(program);
  let free = name;
  for (let n = 2; new RegExp(`\\b${free}\\b`).test(text); n++) free = `${name}_${n}`;
  return free;
}

/** Puts lines above the statement of one line that holds `site`, at its depth; undefined where it is not that plain. */
export function insertAbove(program: Program, site: Site, lines: readonly string[]): Edit | undefined {
  const line = lineOf(program, site);
  return line && { span: { start: line.start, end: line.start }, newText: written(line, lines) };
}

/** The same below it. */
export function insertBelow(program: Program, site: Site, lines: readonly string[]): Edit | undefined {
  const line = lineOf(program, site);
  if (!line) return undefined;
  const text = written(line, lines);
  const last = wholeText(program)[line.end - 1] !== '\n';
  return { span: { start: line.end, end: line.end }, newText: last ? `\n${text.slice(0, -1)}` : text };
}

interface Line {
  readonly indent: string;
  readonly start: number;
  readonly end: number;
}

function written({ indent }: Line, lines: readonly string[]): string {
  return lines.map(line => `${indent}${line}\n`).join('');
}

/** The line, where it is a statement of its own: its brackets are closed, and it begins no block and goes on from none. */
function lineOf(program: Program, site: Site): Line | undefined {
  if (site.module !== undefined) return undefined;
  const text = wholeText(program);
  const start = text.lastIndexOf('\n', site.start - 1) + 1;
  const newline = text.indexOf('\n', site.end);
  const end = newline < 0 ? text.length : newline + 1;
  const line = text.slice(start, end);
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  if (!/^[ \t]*[\w.]+( *=[^=]|\()/.test(line) || /[\\:,(] *$/.test(line.trimEnd())) return undefined;
  return isClosed(line) ? { indent, start, end } : undefined;
}

function isClosed(line: string): boolean {
  let depth = 0;
  for (const sign of line) {
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) return false;
  }
  return depth === 0;
}
