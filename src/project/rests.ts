import { sha256 } from '../base/digest';
import { isWebAddress } from '../base/origin';
import type { Files } from '../base/ports';
import type { EvidenceFacts } from '../evidence/facts';
import { judge } from '../evidence/judge';
import type { Rest } from '../history/entry';
import { HISTORY_PATH } from '../history/entry';
import { effectiveLifecycle } from '../lifecycle/effective';
import type { Criterion } from '../lifecycle/model';
import type { ManifestContent } from './loaded-manifest';
import { byText } from './order';
import { isInside, relative, resolve } from './paths';

/** A stage, or one of its criteria. */
export interface Subject {
  readonly stage: string;
  readonly criterion?: string;
}

/** Of more files nobody could say which one mattered; the first by name are kept. */
const MOST_FILES = 200;

/**
 * What the outcomes of a stage's criteria, or of one, rest on at this moment: the files that were read to judge them,
 * those that the manifest names, and the one that the verdict points to. The manifest itself is what is being written.
 */
export async function restsOf(
  content: ManifestContent,
  facts: EvidenceFacts,
  subject: Subject,
): Promise<readonly Rest[]> {
  const { manifest } = content;
  const entries = manifest.stages.get(subject.stage)?.criteria;
  const paths = new Set<string>();
  for (const criterion of criteriaOf(content, subject)) {
    for (const path of entries?.get(criterion.id)?.files ?? []) paths.add(resolve(manifest.root, path));
    for (const path of await readFor(criterion, content, facts)) paths.add(path);
  }
  const own = [manifest.file, `${manifest.root}/${HISTORY_PATH}`];
  const kept = [...paths].filter(
    path => isWebAddress(path) || (isInside(manifest.root, path) && !own.includes(path)),
  );
  const rests: Rest[] = [];
  for (const path of kept.sort(byText).slice(0, MOST_FILES))
    rests.push(await restAt(path, manifest.root, facts));
  return rests;
}

function criteriaOf({ manifest, lifecycle }: ManifestContent, subject: Subject): readonly Criterion[] {
  if (!lifecycle) return [];
  const { stages, groups } = effectiveLifecycle(lifecycle, manifest);
  const stage = [...stages, ...groups].find(({ id }) => id === subject.stage);
  return (stage?.criteria ?? []).filter(
    ({ id }) => subject.criterion === undefined || subject.criterion === id,
  );
}

async function readFor(
  { evidence }: Criterion,
  { manifest }: ManifestContent,
  facts: EvidenceFacts,
): Promise<ReadonlySet<string>> {
  const read = new Set<string>();
  const files: Files = {
    ...facts.files,
    read: path => {
      read.add(path);
      return facts.files.read(path);
    },
  };
  const { location } = await judge(evidence, { manifest, facts: { ...facts, files } });
  if (location) read.add(location.file);
  return read;
}

async function restAt(file: string, root: string, { files, metrics }: EvidenceFacts): Promise<Rest> {
  const there = metrics.table.runs.filter(run => run.file === file);
  // Names are unique in files, and not on a server.
  if (isWebAddress(file)) return { path: file, ...(there.length > 0 && { runs: there.map(({ id }) => id) }) };
  const hash = await hashOf(file, files);
  const runs = there.map(({ name }) => name);
  return {
    path: relative(root, file),
    ...(hash !== undefined && { sha256: hash }),
    ...(runs.length > 0 && { runs }),
  };
}

/** `undefined` where it cannot be read. */
export async function hashOf(file: string, files: Files): Promise<string | undefined> {
  const read = await files.read(file);
  return read.ok ? sha256(read.value) : undefined;
}
