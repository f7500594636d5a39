import type { ModuleSource } from '../base/source';
import type { Resumable } from '../python/flow/incremental/resume';
import { analyseAgain } from '../python/flow/incremental/resume';
import type { LoweredModule } from '../python/ir/relower';
import { lowerAgain } from '../python/ir/relower';
import type { ParseResult } from '../python/syntax/ast';
import type { Edit } from '../python/syntax/edit';
import { differenceOf } from '../python/syntax/edit';
import { parse } from '../python/syntax/parse';
import { parseAgain } from '../python/syntax/reparse';
import type { LintOptions, LintResult } from './lint';
import { analysisOptions, judge, lint, parseOptions } from './lint';
import type { RuleReports } from './reports';

/** What the lint of one version of a module leaves for that of the next. */
export interface KeptLint {
  readonly source: ModuleSource;
  /** Of a version that came after another. */
  readonly analysed?: Analysed;
}

interface Analysed {
  readonly parsed: ParseResult;
  readonly lowered: LoweredModule;
  readonly resumable: Resumable;
  readonly reported: readonly RuleReports[];
}

export interface Relint {
  readonly result: LintResult;
  /** The analysis is that of the version before. */
  readonly stood: boolean;
  /** For the next version. */
  readonly kept: KeptLint;
}

/**
 * Lints a module of which an earlier version was linted: what the edit does not touch is not done again. The findings are
 * those of `lint`, to the letter.
 *
 * @param before used up by this
 */
export function lintAgain(before: KeptLint | undefined, source: ModuleSource, options: LintOptions): Relint {
  if (before?.source.kind !== source.kind) return anew(source, options);
  const given = parseOptions(source);
  const last = { text: before.source.text, options: parseOptions(before.source) };
  const edit = differenceOf(
    { text: last.text, cells: before.source.segments },
    { text: source.text, cells: source.segments },
  );
  const { analysed } = before;
  const parsed = analysed
    ? parseAgain({ ...last, parsed: analysed.parsed }, edit, source.text, given)
    : parse(source.text, given);
  const lowered = lowerAgain(parsed.module, analysed?.lowered, edit);
  if (!lowered) return anew(source, options);
  const { program, resumable, stood } = analyseAgain(
    analysed?.resumable,
    { lowered, text: source.text, options: analysisOptions(source, parsed, lowered.ir, options) },
    edit,
  );
  const edited =
    stood && analysed
      ? {
          reported: analysed.reported,
          edit,
          within: isWithinLine(before.source, source, edit),
          text: source.text,
          answers: new Map(),
        }
      : undefined;
  const { result, reported } = judge(source, parsed, program, options, edited);
  const kept = resumable && { parsed, lowered, resumable, reported };
  return { result, stood, kept: { source, ...(kept && { analysed: kept }) } };
}

/** Are lines and cells numbered as they were? */
function isWithinLine(before: ModuleSource, now: ModuleSource, { start, oldEnd, by }: Edit): boolean {
  const edited = before.text.slice(start, oldEnd) + now.text.slice(start, oldEnd + by);
  return (
    !edited.includes('\n') &&
    before.segments.length === now.segments.length &&
    before.segments.every(({ cell }, i) => cell === now.segments[i]?.cell)
  );
}

function anew(source: ModuleSource, options: LintOptions): Relint {
  return { result: lint(source, options), stood: false, kept: { source } };
}
