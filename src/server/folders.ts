import { diagnoseAllOpen, diagnoseManifests } from './diagnose';
import { isInside } from '../project/paths';
import type { ProjectsMessage } from '../protocol/messages';
import type { Session } from './session';

/** How deep manifests are looked for before a project is analysed: in a workspace folder, and one level below. */
const MANIFEST_DEPTH = 1;

/** Takes folders in and lets others go. */
export async function changeFolders(
  session: Session,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): Promise<void> {
  const { roots, workspace, board } = session;
  for (const folder of removed) {
    roots.splice(roots.indexOf(folder), roots.includes(folder) ? 1 : 0);
    workspace.leave(folder);
    for (const file of board.files()) if (isInside(folder, file)) board.wipe(file);
  }
  roots.push(...added.filter(folder => !roots.includes(folder)));
  // One may lie within another: what is left of a folder that is let go is taken in again.
  const left = roots.filter(root => removed.some(folder => isInside(folder, root) || isInside(root, folder)));
  await findProjects(session, [...new Set([...added, ...left])]);
}

/** Reads everything again, whatever was announced. */
export async function refreshAll(session: Session): Promise<ProjectsMessage> {
  await session.workspace.refresh();
  return findProjects(session, session.roots);
}

/** Finds the projects in the folders, shows what their manifests say, and evaluates. */
export async function findProjects(session: Session, folders: readonly string[]): Promise<ProjectsMessage> {
  try {
    await session.workspace.discover(folders, { depth: MANIFEST_DEPTH });
  } finally {
    session.tracker.begin();
  }
  diagnoseManifests(session);
  diagnoseAllOpen(session);
  return session.tracker.evaluate();
}
