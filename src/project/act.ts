import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Decision } from '../manifest/edit';
import { editManifest } from '../manifest/edit';
import type { TextEdit } from '../manifest/editing/difference';
import type { Engine } from './engine';
import { readText } from './text';

/** Something that a person decides; whoever carries it out knows the date. */
export type PersonalDecision = Undated<Decision>;
type Undated<D> = D extends { readonly on: string } ? Omit<D, 'on'> : D;

/**
 * The edits that write a decision into a manifest.
 *
 * @param unsaved the manifest's text as it stands in an editor; what is on disk, unless given
 */
export async function act(
  engine: Engine,
  file: string,
  decision: PersonalDecision,
  unsaved: string | undefined,
): Promise<Result<readonly TextEdit[], string>> {
  const text = unsaved ?? (await savedText(engine, file));
  if (text === undefined) return fail(`${file} cannot be read.`);
  const edited = editManifest(text, dated(decision, engine.ports.clock.now()));
  return edited.ok ? ok(edited.value.edits) : fail(edited.failure.message);
}

async function savedText(engine: Engine, file: string): Promise<string | undefined> {
  const read = await readText(engine.ports.files, file);
  return read.ok ? read.value.text : undefined;
}

function dated(decision: PersonalDecision, now: number): Decision {
  return 'by' in decision ? { ...decision, on: dayOf(new Date(now)) } : decision;
}

/** The day where the person is. */
function dayOf(date: Date): string {
  const digits = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
