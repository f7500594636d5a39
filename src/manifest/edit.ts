import { fail, ok } from '../base/result';
import type { Result } from '../base/result';
import { difference } from './editing/difference';
import type { TextEdit } from './editing/difference';
import { removeIn } from './editing/remove';
import { setIn } from './editing/set';
import type { EditFailure } from './editing/set';
import { isSafe } from './editing/verify';
import { scalarText } from './editing/words';
import type { CriterionEntry, StageEntry } from './model';
import { parseManifest } from './parse';
import { startReading } from './read/report';
import { entryOf, isEmpty } from './read/tree';
import type { Tree } from './read/tree';
import { readYaml } from './read/yaml';
import { NO_VOCABULARY } from './vocabulary';

/** Something that a person decides about a stage, a criterion, or the targets of all. Dates are `2026-10-02`. */
export type Decision =
  | {
      readonly kind: 'tick';
      readonly stage: string;
      readonly criterion: string;
      readonly by: string;
      readonly on: string;
    }
  | { readonly kind: 'untick'; readonly stage: string; readonly criterion: string }
  | { readonly kind: 'waive'; readonly stage: string; readonly criterion: string; readonly reason: string }
  | { readonly kind: 'unwaive'; readonly stage: string; readonly criterion: string }
  | { readonly kind: 'sign-off'; readonly stage: string; readonly by: string; readonly on: string }
  | { readonly kind: 'reopen'; readonly stage: string }
  | { readonly kind: 'seal'; readonly by: string; readonly on: string; readonly digest: string };

/**
 * Writes a decision into a manifest by the smallest edit of its text: comments, order and style stay, and what is
 * written is read back before it is handed out.
 *
 * @param text the manifest without byte order mark, as editors hold it
 */
export function editManifest(
  text: string,
  decision: Decision,
): Result<{ readonly edits: readonly TextEdit[] }, EditFailure> {
  const edited = decide(text, decision);
  if (!edited.ok) return edited;
  if (!isDone(edited.value, decision) || !isSafe(text, edited.value, pathOf(decision))) {
    return fail({
      message: 'The manifest is written in a way that cannot be edited safely here; change it by hand.',
    });
  }
  return ok({ edits: difference(text, edited.value) });
}

function decide(text: string, decision: Decision): Result<string, EditFailure> {
  const { stage, entry } = meantBy(decision, text);
  switch (decision.kind) {
    case 'tick':
      return tick(text, decision, entry);
    case 'untick':
      if (!entry?.done) return fail({ message: `\`${decision.criterion}\` is not ticked.` });
      return ok(remove(text, pathOf(decision), ['done', 'by', 'note']));
    case 'waive':
      if (decision.reason.trim() === '') return fail({ message: 'A waiver needs a reason.' });
      return setFields(text, pathOf(decision), [['waived', JSON.stringify(decision.reason.trim())]]);
    case 'unwaive':
      if (entry?.waived === undefined) return fail({ message: `\`${decision.criterion}\` is not waived.` });
      return ok(remove(text, pathOf(decision), ['waived']));
    case 'sign-off':
      return signOff(text, decision, stage);
    case 'reopen':
      if (!stage?.signedOff) return fail({ message: `\`${decision.stage}\` is not signed off.` });
      return ok(removeIn(text, pathOf(decision)));
    case 'seal':
      if (decision.by.trim() === '') return fail({ message: 'A seal needs the name of who seals.' });
      return setFields(text, pathOf(decision), [
        ...signature(decision),
        ['digest', scalarText(decision.digest)],
      ]);
  }
}

/** What the manifest says so far of the stage and the criterion that are decided on. */
function meantBy(
  decision: Decision,
  text: string,
): { readonly stage?: StageEntry | undefined; readonly entry?: CriterionEntry | undefined } {
  if (!('stage' in decision)) return {};
  const stage = parseManifest('', text).value.stages.get(decision.stage);
  return { stage, entry: 'criterion' in decision ? stage?.criteria.get(decision.criterion) : undefined };
}

function signature({ on, by }: { readonly on: string; readonly by: string }): readonly FieldText[] {
  return [
    ['on', on],
    ['by', scalarText(by.trim())],
  ];
}

function tick(
  text: string,
  decision: Extract<Decision, { kind: 'tick' }>,
  entry: CriterionEntry | undefined,
): Result<string, EditFailure> {
  if (decision.by.trim() === '') return fail({ message: 'A tick needs the name of who ticks.' });
  if (entry?.waived !== undefined) {
    return fail({ message: `\`${decision.criterion}\` is waived; take the waiver back first.` });
  }
  return setFields(text, pathOf(decision), [
    ['done', decision.on],
    ['by', scalarText(decision.by.trim())],
  ]);
}

function signOff(
  text: string,
  decision: Extract<Decision, { kind: 'sign-off' }>,
  stage: StageEntry | undefined,
): Result<string, EditFailure> {
  if (decision.by.trim() === '') return fail({ message: 'A sign-off needs the name of who signs.' });
  if (stage?.signedOff)
    return fail({ message: `\`${decision.stage}\` is signed off already; reopen it first.` });
  return setFields(text, pathOf(decision), signature(decision));
}

/** Does the manifest now say what was decided? */
function isDone(text: string, decision: Decision): boolean {
  const { stage, entry } = meantBy(decision, text);
  switch (decision.kind) {
    case 'tick':
      return entry?.done?.on === decision.on && entry.done.by === decision.by.trim();
    case 'untick':
      return entry?.done === undefined;
    case 'waive':
      return entry?.waived === decision.reason.trim();
    case 'unwaive':
      return entry?.waived === undefined;
    case 'sign-off':
      return stage?.signedOff?.on === decision.on && stage.signedOff.by === decision.by.trim();
    case 'reopen':
      return stage?.signedOff === undefined;
    case 'seal':
      return isSealed(text, decision);
  }
}

function isSealed(text: string, { by, on, digest }: Extract<Decision, { kind: 'seal' }>): boolean {
  const { sealed } = parseManifest('', text).value;
  return sealed?.digest === digest && sealed.by === by.trim() && sealed.on === on;
}

/** Where a decision is written: the mapping of a criterion, of a sign-off, or of the seal. */
function pathOf(decision: Decision): readonly string[] {
  if (!('stage' in decision)) return ['sealed'];
  return 'criterion' in decision
    ? ['stages', decision.stage, 'criteria', decision.criterion]
    : ['stages', decision.stage, 'signed_off'];
}

type FieldText = readonly [name: string, value: string];

/** Fields of a mapping: each where it is, or all on one line where the mapping is not there yet. */
function setFields(
  text: string,
  path: readonly string[],
  fields: readonly FieldText[],
): Result<string, EditFailure> {
  if (isAbsent(text, path)) {
    return setIn(text, path, `{ ${fields.map(([name, value]) => `${name}: ${value}`).join(', ')} }`);
  }
  return fields.reduce<Result<string, EditFailure>>(
    (edited, [name, value]) => (edited.ok ? setIn(edited.value, [...path, name], value) : edited),
    ok(text),
  );
}

function isAbsent(text: string, path: readonly string[]): boolean {
  const tree = readYaml(startReading('', text, NO_VOCABULARY));
  const found = path.reduce<Tree | undefined>((at, name) => entryOf(at, name)?.value, tree);
  return !found || isEmpty(found);
}

function remove(text: string, path: readonly string[], names: readonly string[]): string {
  return names.reduce((edited, name) => removeIn(edited, [...path, name]), text);
}
