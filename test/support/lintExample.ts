import { NO_DECLARATIONS } from '../../src/base/declarations';
import type { Finding } from '../../src/base/finding';
import { lineIndex } from '../../src/base/lines';
import type { Place, Position } from '../../src/base/place';
import type { Problem } from '../../src/base/result';
import { scriptSource } from '../../src/base/source';
import type { ModuleSource } from '../../src/base/source';
import { readNotebook } from '../../src/notebook/ipynb';
import type { Rule } from '../../src/rules/contract';
import { lint } from '../../src/rules/lint';
import type { LintResult } from '../../src/rules/lint';
import { cellsOf, isNotebook, notebookJson } from './rulePage';
import type { Example, Report } from './rulePage';

/** An example after linting, with lines that count in the example's own code. */
export interface LintedExample {
  readonly reports: readonly Report[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** Lints an example with every rule on, or with those given. */
export function lintExample(example: Example, rules?: readonly Rule[]): LintedExample {
  const result = lintSource(sourceOf(example), rules);
  const reports = result.findings.map(({ rule, place, message }) => ({
    rule,
    message,
    line: lineIn(example, place),
  }));
  return { reports, findings: result.findings, problems: result.problems };
}

/** Lints a source with every rule on, whatever its default, and nothing declared. */
export function lintSource(source: ModuleSource, rules?: readonly Rule[]): LintResult {
  return lint(source, {
    severities: new Map(),
    declarations: NO_DECLARATIONS,
    ...(rules ? { rules } : {}),
  });
}

/** The example's code after all edits, which must not overlap. */
export function applyEdits(example: Example, edits: readonly { place: Place; newText: string }[]): string {
  const text = example.code;
  const index = lineIndex(text);
  return [...edits]
    .map(({ place, newText }) => {
      const down = lineIn(example, place) - place.range.start.line;
      const offset = ({ line, column }: Position): number => index.offsetAt({ line: line + down, column });
      return { start: offset(place.range.start), end: offset(place.range.end), newText };
    })
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
}

function lineIn(example: Example, place: Place): number {
  const { line } = place.range.start;
  return place.cell === undefined ? line : line + (cellsOf(example.code)[place.cell]?.line ?? 0);
}

/** An example as the analysis reads it. */
export function sourceOf(example: Example): ModuleSource {
  if (!isNotebook(example)) return scriptSource('/example.py', example.code);
  const read = readNotebook('/example.ipynb', notebookJson(cellsOf(example.code)));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
