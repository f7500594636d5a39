import { readFile, writeFile } from 'node:fs/promises';
import type { CriterionState, StageState } from '../../base/outcome';
import { lineIndex } from '../../base/lines';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { Acted } from '../../project/act';
import type { Workspace } from '../../project/workspace';
import type { ExitCode, Io } from '../io';
import { openWorkspace } from '../open-workspace';
import { resolveTargets } from '../targets';
import { complain } from '../usage';

export interface SignOffInvocation {
  /** Its id. */
  readonly stage: string;
  readonly path: string;
  /** Who signs; Git's name unless given. */
  readonly by?: string;
  /** Also while criteria are unknown. */
  readonly anyway: boolean;
}

/** Signs a stage of one project off, as the editor does: not while something is unmet. */
export async function signOffCommand(invocation: SignOffInvocation, io: Io): Promise<ExitCode> {
  const { stage: id, path, anyway } = invocation;
  const targets = await resolveTargets(io.cwd, [path]);
  if (!targets.ok) return complain(io, targets.failure);
  const workspace = openWorkspace(targets.value, io);
  const manifests = await workspace.discover(targets.value.paths);
  const [manifest, second] = manifests;
  if (manifest === undefined)
    return complain(io, [`${path}: no project here: \`holdout.yaml\` was not found`]);
  if (second !== undefined)
    return complain(io, [`${path}: there are ${manifests.length} projects here; name the folder of one`]);
  const found = await stageOf(workspace, manifest, id);
  if (!found.ok) return complain(io, [found.failure]);
  const bar = barAgainst(found.value, anyway);
  if (bar.length > 0) {
    complain(io, bar);
    return 1;
  }
  const by = invocation.by ?? (await workspace.userName(manifest)) ?? '';
  if (by.trim() === '') return complain(io, ['Git knows no name of yours; say who signs with `--by NAME`']);
  const failure = await sign(workspace, manifest, { kind: 'sign-off', stage: id, by });
  if (failure !== undefined) return complain(io, [failure]);
  io.out(`${found.value.title} is signed off by ${by}.\n`);
  return 0;
}

async function stageOf(
  workspace: Workspace,
  manifest: string,
  id: string,
): Promise<Result<StageState, string>> {
  const { projects, skipped } = await workspace.status({ manifests: [manifest] });
  const [project] = projects;
  if (!project) return fail(skipped[0]?.reason ?? 'the manifest cannot be read');
  const stage = project.stages.find(one => one.id === id);
  if (stage) return ok(stage);
  const names = project.stages.map(one => one.id).join(', ');
  return fail(`\`${id}\` is no stage of ${project.name}${names === '' ? '' : `; there are ${names}`}`);
}

/** Why it cannot be signed off, a line each; nothing where it can. */
function barAgainst({ title, criteria }: StageState, anyway: boolean): readonly string[] {
  const unmet = criteria.filter(({ outcome }) => outcome === 'unmet');
  const unknown = criteria.filter(({ outcome }) => outcome === 'unknown');
  if (unmet.length > 0)
    return [`${title} cannot be signed off while criteria are unmet:`, ...unmet.map(wordOpen)];
  if (unknown.length === 0 || anyway) return [];
  return [`${title} has criteria that are unknown; \`--anyway\` signs it off:`, ...unknown.map(wordOpen)];
}

const wordOpen = ({ id, reason }: CriterionState): string => `  ${id}: ${reason}`;

/** Writes the decision into the manifest, then into its history. A sentence, where that failed. */
async function sign(
  workspace: Workspace,
  manifest: string,
  decision: Parameters<Workspace['act']>[1],
): Promise<string | undefined> {
  const acted = await workspace.act(manifest, decision);
  if (!acted.ok) return acted.failure;
  const written = await write(manifest, acted.value.edits);
  if (!written.ok) return written.failure;
  const { entry } = acted.value;
  const noted = entry ? await workspace.record(manifest, [entry]) : ok(undefined);
  return noted.ok ? undefined : `The decision is in the manifest, and not in the history. ${noted.failure}`;
}

/** Everything but the edits stays as it is, a byte order mark too. */
async function write(file: string, edits: Acted['edits']): Promise<Result<void, string>> {
  try {
    const whole = await readFile(file, 'utf8');
    const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : '';
    await writeFile(file, mark + edited(whole.slice(mark.length), edits));
    return ok(undefined);
  } catch (error) {
    return fail(`${file} was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Later edits first, so that earlier places stay where they are. */
function edited(text: string, edits: Acted['edits']): string {
  const { offsetAt } = lineIndex(text);
  return [...edits]
    .reverse()
    .reduce(
      (now, { range, newText }) =>
        now.slice(0, offsetAt(range.start)) + newText + now.slice(offsetAt(range.end)),
      text,
    );
}
