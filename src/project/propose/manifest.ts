import type { Files } from '../../base/ports';
import { newManifest } from '../../manifest/create';
import { resolve } from '../paths';
import { MANIFEST_NAME } from '../walk';
import { propose } from './propose';

export interface ProposedManifest {
  /** Where it would lie. */
  readonly file: string;
  /** A manifest lies there, whatever is in it. */
  readonly exists: boolean;
  readonly text: string;
  /** How many values were found in the folder, the name aside. */
  readonly found: number;
}

/** The text of a manifest for a folder, with what was found in it. */
export async function proposeManifest(
  files: Files,
  folder: string,
  lifecycle: string,
): Promise<ProposedManifest> {
  const proposal = await propose(files, folder);
  const { splits, target, metrics, runs, exclude } = proposal;
  const file = resolve(folder, MANIFEST_NAME);
  return {
    file,
    exists: (await files.stat(file)) !== undefined,
    text: newManifest({ name: proposal.name.value, lifecycle, proposal }),
    found: [...splits, ...(target ? [target] : []), ...metrics, ...runs, ...exclude].length,
  };
}
