import type { ProjectState } from '../base/project';
import type { Change } from '../project/ports';
import type { Session } from './session';

/**
 * Notes in the projects' histories what they show, once the user trusts the workspace. Where that fails, the reason is
 * logged once: nobody asked for it, so nobody is interrupted.
 */
export async function noticeAll(
  { workspace, trusted, log, unwritable }: Session,
  projects: readonly ProjectState[],
): Promise<readonly Change[]> {
  if (!trusted) return [];
  const { written, failures } = await workspace.notice(projects);
  for (const failure of failures) if (!unwritable.has(failure)) log.warn(failure);
  for (const failure of failures) unwritable.add(failure);
  return written.map(path => ({ path, kind: 'changed' }));
}
