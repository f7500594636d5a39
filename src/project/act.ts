import type { Outcome } from '../base/outcome';
import type { ProjectState } from '../base/project';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { DecisionEntry, DecisionKind, HistoryEntry } from '../history/entry';
import { lineOf } from '../history/entry';
import type { Decision } from '../manifest/edit';
import { editManifest } from '../manifest/edit';
import type { TextEdit } from '../manifest/editing/difference';
import { confined } from './confined';
import type { Engine } from './engine';
import type { Trail } from './ports';
import { folderOf } from './paths';
import { historyFile } from './read-history';
import { restsOf } from './rests';
import { projectLint } from './status';
import { readText } from './text';

/** Something that a person decides; whoever carries it out knows the date. */
export type PersonalDecision = Undated<Decision> & {
  /** Who decides, where the manifest does not say; Git's name unless given. */
  readonly who?: string;
};
type Undated<D> = D extends { readonly on: string } ? Omit<D, 'on'> : D;

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
  const made = dated(decision as Undated<Decision>, engine.ports.clock.now());
  const edited = editManifest(text, made);
  if (!edited.ok) return fail(edited.failure.message);
  const { edits } = edited.value;
  const { trail } = engine.ports;
  return ok(trail ? { edits, entry: await entryOf(engine, trail, file, made, who) } : { edits });
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

async function entryOf(
  engine: Engine,
  trail: Trail,
  file: string,
  decision: Decision,
  who: string | undefined,
): Promise<DecisionEntry> {
  const folder = folderOf(file);
  const commit = await trail.commit(folder);
  const by = 'by' in decision ? decision.by.trim() : (who ?? (await trail.userName(folder)) ?? SOMEBODY);
  const { stage } = decision;
  return {
    id: trail.newId(),
    time: new Date(engine.ports.clock.now()).toISOString(),
    who: by,
    what: KINDS[decision.kind],
    stage,
    ...('criterion' in decision && { criterion: decision.criterion }),
    ...('on' in decision && { on: decision.on }),
    ...('reason' in decision && { note: decision.reason.trim() }),
    ...(commit !== undefined && { commit }),
    ...(await thenOf(engine, file, decision)),
  };
}

const SOMEBODY = 'somebody';

const KINDS = {
  tick: 'ticked',
  untick: 'unticked',
  waive: 'waived',
  unwaive: 'waiver-withdrawn',
  'sign-off': 'signed-off',
  reopen: 'reopened',
} as const satisfies Record<Decision['kind'], DecisionKind>;

/** How things stood just before, and on what that rested. */
async function thenOf(
  engine: Engine,
  file: string,
  decision: Decision,
): Promise<Pick<DecisionEntry, 'outcomes' | 'rests'>> {
  const content = engine.manifests.get(file)?.content;
  if (!content?.ok) return { outcomes: {}, rests: [] };
  const lint = await projectLint(engine, content.manifest, {});
  const state = await engine.evaluations.evaluate(content, lint);
  const files = confined(engine.ports.files, content.manifest.root);
  const facts = { ...(await engine.evaluations.facts(content, lint)), files };
  return { outcomes: outcomesIn(state, decision), rests: await restsOf(content, facts, decision) };
}

function outcomesIn({ stages, groups }: ProjectState, decision: Decision): Readonly<Record<string, Outcome>> {
  const criteria = [...stages, ...groups].find(({ id }) => id === decision.stage)?.criteria ?? [];
  const meant = criteria.filter(({ id }) => !('criterion' in decision) || decision.criterion === id);
  return Object.fromEntries(meant.map(({ id, outcome }) => [id, outcome]));
}

function dated(decision: Undated<Decision>, now: number): Decision {
  return 'by' in decision ? { ...decision, on: dayOf(new Date(now)) } : decision;
}

/** The day where the person is. */
export function dayOf(date: Date): string {
  const digits = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
