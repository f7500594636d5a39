import type { Cancellation } from '../base/ports';
import type { Engine } from './engine';
import { isInside, nameOf } from './paths';
import { isModule, MANIFEST_NAME, walk } from './walk';

export interface DiscoverOptions {
  /** How many levels of folders are searched; as deep as it goes unless given. */
  readonly depth?: number;
  readonly cancellation?: Cancellation;
}

/**
 * Loads the manifests that concern the targets (absolute files and folders): those that lie in them, and for a target
 * that holds none, the one whose project it belongs to. Returns their paths.
 */
export async function discover(
  engine: Engine,
  targets: readonly string[],
  options: DiscoverOptions = {},
): Promise<string[]> {
  const found = new Set<string>();
  for (const target of targets) {
    await engine.manifests.loadAbove(isFile(target) ? target : `${target}/${MANIFEST_NAME}`);
    if (!isFile(target))
      await engine.manifests.load((await walk(engine.ports.files, target, options)).manifests);
    const inside = engine.manifests.all().filter(({ file }) => isInside(target, file));
    for (const { file } of inside) found.add(file);
    const owner = engine.manifests.owner(`${target}/.`)?.file;
    if (inside.length === 0 && owner !== undefined) found.add(owner);
  }
  return [...found];
}

function isFile(target: string): boolean {
  return isModule(target) || nameOf(target) === MANIFEST_NAME;
}
