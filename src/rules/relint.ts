import type { ModuleSource, Segment } from '../base/source';
import type { Resumable } from '../python/flow/resume';
import { analyseAgain } from '../python/flow/resume';
import type { LoweredModule } from '../python/ir/relower';
import { lowerAgain } from '../python/ir/relower';
import { adopt } from '../python/syntax/adopt';
import type { ParseResult } from '../python/syntax/ast';
import type { LintOptions, LintResult } from './lint';
import { analysisOptions, judge, parseSource } from './lint';

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
  const parsed = parseAgain(last, source);
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

function parseAgain(before: KeptLint | undefined, source: ModuleSource): ParseResult {
  const parsed = parseSource(source);
  if (!before) return parsed;
  const edit = firstDifference(before.source, source);
  const body = adopt(before.parsed.module.body, parsed.module.body, edit);
  return { ...parsed, module: { ...parsed.module, body } };
}

/** Where two versions of a module begin to differ, in their texts or in their cells. */
function firstDifference(a: ModuleSource, b: ModuleSource): number {
  const length = Math.min(a.text.length, b.text.length);
  const cell = firstMoved(a.segments, b.segments);
  const end = Math.min(length, cell);
  let at = 0;
  while (at < end && a.text.charCodeAt(at) === b.text.charCodeAt(at)) at++;
  return at;
}

function firstMoved(a: readonly Segment[], b: readonly Segment[]): number {
  const index = a.findIndex((one, i) => one.start !== b[i]?.start || one.end !== b[i]?.end);
  const [x, y] = [a[index], b[index]];
  if (!x) return a.length === b.length ? Infinity : (a.at(-1)?.end ?? 0);
  return y
    ? Math.min(x.start, y.start) + (x.start === y.start ? Math.min(x.end, y.end) - x.start : 0)
    : x.start;
}
