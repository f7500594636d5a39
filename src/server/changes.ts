import { extensionOf, isInside, nameOf } from '../project/paths';
import type { Change } from '../project/ports';
import { isModule, isWalked, MANIFEST_NAME } from '../project/walk';
import { diagnoseAllOpen, diagnoseClosed, diagnoseManifests } from './diagnose';
import type { Session } from './session';

/** Shows again what saved changes concern: files that are closed, and open ones by what they import or belong to. */
export async function showChanges(session: Session, changes: readonly Change[]): Promise<void> {
  for (const file of concerned(session, changes)) await diagnoseClosed(session, file);
  const isManifest = changes.some(({ path }) => nameOf(path) === MANIFEST_NAME);
  if (isManifest) diagnoseManifests(session);
  if (isManifest || changes.some(({ path }) => extensionOf(path) === '.py')) diagnoseAllOpen(session);
}

/** Files that changed themselves, and with a script all that is shown, as it may import it; files in folders, too. */
function concerned({ board, documents, roots }: Session, changes: readonly Change[]): Set<string> {
  const files = new Set<string>();
  for (const { path } of changes) {
    const isOurs = isModule(path) || nameOf(path) === MANIFEST_NAME;
    if (isOurs && roots.some(root => isInside(root, path) && isWalked(root, path))) files.add(path);
    const mayImport = extensionOf(path) === '.py';
    for (const file of board.files()) if (mayImport || isInside(path, file)) files.add(file);
  }
  for (const { file } of documents.all()) files.delete(file);
  return files;
}
