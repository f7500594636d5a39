import { RULE_WORDS } from '../../lifecycle/model';
import { expectation } from '../../manifest/read/scalars';
import { EVIDENCE_KINDS, EVIDENCE_PIECE, EVIDENCE_QUALIFIERS } from '../../manifest/schema/evidence';
import type { Field, FieldTable, Reference } from '../../manifest/schema/types';
import type { Document } from '../document';
import { referenceOf, stageAround } from '../mentions';
import type { Path } from '../outline/tree';
import type { Slot } from '../slots';
import type { Surroundings } from '../surroundings';
import type { Offer } from './completion';

/** A name that may stand in a mapping, with what may follow it. */
export interface NameOffer extends Offer {
  readonly field?: Field;
}

/** The names of the schema in a mapping, required ones first; `used` are there already. */
export function fieldOffers(table: FieldTable, used: readonly string[]): readonly NameOffer[] {
  const isEvidence = table === EVIDENCE_PIECE.table;
  return Object.entries(table)
    .filter(([name]) => !used.includes(name) && (!isEvidence || fitsEvidence(name, used)))
    .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(([name, field]) => ({
      text: name,
      kind: 'field',
      detail: field.required ? 'required' : '',
      help: fieldHelp(field),
      field,
    }));
}

/** What a field says, what it expects, and how it looks. */
export function fieldHelp({ doc, type, examples }: Field): string {
  const shown = examples?.map(example => `\`${example}\``).join(', ');
  const lines = [
    doc,
    `Expects ${expectation(type)}.`,
    ...(shown === undefined ? [] : [`For example ${shown}`]),
  ];
  return lines.join('\n\n');
}

/** One piece of evidence has one kind, and what qualifies that kind. */
function fitsEvidence(name: string, used: readonly string[]): boolean {
  const kinds: readonly string[] = EVIDENCE_KINDS;
  const kind = used.find(one => kinds.includes(one));
  if (name === 'where') return true;
  if (kinds.includes(name)) return kind === undefined;
  const qualifiers: Readonly<Record<string, readonly string[]>> = EVIDENCE_QUALIFIERS;
  return kind !== undefined && (qualifiers[name]?.includes(kind) ?? true);
}

/** Names that the user chooses, where it is known which there could be. */
export async function mapOffers(
  slot: Slot,
  at: { readonly document: Document; readonly path: Path },
  around: Surroundings,
): Promise<readonly NameOffer[]> {
  const refers = slot.type.kind === 'map' ? referenceOf(slot.type) : undefined;
  return refers === undefined ? [] : namesFor(refers, at, around);
}

async function namesFor(
  refers: Reference,
  { document, path }: { readonly document: Document; readonly path: Path },
  around: Surroundings,
): Promise<readonly NameOffer[]> {
  switch (refers) {
    case 'metric':
      return (await around.reported()).map(({ name, splits }) => ({
        text: name,
        kind: 'metric',
        detail: splits.length > 0 ? `reported on ${splits.join(', ')}` : 'reported',
      }));
    case 'stage':
      return stageOffers(around);
    case 'criterion':
      return criterionOffers(around, stageAround(document, path));
    case 'rule':
      return ruleOffers(around);
    case 'split':
      return ['train', 'validation', 'test', 'current'].map(text => ({ text, kind: 'name' }));
    case 'kind-of-error':
      return ['false_positive', 'false_negative', 'unit'].map(text => ({ text, kind: 'name' }));
    case 'rule-word':
      return RULE_WORDS.map(text => ({ text, kind: 'name' }));
    default:
      return [];
  }
}

export function stageOffers({ lifecycle }: Surroundings): readonly Offer[] {
  return [...(lifecycle?.stages ?? []), ...(lifecycle?.groups ?? [])].map(({ id, title }) => ({
    text: id,
    kind: 'name',
    detail: title,
  }));
}

export function criterionOffers(
  { lifecycle, state }: Surroundings,
  stage: string | undefined,
): readonly Offer[] {
  const known = [...(lifecycle?.stages ?? []), ...(lifecycle?.groups ?? [])].find(({ id }) => id === stage);
  const judged = [...(state?.stages ?? []), ...(state?.groups ?? [])].find(({ id }) => id === stage);
  return (known?.criteria ?? []).map(({ id, ask, help }) => ({
    text: id,
    kind: 'name',
    detail: judged?.criteria.find(criterion => criterion.id === id)?.outcome ?? '',
    help: help === undefined ? ask : `${ask}\n\n${help}`,
  }));
}

export function ruleOffers({ rules }: Surroundings): readonly Offer[] {
  return rules.map(({ id, code, summary }) => ({ text: id, kind: 'rule', detail: code, help: summary }));
}
