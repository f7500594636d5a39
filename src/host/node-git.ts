import type { FileRevision, Revisions } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { folderOf, nameOf } from '../project/paths';
import { runGit } from './git';

/**
 * Git as the engine's {@link Revisions} port. A repository's own configuration may name programs for Git to run:
 * whatever it would run for these questions is turned off, and a host asks in trusted workspaces only.
 */
export function nodeGit(isTrusted: () => boolean): Revisions {
  return {
    lastChange: file => (isTrusted() ? lastChange(file) : Promise.resolve(fail(RESTRICTED))),
  };
}

export const RESTRICTED = 'the workspace is in restricted mode, where git is not asked';

async function lastChange(file: string): Promise<Result<FileRevision, string>> {
  const log = await git(file, ['log', '-1', '--format=%ct %P', '--', nameOf(file)]);
  if (!log.ok) return log;
  const [seconds = '', ...parents] = log.value.trim().split(' ').filter(Boolean);
  if (seconds === '') return fail('it was never committed');
  // The first commit of a shallow clone seems to have made every file.
  if (parents.length === 0 && (await isShallow(file))) {
    return fail('the clone is shallow and does not reach back to its last commit');
  }
  return ok({ time: Number(seconds) * 1000, modified: !(await isAsCommitted(file)) });
}

async function isShallow(file: string): Promise<boolean> {
  const answer = await git(file, ['rev-parse', '--is-shallow-repository']);
  return answer.ok && answer.value.trim() === 'true';
}

/** By its bytes: a filter that changes them on the way in would be a program of the repository's. */
async function isAsCommitted(file: string): Promise<boolean> {
  const committed = await git(file, ['rev-parse', `HEAD:./${nameOf(file)}`]);
  const here = await git(file, ['hash-object', '--no-filters', '--', nameOf(file)]);
  return committed.ok && here.ok && committed.value === here.value;
}

function git(file: string, args: readonly string[]): Promise<Result<string, string>> {
  return runGit(folderOf(file), args);
}
