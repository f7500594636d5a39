import type { ModuleSource } from '../base/source';
import type { Resumable } from '../python/flow/resume';
import { analyseAgain, shorten } from '../python/flow/resume';
import type { LoweredModule } from '../python/ir/relower';
import { lowerAgain } from '../python/ir/relower';
import type { ParseResult } from '../python/syntax/ast';
import { parse } from '../python/syntax/parse';
import { firstDifference, lastBefore, parseAgain } from '../python/syntax/reparse';
import type { LintOptions, LintResult } from './lint';
import { analysisOptions, judge, lint, parseOptions } from './lint';

/**
 * What the lint of one version of a module leaves for that of the next: its text, and what was made of the statements above
 * the last edit. Below it everything will be done again, so that keeping it would only take memory.
 */
export interface KeptLint {
  readonly source: ModuleSource;
  /** Of a version that came after another. */
  readonly above?: Above;
}

interface Above {
  readonly parsed: ParseResult;
  readonly lowered: LoweredModule;
  readonly resumable: Resumable;
}

export interface Relint {
  readonly result: LintResult;
  /** For the next version. */
  readonly kept: KeptLint;
}

/**
 * Lints a module of which an earlier version was linted: what stands above the edit is not done again. The findings are
 * those of `lint`, to the letter.
 *
 * @param before used up by this
 */
export function lintAgain(before: KeptLint | undefined, source: ModuleSource, options: LintOptions): Relint {
  if (before?.source.kind !== source.kind) return { result: lint(source, options), kept: { source } };
  const given = parseOptions(source);
  const last = { text: before.source.text, options: parseOptions(before.source) };
  const edit = firstDifference(last, { text: source.text, options: given });
  const { above } = before;
  const parsed = above
    ? parseAgain({ ...last, parsed: above.parsed }, edit, source.text, given)
    : parse(source.text, given);
  const lowered = lowerAgain(parsed.module, above?.lowered);
  const { program, resumable } = analyseAgain(
    above?.resumable,
    lowered.ir,
    lowered.statements.map(({ node }) => node),
    source.text,
    analysisOptions(source, parsed, lowered.ir, options),
  );
  const result = judge(source, parsed, program, options);
  return { result, kept: { source, ...(resumable && { above: cut({ parsed, lowered, resumable }, edit) }) } };
}

/** Without what is made of the statement that was edited, and of those below it. */
function cut({ parsed, lowered, resumable }: Above, edit: number): Above {
  const { module } = parsed;
  const kept = Math.max(0, lastBefore(module.body, edit));
  const statements = lowered.statements.slice(0, kept);
  const node = statements.at(-1)?.nextNode ?? 0;
  return {
    parsed: { ...parsed, module: { ...module, body: module.body.slice(0, kept) } },
    lowered: { ir: { ...lowered.ir, body: lowered.ir.body.slice(0, node) }, statements },
    resumable: shorten(resumable, node),
  };
}
