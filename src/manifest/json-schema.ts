import { EVIDENCE_PIECE } from './schema/evidence';
import { FORMATS } from './schema/formats';
import { MANIFEST } from './schema/manifest';
import type { Field, FieldsType, FieldTable, MapType, NumberType, TextType, Type } from './schema/types';

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Names that make a better schema when they are known. */
export interface SchemaNames {
  readonly lifecycles: readonly string[];
  readonly rules: readonly string[];
}

/** The JSON Schema (draft 7) of manifests, for editors and checkers that know nothing of Holdout. */
export function manifestSchema(names: SchemaNames = { lifecycles: [], rules: [] }): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Holdout manifest',
    description: 'What a machine-learning project says about itself: its problem, data, metrics and stages.',
    ...schemaOf(MANIFEST, names),
    // A manifest as a whole is never empty.
    type: 'object',
    $defs: { evidence: evidenceSchema(names) },
  };
}

/** As the parser takes it: what is empty is as good as absent, so `null` is always allowed. */
function schemaOf(type: Type, names: SchemaNames): JsonSchema {
  switch (type.kind) {
    case 'text':
      return textSchema(type, names);
    case 'number':
      return numberSchema(type);
    case 'flag':
      return { type: ['boolean', 'null'] };
    case 'free':
      return {};
    case 'evidence':
      return { $ref: '#/$defs/evidence' };
    case 'list':
      return { type: ['array', 'null'], items: schemaOf(type.of, names) };
    case 'map':
      return mapSchema(type, names);
    case 'fields':
      return fieldsSchema(type, names);
    case 'either':
      return { anyOf: type.of.map(option => schemaOf(option, names)) };
  }
}

/** A number or a flag where text is expected is read as it is written. */
function textSchema({ values, format, names: kind }: TextType, names: SchemaNames): JsonSchema {
  if (values) return { enum: [...values, null] };
  const text = { type: ['string', 'number', 'boolean', 'null'] };
  if (kind === 'lifecycle' && names.lifecycles.length > 0) {
    return {
      anyOf: [{ enum: [...names.lifecycles, null] }, { type: 'string', pattern: '[/\\\\]|\\.ya?ml$' }],
    };
  }
  return format ? { ...text, pattern: FORMATS[format].pattern } : text;
}

function numberSchema({ integer, least }: NumberType): JsonSchema {
  return { type: [integer ? 'integer' : 'number', 'null'], ...(least !== undefined && { minimum: least }) };
}

function mapSchema({ of, names: kind }: MapType<Type>, names: SchemaNames): JsonSchema {
  const item = schemaOf(of, names);
  const known = kind === 'rule' ? Object.fromEntries(names.rules.map(rule => [rule, item])) : {};
  return { type: ['object', 'null'], properties: known, additionalProperties: item };
}

function fieldsSchema({ table, open }: FieldsType<FieldTable>, names: SchemaNames): JsonSchema {
  const required = Object.entries(table).filter(([, field]) => field.required);
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      Object.entries(table).map(([name, field]) => [name, fieldSchema(field, names)]),
    ),
    ...(required.length > 0 && { required: required.map(([name]) => name) }),
    additionalProperties: open ?? false,
  };
}

function fieldSchema({ type, doc, examples }: Field, names: SchemaNames): JsonSchema {
  return { description: doc, ...(examples && { examples }), ...schemaOf(type, names) };
}

function evidenceSchema(names: SchemaNames): JsonSchema {
  const piece = schemaOf(EVIDENCE_PIECE, names);
  return {
    description: 'What answers a criterion: one piece of evidence, or a list of which all must be met.',
    anyOf: [piece, { type: 'array', items: { $ref: '#/$defs/evidence' } }],
  };
}
