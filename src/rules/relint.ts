import type { ModuleSource } from '../base/source';
import type { Resumable } from '../python/flow/resume';
import { analyseAgain } from '../python/flow/resume';
import type { LoweredModule } from '../python/ir/relower';
import { lowerAgain } from '../python/ir/relower';
import type { ParseResult } from '../python/syntax/ast';
import { parse } from '../python/syntax/parse';
import { parseAgain } from '../python/syntax/reparse';
import type { LintOptions, LintResult } from './lint';
import { analysisOptions, judge, parseOptions } from './lint';

/** What the lint of one version of a module leaves for that of the next: memory, in exchange for time. */
export interface KeptLint {
  readonly source: ModuleSource;
  readonly parsed: ParseResult;
  readonly lowered: LoweredModule;
  readonly resumable: Resumable;
}

export interface Relint {
  readonly result: LintResult;
  /** For the next version; `undefined` of a module that cannot be gone on with. */
  readonly kept: KeptLint | undefined;
}

/**
 * Lints a module of which an earlier version was linted: what stands above the edit is not done again. The findings are
 * those of `lint`, to the letter.
 *
 * @param before used up by this
 */
export function lintAgain(before: KeptLint | undefined, source: ModuleSource, options: LintOptions): Relint {
  const last = before?.source.kind === source.kind ? before : undefined;
  const given = parseOptions(source);
  const parsed = last
    ? parseAgain(
        { text: last.source.text, options: parseOptions(last.source), parsed: last.parsed },
        source.text,
        given,
      )
    : parse(source.text, given);
  const lowered = lowerAgain(parsed.module, last?.lowered);
  const { program, resumable } = analyseAgain(
    last?.resumable,
    lowered.ir,
    lowered.statements.map(({ node }) => node),
    source.text,
    analysisOptions(source, parsed, lowered.ir, options),
  );
  const kept = resumable && { source, parsed, lowered, resumable };
  return { result: judge(source, parsed, program, options), kept };
}
