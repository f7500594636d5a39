import { mayBeFolder } from '../base/folder-name';
import type { Files } from '../base/ports';
import type { Manifest } from '../manifest/model';
import { byText } from './order';
import { foldersAbove, isInside, nameOf } from './paths';
import type { Change } from './ports';
import type { LoadedManifest } from './loaded-manifest';
import { readManifest } from './read-manifest';
import { historyFile } from './read-history';
import { shared } from '../base/shared';
import { MANIFEST_NAME } from './walk';

/** The manifests of a workspace, by path. */
export interface ManifestStore {
  /** Reads those of `paths` that are not known yet. */
  load(paths: readonly string[]): Promise<void>;
  /** Reads the manifests that lie in the folders above `path`, as far up as the host lets us read. */
  loadAbove(path: string): Promise<void>;
  /** Reads again what the changes concern. */
  touch(changes: readonly Change[]): Promise<void>;
  /** Forgets those in a folder. */
  drop(folder: string): void;
  /** Reads all again. */
  refresh(): Promise<void>;
  get(file: string): LoadedManifest | undefined;
  /** By path. */
  all(): readonly LoadedManifest[];
  /** The manifest whose project a file belongs to: the nearest above it that could be read. */
  owner(file: string): Manifest | undefined;
  /** Does `lint.exclude` of its project leave a file out? */
  isExcluded(file: string): boolean;
}

export function createManifestStore(files: Files): ManifestStore {
  const loaded = new Map<string, LoadedManifest>();
  const read = async (file: string): Promise<void> => {
    const manifest = await readManifest(files, file);
    if (manifest) loaded.set(file, asBefore(loaded.get(file), manifest));
    else loaded.delete(file);
  };
  const load = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) if (!loaded.has(path)) await read(path);
  };
  return {
    load,
    loadAbove: async path => {
      const candidates = foldersAbove(path).map(manifestIn);
      for (const candidate of candidates) if (await files.stat(candidate)) await load([candidate]);
    },
    touch: async changes => {
      for (const file of touchedManifests(changes, [...loaded.values()])) await read(file);
    },
    drop: folder => {
      for (const file of [...loaded.keys()]) if (isInside(folder, file)) loaded.delete(file);
    },
    refresh: async () => {
      for (const file of [...loaded.keys()]) await read(file);
    },
    get: file => loaded.get(file),
    all: () => [...loaded.values()].sort((a, b) => byText(a.file, b.file)),
    owner: file => ownerOf(file, loaded)?.manifest,
    isExcluded: file => ownerOf(file, loaded)?.excludes(file) ?? false,
  };
}

/** What was read again, made of what says the same as before: criteria rest on these very objects. */
function asBefore(before: LoadedManifest | undefined, now: LoadedManifest): LoadedManifest {
  if (!before?.content.ok || !now.content.ok) return now;
  const manifest = shared<Manifest>(before.content.manifest, now.content.manifest);
  const { excludes } = manifest === before.content.manifest ? before.content : now.content;
  return shared(before, { ...now, content: { ...now.content, manifest, excludes } });
}

function manifestIn(folder: string): string {
  return `${folder === '/' ? '' : folder}/${MANIFEST_NAME}`;
}

function ownerOf(file: string, loaded: ReadonlyMap<string, LoadedManifest>) {
  for (const folder of foldersAbove(file)) {
    const content = loaded.get(manifestIn(folder))?.content;
    if (content?.ok) return content;
  }
  return undefined;
}

/** Manifests that changed themselves or came with a folder, and known ones of which the lifecycle changed, or the folder around either. */
function touchedManifests(changes: readonly Change[], known: readonly LoadedManifest[]): Set<string> {
  const paths = changes.map(({ path }) => path);
  const named = changes.flatMap(({ path, kind }) => {
    if (nameOf(path) === MANIFEST_NAME) return [path];
    // A folder that was moved here may bring one with it.
    return kind === 'created' && mayBeFolder(path) ? [manifestIn(path)] : [];
  });
  const concerned = known.filter(({ file, content }) => {
    const rests = [
      file,
      ...(content.ok ? [...content.lifecycleFiles, historyFile(content.manifest.root)] : []),
    ];
    return paths.some(path => rests.some(one => isInside(path, one)));
  });
  return new Set([...named, ...concerned.map(({ file }) => file)]);
}
