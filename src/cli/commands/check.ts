import { atLeast } from '../../base/finding';
import type { CheckResult } from '../../project/snapshot';
import type { FailOn, Format } from '../arguments';
import { checkJson } from '../formats/check-json';
import { checkText } from '../formats/check-text';
import type { ExitCode, Io } from '../io';
import { openWorkspace } from '../open-workspace';
import { resolveTargets } from '../targets';
import { complain } from '../usage';

export interface CheckInvocation {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
}

export async function checkCommand({ paths, format, failOn }: CheckInvocation, io: Io): Promise<ExitCode> {
  const targets = await resolveTargets(io.cwd, paths);
  if (!targets.ok) return complain(io, targets.failure);
  const { root } = targets.value;
  const result = await openWorkspace(targets.value, io).check({ targets: targets.value.paths });
  const unread = unreadNamed(result, targets.value.paths);
  io.out(
    format === 'json'
      ? `${JSON.stringify(checkJson(result, root), undefined, 2)}\n`
      : checkText(result, root, io.style),
  );
  if (unread.length > 0) return complain(io, unread);
  return failOn !== 'never' && result.findings.some(({ severity }) => atLeast(severity, failOn)) ? 1 : 0;
}

/** A file that was named and could not be read at all is the caller's mistake; one found in a folder is not. */
function unreadNamed(result: CheckResult, targets: readonly string[]): string[] {
  return result.skipped
    .filter(({ file }) => targets.includes(file) && !result.files.includes(file))
    .map(({ file, reason }) => `${file}: ${reason}`);
}
