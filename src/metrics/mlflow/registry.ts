import type { Files } from '../../base/ports';
import { eachLimited } from './limited';
import { readMeta, textIn, timeIn } from './meta';
import { namedTexts, recordOf } from './named-texts';

/** What a model registry holds, from whichever store it was read. */
export interface Registry {
  readonly models: readonly RegisteredModel[];
  /** Entries that could not be read: a sentence each, with the file. */
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
}

export interface RegisteredModel {
  readonly name: string;
  /** Where to go: its `meta.yaml`, or its page on the server. */
  readonly place: string;
  /** Alias → version. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
}

export interface ModelVersion {
  /** `3`. */
  readonly version: string;
  readonly place: string;
  /** `Production`, `Staging`, `Archived`; absent where stages are not used. */
  readonly stage?: string;
  /** `READY` where it can be loaded. */
  readonly status?: string;
  readonly runId?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** When it was registered (ISO 8601). */
  readonly created?: string;
}

/** Reads the registry of a file store; `undefined` where the store has none. */
export async function readRegistry(files: Files, store: string): Promise<Registry | undefined> {
  const folder = `${store}/models`;
  const names = (await files.list(folder)).filter(name => name.endsWith('/'));
  if (names.length === 0) return undefined;
  const read = await eachLimited(names, name => readModel(files, `${folder}/${name.slice(0, -1)}`));
  return {
    models: read.flatMap(({ model }) => model ?? []),
    unread: read.flatMap(({ unread }) => unread),
  };
}

interface ModelRead {
  readonly model?: RegisteredModel;
  readonly unread: Registry['unread'];
}

async function readModel(files: Files, folder: string): Promise<ModelRead> {
  const place = `${folder}/meta.yaml`;
  const meta = await readMeta(files, place);
  if (!meta.ok) {
    const unread = meta.failure.kind === 'missing' ? [] : [{ file: place, reason: meta.failure.message }];
    return { unread };
  }
  const folders = (await files.list(folder)).filter(name => /^version-\d+\/$/.test(name));
  const versions = await eachLimited(folders, name => readVersion(files, `${folder}/${name.slice(0, -1)}`));
  const aliases = recordOf(await namedTexts(files, `${folder}/aliases`));
  return {
    model: {
      name: textIn(meta.value, 'name') ?? folder.slice(folder.lastIndexOf('/') + 1),
      place,
      aliases: new Map(Object.entries(aliases).map(([alias, version]) => [alias, version.trim()])),
      versions: versions.flatMap(({ version }) => version ?? []).sort(newestFirst),
    },
    unread: versions.flatMap(({ unread }) => unread),
  };
}

async function readVersion(
  files: Files,
  folder: string,
): Promise<{ readonly version?: ModelVersion; readonly unread: Registry['unread'] }> {
  const place = `${folder}/meta.yaml`;
  const meta = await readMeta(files, place);
  if (!meta.ok) return { unread: [{ file: place, reason: meta.failure.message }] };
  const stage = textIn(meta.value, 'current_stage');
  // The store keeps deleted versions, under a name of its own.
  if (stage === 'Deleted_Internal') return { unread: [] };
  const [status, runId, created] = [
    textIn(meta.value, 'status'),
    textIn(meta.value, 'run_id'),
    timeIn(meta.value, 'creation_timestamp'),
  ];
  const version: ModelVersion = {
    version: textIn(meta.value, 'version') ?? folder.slice(folder.lastIndexOf('-') + 1),
    place,
    tags: recordOf(await namedTexts(files, `${folder}/tags`)),
    ...(stage !== undefined && stage !== 'None' && { stage }),
    ...(status !== undefined && { status }),
    ...(runId !== undefined && { runId }),
    ...(created !== undefined && { created }),
  };
  return { version, unread: [] };
}

function newestFirst(a: ModelVersion, b: ModelVersion): number {
  return Number(b.version) - Number(a.version);
}
