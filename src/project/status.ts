import type { Cancellation } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import type { Manifest } from '../manifest/model';
import { reportOf } from './file-lint';
import type { Engine } from './engine';
import type { FileReport } from './file-report';
import type { ManifestContent } from './loaded-manifest';
import type { LintFacts } from '../evidence/facts';
import type { StatusResult } from './snapshot';

export interface StatusOptions {
  /** Paths of the manifests; all that are known unless given. */
  readonly manifests?: readonly string[];
  /**
   * `all` (unless said): analyse first what has not been. `known`: answer at once with the findings that are there,
   * and count what rests on the others as not known yet.
   */
  readonly lint?: 'known' | 'all';
  /** The same for data files. `known` starts no reading: see `Workspace.readData`. */
  readonly data?: 'known' | 'all';
  /** The same for tracking servers. `known` asks none: see `Workspace.askServers`. */
  readonly servers?: 'known' | 'all';
  readonly cancellation?: Cancellation;
}

/** Where every project stands. */
export async function status(engine: Engine, options: StatusOptions = {}): Promise<StatusResult> {
  const loaded = engine.manifests.all().filter(({ file }) => options.manifests?.includes(file) ?? true);
  const projects = [];
  for (const { content } of loaded) {
    if (!content.ok) continue;
    const lint = await projectLint(engine, content.manifest, options);
    await readData(engine, content, options);
    await askServers(engine, content, options);
    projects.push(await engine.evaluations.evaluate(content, lint));
  }
  const skipped = loaded.flatMap(({ file, content }) =>
    content.ok ? [] : [{ file, reason: content.reason }],
  );
  return { projects, skipped };
}

async function readData(
  { data, predictions }: Engine,
  content: ManifestContent,
  { data: mode = 'all', cancellation = NEVER_CANCELLED }: StatusOptions,
): Promise<void> {
  if (mode !== 'all') return;
  const task = { cancellation, onProgress: () => undefined };
  await data.read(content, task);
  await predictions.read(content, task);
}

async function askServers(
  { servers }: Engine,
  content: ManifestContent,
  { servers: mode = 'all', cancellation = NEVER_CANCELLED }: StatusOptions,
): Promise<void> {
  if (mode === 'all') await servers.read(content, { cancellation, onProgress: () => undefined });
}

/** What the linter knows of a project, or finds out now. */
export async function projectLint(
  engine: Engine,
  manifest: Manifest,
  options: StatusOptions,
): Promise<LintFacts> {
  const { lint = 'all', cancellation = NEVER_CANCELLED } = options;
  const modules = await modulesOf(engine, manifest, lint);
  const reports: FileReport[] = [];
  for (const file of modules ?? []) {
    const known = engine.lints.known(file, engine.lintContext(file, manifest));
    if (known) reports.push(known);
    else if (lint === 'all' && !cancellation.cancelled) {
      reports.push(await reportOf(engine, file));
      await engine.ports.pause();
    }
  }
  const { settings } = engine.lintContext(manifest.file, manifest);
  const complete = reports.length === modules?.length;
  return engine.lintFacts.of(manifest, { reports, settings, complete });
}

/** Scripts and notebooks of a project, without those of a project within it; `undefined` while nobody has looked. */
async function modulesOf(
  engine: Engine,
  manifest: Manifest,
  lint: 'known' | 'all',
): Promise<readonly string[] | undefined> {
  const { inventories, manifests } = engine;
  const inventory = lint === 'all' ? await inventories.of(manifest.root) : inventories.known(manifest.root);
  if (!inventory) return undefined;
  await manifests.load(inventory.manifests);
  return inventory.modules.filter(
    file => manifests.owner(file)?.file === manifest.file && !manifests.isExcluded(file),
  );
}
