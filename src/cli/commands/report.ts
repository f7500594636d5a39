import { readFile, writeFile } from 'node:fs/promises';
import type { ExportFormat } from '../../base/export-format';
import { isFatal } from '../../base/problems';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import { kindOfPath } from '../../host/node-files';
import { relative, resolve } from '../../project/paths';
import type { Draft } from '../../project/journal/journal';
import type { Workspace } from '../../project/workspace';
import type { ExitCode, Io } from '../io';
import { placeText } from '../formats/check-text';
import { openWorkspace } from '../open-workspace';
import type { Targets } from '../targets';
import { resolveTargets } from '../targets';
import { complain } from '../usage';

export interface ReportInvocation {
  readonly path: string;
  readonly format: ExportFormat;
  /** Standard output unless given. */
  readonly output?: string;
  /** Hosts of tracking servers that may be asked. */
  readonly allowed: readonly string[];
}

/** Prints the metric report of one project, or of runs that none selects, or writes it to a file. */
export async function reportCommand(invocation: ReportInvocation, io: Io): Promise<ExitCode> {
  const target = invocation.output === undefined ? undefined : resolve(io.cwd, invocation.output);
  const draft = await draftOf(invocation, io, target);
  if (!draft.ok) return complain(io, draft.failure);
  if (target === undefined) {
    io.out(draft.value.text);
    return 0;
  }
  const failure = await write(target, draft.value.text);
  return failure === undefined ? 0 : complain(io, [`${invocation.output ?? ''}: ${failure}`]);
}

type Drafted = Result<Draft, readonly string[]>;

async function draftOf(invocation: ReportInvocation, io: Io, target: string | undefined): Promise<Drafted> {
  const { path, allowed } = invocation;
  const targets = await resolveTargets(io.cwd, [path], 'any');
  if (!targets.ok) return targets;
  const workspace = openWorkspace(targets.value, io, allowed);
  const manifest = await onlyProject(workspace, path, targets.value);
  if (!manifest.ok) return manifest;
  return manifest.value === undefined
    ? draftOfRuns(workspace, invocation, targets.value)
    : draftOfProject(workspace, manifest.value, { invocation, targets: targets.value, target });
}

async function draftOfProject(
  workspace: Workspace,
  manifest: string,
  asked: {
    readonly invocation: ReportInvocation;
    readonly targets: Targets;
    readonly target: string | undefined;
  },
): Promise<Drafted> {
  const { format, output } = asked.invocation;
  const before = format === 'card' && asked.target !== undefined ? await textOf(asked.target) : ok(undefined);
  if (!before.ok) return fail([`${output ?? ''}: ${before.failure}; nothing was written`]);
  const draft = await workspace.exportReport(manifest, {
    format,
    ...(format === 'json' && { root: asked.targets.root }),
    ...(before.value !== undefined && { before: before.value }),
  });
  return draft.ok ? draft : fail([draft.failure]);
}

/** Of a file, or of a folder in which there is no project. */
async function draftOfRuns(
  workspace: Workspace,
  { path, format }: ReportInvocation,
  { paths: [named], root }: Targets,
): Promise<Drafted> {
  const draft = await workspace.exportPathReport(named ?? root, { format, root });
  if (draft.ok) return draft;
  return fail([
    `${path}: no project here (\`holdout.yaml\` was not found), and none of its runs can be told of: ${draft.failure}`,
  ]);
}

/** The manifest of the one project there, if any, with its code and data looked at; or why it cannot be told of, a line each. */
async function onlyProject(
  workspace: Workspace,
  path: string,
  { paths, root }: Targets,
): Promise<Result<string | undefined, readonly string[]>> {
  const manifests = await workspace.discover(paths);
  const [manifest, second] = manifests;
  if (manifest === undefined) return ok(undefined);
  if (second !== undefined)
    return fail([`${path}: there are ${manifests.length} projects here; name the folder of one`]);
  const { projects, skipped } = await workspace.status({ manifests });
  const [unread] = skipped;
  if (unread) return fail([`${relative(root, unread.file)}: ${unread.reason}`]);
  const problems = projects.flatMap(project => project.problems);
  // One that means nothing is printed with all that is wrong in it.
  return problems.some(isFatal)
    ? fail(problems.map(one => `${placeText(one.place, root)}: ${one.severity} ${one.message}`))
    : ok(manifest);
}

/** The text of a card that is there already; none where there is no file. */
async function textOf(file: string): Promise<Result<string | undefined, string>> {
  const kind = await kindOfPath(file);
  if (kind === 'missing') return ok(undefined);
  if (kind !== 'file') return fail('it is no file');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file)));
  } catch (error) {
    return fail(`it cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Says why, where it could not be written. */
async function write(file: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    return `it cannot be written (${error instanceof Error ? error.message : String(error)})`;
  }
}
