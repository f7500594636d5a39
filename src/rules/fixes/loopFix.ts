import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import { mentions, wholeText } from './edits';

/**
 * Moves `model = make()` from before the loop over `folds` into its body. Only where it is one line and nobody touches
 * the model between it and the loop.
 */
export function intoLoop(program: Program, fit: Site, folds: Site): SpanFix | undefined {
  if (fit.module !== undefined || folds.module !== undefined) return undefined;
  const text = wholeText(program);
  const name = /^(\w+)\s*\./.exec(program.textOf(fit))?.[1];
  const header = lineAt(text, folds.start);
  if (name === undefined || header.start > fit.start || !/^\s*for\b.*:\s*(#.*)?\n$/.test(header.text))
    return undefined;
  const made = lastAssignment(text.slice(0, header.start), name);
  const body = lineAt(text, header.end).text;
  if (!made || !body.trim() || mentions(text.slice(made.end, header.end), name) > 0) return undefined;
  if (indentOf(made.text) !== indentOf(header.text)) return undefined;
  return {
    title: 'Make the model anew in each fold',
    safe: true,
    edits: [
      { span: { start: made.start, end: made.end }, newText: '' },
      { span: { start: header.end, end: header.end }, newText: indentOf(body) + made.text.trimStart() },
    ],
  };
}

interface Line extends Site {
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline + 1;
  return { start, end, text: text.slice(start, end) };
}

/** `name = …(…)`, whole in one line. */
function lastAssignment(text: string, name: string): Line | undefined {
  const last = [...text.matchAll(new RegExp(`^[ \\t]*${name}\\s*=[^=].*\\)[ \\t]*(?:#.*)?\\n`, 'gm'))].at(-1);
  const line = last && lineAt(text, last.index);
  return line && balanced(line.text) ? line : undefined;
}

function balanced(line: string): boolean {
  return [...line].filter(char => char === '(').length === [...line].filter(char => char === ')').length;
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
