import { EVIDENCE_PIECE } from '../manifest/schema/evidence';
import type { Field, Type } from '../manifest/schema/types';
import { list } from '../manifest/schema/types';
import type { Document } from './document';
import type { Path } from './outline/tree';

/** What the schema lets stand at a place. */
export interface Slot {
  /** Never an alternative: those are slots of their own. */
  readonly type: Exclude<Type, { kind: 'either' | 'evidence' }>;
  /** The field that it is the value of, or is within. */
  readonly field?: Field;
}

const EVIDENCE_LIST = list(EVIDENCE_PIECE);

export function slotsOf(type: Type, field?: Field): readonly Slot[] {
  if (type.kind === 'either') return type.of.flatMap(option => slotsOf(option, field));
  const types = type.kind === 'evidence' ? [EVIDENCE_PIECE, EVIDENCE_LIST] : [type];
  return types.map(one => (field ? { type: one, field } : { type: one }));
}

/** What may stand under a name, or in a list. */
export function slotsBelow(slots: readonly Slot[], step: string | number): readonly Slot[] {
  return slots.flatMap(({ type, field }) => {
    if (type.kind === 'list') return typeof step === 'number' ? slotsOf(type.of, field) : [];
    if (typeof step === 'number') return [];
    if (type.kind === 'map') return slotsOf(type.of, field);
    const own = fieldIn(type, step);
    return own ? slotsOf(own.type, own) : [];
  });
}

export function slotsAt({ schema }: Document, path: Path): readonly Slot[] {
  return path.reduce(slotsBelow, slotsOf(schema));
}

/** The field of a name in a mapping of such a type. */
export function fieldIn(type: Slot['type'], name: string): Field | undefined {
  return type.kind === 'fields' && Object.hasOwn(type.table, name) ? type.table[name] : undefined;
}
