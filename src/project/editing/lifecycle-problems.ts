import { ok } from '../../base/result';
import type { Files } from '../../base/ports';
import type { Problem } from '../../base/result';
import { confined } from '../confined';
import type { Engine } from '../engine';
import { folderOf, relative } from '../paths';
import { readLifecycle } from '../read-lifecycle';

/** What is wrong in a lifecycle whose text may not be saved, with what it extends as that is on disk. */
export async function lifecycleProblems(
  { ports }: Pick<Engine, 'ports'>,
  manifest: string,
  { file, text }: { readonly file: string; readonly text: string },
): Promise<readonly Problem[]> {
  const root = folderOf(manifest);
  const files = withText(confined(ports.files, root), file, text);
  const { lifecycle } = await readLifecycle(files, root, relative(root, file));
  return lifecycle.ok ? lifecycle.value.problems : [];
}

/** The same files, one of them as it stands in an editor. */
function withText(files: Files, file: string, text: string): Files {
  const bytes = new TextEncoder().encode(text);
  return { ...files, read: path => (path === file ? Promise.resolve(ok(bytes)) : files.read(path)) };
}
