import type { Files } from '../../base/ports';
import type { Proposal } from '../../manifest/propose/proposal';
import { confined } from '../confined';
import { findExcluded } from './exclude';
import { findName } from './name';
import { findRuns } from './runs';
import { findSplits } from './splits';
import { survey } from './survey';
import { findTarget } from './target';

/** Looks at a repository, and says what a manifest for it could hold. Reads only; what is not there is not proposed. */
export async function propose(files: Files, root: string): Promise<Proposal> {
  const own = confined(files, root);
  const seen = await survey(own, root);
  const { splits, notes } = findSplits(seen);
  const target = await findTarget(own, seen, splits);
  return {
    name: await findName(own, seen),
    splits,
    ...(target && { target }),
    ...(await findRuns(own, seen)),
    exclude: findExcluded(seen),
    notes: [...notes, ...notebooksElsewhere(seen.files)],
  };
}

/** The built-in lifecycles look for notebooks where most projects keep them. */
function notebooksElsewhere(files: readonly string[]): readonly string[] {
  const notebooks = files.filter(file => file.endsWith('.ipynb'));
  const [first] = notebooks;
  if (first === undefined || notebooks.some(file => file.startsWith('notebooks/'))) return [];
  return [`Notebooks are looked for in notebooks/; yours lie elsewhere, as ${first} does.`];
}
