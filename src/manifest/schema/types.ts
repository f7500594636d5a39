import type { Range } from '../../base/place';
import type { Tree } from '../read/tree';
import type { FormatName } from './formats';

/**
 * The words in which the shape of a YAML file is written down once. From such a description come the parser, the static
 * type of what it gives ({@link Read}), the JSON Schema and the documentation.
 *
 *     const PERSON = fields({ name: { type: text(), doc: 'Who.', required: true } });
 *     type Person = Read<typeof PERSON>; // Located<{ name?: Located<string> }>
 */
export type Type =
  | TextType
  | NumberType
  | FlagType
  | FreeType
  | EvidenceType
  | ListType<Type>
  | MapType<Type>
  | FieldsType<FieldTable>
  | EitherType;

export interface TextType {
  readonly kind: 'text';
  /** The only values allowed. */
  readonly values?: readonly string[];
  readonly format?: FormatName;
  /** The names come from the vocabulary, and others are problems. */
  readonly names?: NameKind;
  /** What the text names; an editor offers such names and follows them, and others are no problem. */
  readonly refers?: Reference;
}

/** What a name refers to; the vocabulary knows which there are. */
export type NameKind = 'rule' | 'rule-or-group' | 'lifecycle';

/** What a text may name: something of the vocabulary, of the manifest itself, or of the files around it. */
export type Reference =
  | NameKind
  | 'metric'
  | 'split'
  | 'column'
  | 'stage'
  | 'criterion'
  | 'field'
  | 'unit'
  | 'kind-of-error'
  | 'rule-word';

export interface NumberType {
  readonly kind: 'number';
  readonly integer?: boolean;
  readonly least?: number;
}

export interface FlagType {
  readonly kind: 'flag';
}

/** Anything: what a person writes for people. */
export interface FreeType {
  readonly kind: 'free';
}

/** Evidence, which may hold evidence: read by its own description when its place is reached. */
export interface EvidenceType {
  readonly kind: 'evidence';
}

export interface ListType<Item extends Type> {
  readonly kind: 'list';
  readonly of: Item;
}

/** Names that the user chooses, each with a value of one type. */
export interface MapType<Item extends Type> {
  readonly kind: 'map';
  readonly of: Item;
  /** What a name stands for: `metric`, `stage`. */
  readonly key: string;
  readonly names?: NameKind;
  readonly refers?: Reference;
}

/** Fields that are known by name. */
export interface FieldsType<Table extends FieldTable> {
  readonly kind: 'fields';
  readonly table: Table;
  /** A field of another name is kept for criteria that ask for it. */
  readonly open?: boolean;
}

/** The first alternative whose YAML form (text, list, mapping …) is that of the value. */
export interface EitherType<Of extends readonly Type[] = readonly Type[]> {
  readonly kind: 'either';
  readonly of: Of;
}

export interface Field {
  readonly type: Type;
  /** One or two sentences: what it says, and what it turns on. */
  readonly doc: string;
  /** In YAML, as a user writes the value. */
  readonly examples?: readonly string[];
  readonly required?: boolean;
}

export type FieldTable = Readonly<Record<string, Field>>;

/** A value with its place. */
export interface Located<V> {
  readonly value: V;
  readonly range: Range;
}

/** A value under a name that the user chose. */
export interface Named<R> {
  readonly name: string;
  readonly key: Range;
  /** Absent when there is nothing behind the name, or nothing that can be used. */
  readonly content?: R;
}

/** What reading a value of type `T` gives. Every field is optional, as a user may have left it out or mistaken it. */
export type Read<T> = T extends FreeType | EvidenceType
  ? Tree
  : T extends TextType
    ? Located<string>
    : T extends NumberType
      ? Located<number>
      : T extends FlagType
        ? Located<boolean>
        : T extends ListType<infer Item>
          ? Located<readonly Read<Item>[]>
          : T extends MapType<infer Item>
            ? Located<readonly Named<Read<Item>>[]>
            : T extends FieldsType<infer Table>
              ? Located<{ readonly [Name in keyof Table]?: Read<Table[Name]['type']> }>
              : T extends EitherType<infer Of>
                ? Read<Of[number]>
                : never;

export const text = (more: Omit<TextType, 'kind'> = {}): TextType => ({ kind: 'text', ...more });
export const oneOf = (...values: readonly string[]): TextType => ({ kind: 'text', values });
export const number = (more: Omit<NumberType, 'kind'> = {}): NumberType => ({ kind: 'number', ...more });
export const flag: FlagType = { kind: 'flag' };
export const free: FreeType = { kind: 'free' };
export const evidence: EvidenceType = { kind: 'evidence' };
export const list = <Item extends Type>(of: Item): ListType<Item> => ({ kind: 'list', of });

export function map<Item extends Type>(
  key: string,
  of: Item,
  more: Pick<MapType<Item>, 'names' | 'refers'> = {},
): MapType<Item> {
  return { kind: 'map', key, of, ...more };
}

export const fields = <const Table extends FieldTable>(table: Table): FieldsType<Table> => ({
  kind: 'fields',
  table,
});

export const openFields = <const Table extends FieldTable>(table: Table): FieldsType<Table> => ({
  kind: 'fields',
  table,
  open: true,
});

export const either = <const Of extends readonly Type[]>(...of: Of): EitherType<Of> => ({
  kind: 'either',
  of,
});
