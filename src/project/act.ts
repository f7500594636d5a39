import type { Outcome } from '../base/outcome';
import type { ProjectState } from '../base/project';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { DecisionEntry, DecisionKind, HistoryEntry, SealedEntry } from '../history/entry';
import { lineOf } from '../history/entry';
import type { SealedFields } from '../history/seal';
import { digestOf, sealedFields } from '../history/seal';
import type { Decision } from '../manifest/edit';
import { editManifest } from '../manifest/edit';
import { parseManifest } from '../manifest/parse';
import type { TextEdit } from '../manifest/editing/difference';
import { confined } from './confined';
import type { Engine } from './engine';
import type { Trail } from './ports';
import { folderOf } from './paths';
import { historyFile } from './read-history';
import { restsOf } from './rests';
import { projectLint } from './status';
import { readText } from './text';

/** Something that a person decides; whoever carries it out knows the date, and what there is to seal. */
export type PersonalDecision = Undecided & {
  /** Who decides, where the manifest does not say; Git's name unless given. */
  readonly who?: string;
};
type Undecided = Without<Decision>;
type Without<D> = D extends { readonly on: string } ? Omit<D, 'on' | 'digest'> : D;

export interface Acted {
  /** Write the decision into the manifest. */
  readonly edits: readonly TextEdit[];
  /** What the history says of it, to be noted once the manifest is saved; absent in a host that only reads. */
  readonly entry?: HistoryEntry;
}

/**
 * The edits that write a decision into a manifest, and the entry of the history that goes with them.
 *
 * @param unsaved the manifest's text as it stands in an editor; what is on disk, unless given
 */
export async function act(
  engine: Engine,
  file: string,
  { who, ...decision }: PersonalDecision,
  unsaved: string | undefined,
): Promise<Result<Acted, string>> {
  const text = unsaved ?? (await savedText(engine, file));
  if (text === undefined) return fail(`${file} cannot be read.`);
  const sealed = sealedFields(parseManifest(file, text).value);
  const made = await completed(decision as Undecided, engine.ports.clock.now(), sealed);
  const edited = editManifest(text, made);
  if (!edited.ok) return fail(edited.failure.message);
  const { edits } = edited.value;
  const { trail } = engine.ports;
  if (!trail) return ok({ edits });
  const entry =
    made.kind === 'seal'
      ? await sealEntry(engine, trail, file, made, sealed)
      : await decisionEntry(engine, trail, file, made, who);
  return ok({ edits, entry });
}

/** Adds an entry to a project's history. The failure is a sentence. */
export async function record(
  { ports }: Engine,
  manifest: string,
  entries: readonly HistoryEntry[],
): Promise<Result<void, string>> {
  const file = historyFile(folderOf(manifest));
  const added = await ports.trail?.append(file, entries.map(lineOf).join(''));
  return !added || added.ok ? ok(undefined) : fail(`${file} was not written: ${added.failure}.`);
}

async function savedText(engine: Engine, file: string): Promise<string | undefined> {
  const read = await readText(engine.ports.files, file);
  return read.ok ? read.value.text : undefined;
}

type StageDecision = Exclude<Decision, { kind: 'seal' }>;

async function decisionEntry(
  engine: Engine,
  trail: Trail,
  file: string,
  decision: StageDecision,
  who: string | undefined,
): Promise<DecisionEntry> {
  const by =
    'by' in decision ? decision.by.trim() : (who ?? (await trail.userName(folderOf(file))) ?? SOMEBODY);
  return {
    ...(await headOf(engine, trail, file, by)),
    what: KINDS[decision.kind],
    stage: decision.stage,
    ...('criterion' in decision && { criterion: decision.criterion }),
    ...('on' in decision && { on: decision.on }),
    ...('reason' in decision && { note: decision.reason.trim() }),
    ...(await thenOf(engine, file, decision)),
  };
}

async function sealEntry(
  engine: Engine,
  trail: Trail,
  file: string,
  { by, on, digest }: Extract<Decision, { kind: 'seal' }>,
  fields: SealedFields,
): Promise<SealedEntry> {
  return { ...(await headOf(engine, trail, file, by.trim())), what: 'sealed', on, digest, fields };
}

async function headOf({ ports }: Engine, trail: Trail, file: string, who: string) {
  const commit = await trail.commit(folderOf(file));
  const time = new Date(ports.clock.now()).toISOString();
  return { id: trail.newId(), time, who, ...(commit !== undefined && { commit }) };
}

const SOMEBODY = 'somebody';

const KINDS = {
  tick: 'ticked',
  untick: 'unticked',
  waive: 'waived',
  unwaive: 'waiver-withdrawn',
  'sign-off': 'signed-off',
  reopen: 'reopened',
} as const satisfies Record<StageDecision['kind'], DecisionKind>;

/** How things stood just before, and on what that rested. */
async function thenOf(
  engine: Engine,
  file: string,
  decision: StageDecision,
): Promise<Pick<DecisionEntry, 'outcomes' | 'rests'>> {
  const content = engine.manifests.get(file)?.content;
  if (!content?.ok) return { outcomes: {}, rests: [] };
  const lint = await projectLint(engine, content.manifest, {});
  const state = await engine.evaluations.evaluate(content, lint);
  const files = confined(engine.ports.files, content.manifest.root);
  const facts = { ...(await engine.evaluations.facts(content, lint)), files };
  return { outcomes: outcomesIn(state, decision), rests: await restsOf(content, facts, decision) };
}

function outcomesIn(
  { stages, groups }: ProjectState,
  decision: StageDecision,
): Readonly<Record<string, Outcome>> {
  const criteria = [...stages, ...groups].find(({ id }) => id === decision.stage)?.criteria ?? [];
  const meant = criteria.filter(({ id }) => !('criterion' in decision) || decision.criterion === id);
  return Object.fromEntries(meant.map(({ id, outcome }) => [id, outcome]));
}

async function completed(decision: Undecided, now: number, sealed: SealedFields): Promise<Decision> {
  if (!('by' in decision)) return decision;
  const on = dayOf(new Date(now));
  return decision.kind === 'seal' ? { ...decision, on, digest: await digestOf(sealed) } : { ...decision, on };
}

/** The day where the person is. */
export function dayOf(date: Date): string {
  const digits = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
