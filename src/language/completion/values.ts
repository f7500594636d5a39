import { RULE_GROUPS } from '../../base/groups';
import { MANIFEST } from '../../manifest/schema/manifest';
import type { FieldTable, Reference, TextType } from '../../manifest/schema/types';
import type { Document } from '../document';
import { declaredIn, stageAround } from '../mentions';
import type { Path } from '../outline/tree';
import { entryIn, nodeAt } from '../outline/tree';
import type { Slot } from '../slots';
import { slotsOf } from '../slots';
import type { Surroundings } from '../surroundings';
import type { Offer } from './completion';
import { criterionOffers, ruleOffers, stageOffers } from './names';
import { UNITS } from './units';

interface At {
  readonly document: Document;
  readonly path: Path;
}

/** Values that may stand at a place, as far as they can be listed; paths and expressions are offered elsewhere. */
export async function valueOffers(
  { type, field }: Slot,
  at: At,
  around: Surroundings,
): Promise<readonly Offer[]> {
  switch (type.kind) {
    case 'flag':
      return ['true', 'false'].map(text => ({ text, kind: 'value', raw: true }));
    case 'number':
      return examples(field?.examples);
    case 'text':
      return textOffers(type, { ...at, examples: field?.examples }, around);
    default:
      return [];
  }
}

/** As they are written in the schema: what is no YAML scalar is an example of something larger. */
function examples(written: readonly string[] | undefined): readonly Offer[] {
  const scalars = (written ?? []).filter(example => !/^[[{]/.test(example));
  return scalars.map(text => ({ text, kind: 'value', detail: 'example', raw: true }));
}

async function textOffers(
  type: TextType,
  at: At & { readonly examples: readonly string[] | undefined },
  around: Surroundings,
): Promise<readonly Offer[]> {
  if (type.values) return type.values.map(text => ({ text, kind: 'value', raw: true }));
  const refers = type.names ?? type.refers;
  // `id` is what a lifecycle gives a stage: a name of its own, and none that is there.
  if (refers && type.format === undefined) return referredOffers(refers, at, around);
  switch (type.format) {
    case 'date':
      return [{ text: around.today, kind: 'value', detail: 'today', raw: true }];
    case 'comparison':
    case 'duration':
    case 'percent':
    case 'weeks':
      return examples(at.examples);
    default:
      return [];
  }
}

async function referredOffers(refers: Reference, at: At, around: Surroundings): Promise<readonly Offer[]> {
  switch (refers) {
    case 'rule':
      return ruleOffers(around);
    case 'rule-or-group':
      return [...groupOffers(), ...ruleOffers(around)];
    case 'lifecycle':
      return around.lifecycles.map(({ id, summary }) => ({ text: id, kind: 'value', help: summary }));
    case 'metric':
      return metricOffers(at.document, around);
    case 'split':
      return splitOffers(at.document, around);
    case 'column':
      return columnOffers(at, around);
    case 'stage':
      return stageOffers(around);
    case 'criterion':
      return criterionOffers(around, stageAround(at.document, at.path));
    case 'field':
      return fieldPathOffers(around);
    case 'unit':
      return UNITS.map(text => ({ text, kind: 'unit' }));
    case 'kind-of-error':
    case 'rule-word':
      return [];
  }
}

function groupOffers(): readonly Offer[] {
  return Object.entries(RULE_GROUPS).map(([text, { title }]) => ({
    text,
    kind: 'rule',
    detail: 'group',
    help: title,
  }));
}

/** The metrics that the manifest declares, from its unsaved text where that is the file. */
export function metricOffers(document: Document, around: Surroundings): readonly Offer[] {
  const names =
    document.kind === 'manifest'
      ? declaredIn(document, 'metric')
      : around.manifest.metrics.map(({ name }) => name);
  return names.map(text => ({ text, kind: 'metric', detail: 'declared' }));
}

export async function splitOffers(document: Document, around: Surroundings): Promise<readonly Offer[]> {
  const declared =
    document.kind === 'manifest'
      ? declaredIn(document, 'split')
      : around.manifest.declarations.splits.map(({ name }) => name);
  const reported = (await around.reported()).flatMap(({ splits }) => splits);
  const names = [...new Set([...declared, ...reported])];
  return (names.length > 0 ? names : ['train', 'validation', 'test']).map(text => ({ text, kind: 'name' }));
}

async function columnOffers({ document, path }: At, around: Surroundings): Promise<readonly Offer[]> {
  const own = entryIn(nodeAt(document.root, path.slice(0, -1)), 'path')?.value;
  const columns = await around.columns(own?.kind === 'scalar' ? own.text : undefined);
  const names = new Map(columns.map(({ name, file }) => [name, file]));
  return [...names].map(([text, detail]) => ({ text, kind: 'column', detail }));
}

/** The fields that evidence may ask for: those of the schema, and what else this manifest has. */
function fieldPathOffers({ manifest }: Surroundings): readonly Offer[] {
  const known = pathsIn(MANIFEST.table, '');
  const own = [...manifest.fields.keys()].filter(path => !known.some(({ text }) => text === path));
  return [...known, ...own.map((text): Offer => ({ text, kind: 'field' }))];
}

const NOT_ASKED = new Set(['version', 'stages', 'lint', 'lifecycle']);

function pathsIn(table: FieldTable, before: string): readonly Offer[] {
  return Object.entries(table).flatMap(([name, field]) => {
    if (before === '' && NOT_ASKED.has(name)) return [];
    const offer: Offer = { text: `${before}${name}`, kind: 'field', help: field.doc };
    const below = slotsOf(field.type).flatMap(({ type }) =>
      type.kind === 'fields' ? pathsIn(type.table, `${before}${name}.`) : [],
    );
    return [offer, ...below];
  });
}
