import type {
  EitherType,
  Field,
  FieldsType,
  FieldTable,
  ListType,
  MapType,
  Named,
  Read,
  Type,
} from '../schema/types';
import { checkName } from './names';
import { didYouMean, nearest } from '../../base/nearest';
import { report } from './report';
import type { Reading } from './report';
import { expectation, readFlag, readNumber, readText, wrongType } from './scalars';
import { isEmpty } from './tree';
import type { Entry, MappingTree, Tree } from './tree';

/**
 * Reads a tree as a type says: what fits comes back with its place, what does not becomes a problem, and what is empty
 * is as good as absent. `path` is the dotted path that problems name.
 */
export function read<T extends Type>(
  reading: Reading,
  type: T,
  tree: Tree,
  path: string,
): Read<T> | undefined {
  // The one place where the description and the static type derived from it meet.
  return readAs(reading, type, tree, path) as Read<T> | undefined;
}

function readAs(reading: Reading, type: Type, tree: Tree, path: string): unknown {
  if (isEmpty(tree)) return undefined;
  switch (type.kind) {
    case 'free':
    case 'evidence':
      return tree;
    case 'text':
      return readText(reading, type, tree, path);
    case 'number':
      return readNumber(reading, type, tree, path);
    case 'flag':
      return readFlag(reading, tree, path);
    case 'list':
      return readList(reading, type, tree, path);
    case 'map':
      return readMap(reading, type, tree, path);
    case 'fields':
      return readFields(reading, type, tree, path);
    case 'either':
      return readEither(reading, type, tree, path);
  }
}

function readList(reading: Reading, type: ListType<Type>, tree: Tree, path: string): unknown {
  if (tree.kind !== 'list') return wrongType(reading, type, tree, path);
  const items = tree.items.map((item, index) => readAs(reading, type.of, item, `${path}[${index}]`));
  return { value: items.filter(item => item !== undefined), range: tree.range };
}

function readMap(reading: Reading, type: MapType<Type>, tree: Tree, path: string): unknown {
  if (tree.kind !== 'mapping') return wrongType(reading, type, tree, path);
  const value = tree.entries.map((entry): Named<unknown> => {
    if (type.names) checkName(reading, type.names, entry.name, entry.key);
    const content = readAs(reading, type.of, entry.value, join(path, entry.name));
    return { name: entry.name, key: entry.key, content };
  });
  return { value, range: tree.range };
}

function readFields(reading: Reading, type: FieldsType<FieldTable>, tree: Tree, path: string): unknown {
  if (tree.kind !== 'mapping') return wrongType(reading, type, tree, path);
  const value: Record<string, unknown> = {};
  for (const entry of tree.entries) {
    const field = Object.hasOwn(type.table, entry.name) ? type.table[entry.name] : undefined;
    if (!field) reportUnknown(reading, type, entry, path);
    else value[entry.name] = readAs(reading, field.type, entry.value, join(path, entry.name));
  }
  reportMissing(reading, type, tree, path);
  return { value, range: tree.range };
}

function readEither(reading: Reading, type: EitherType, tree: Tree, path: string): unknown {
  const alternative = type.of.find(option => hasForm(option, tree));
  return alternative ? readAs(reading, alternative, tree, path) : wrongType(reading, type, tree, path);
}

function hasForm(type: Type, tree: Tree): boolean {
  switch (type.kind) {
    case 'free':
    case 'evidence':
      return true;
    case 'text':
      return tree.kind === 'scalar';
    case 'number':
    case 'flag':
      return tree.kind === 'scalar' && typeof tree.value === (type.kind === 'flag' ? 'boolean' : 'number');
    case 'list':
      return tree.kind === 'list';
    case 'map':
    case 'fields':
      return tree.kind === 'mapping';
    case 'either':
      return type.of.some(option => hasForm(option, tree));
  }
}

function reportUnknown(reading: Reading, type: FieldsType<FieldTable>, entry: Entry, path: string): void {
  const whole = join(path, entry.name);
  if (type.open && reading.vocabulary.fields?.some(field => field === whole || field.startsWith(`${whole}.`)))
    return;
  const known = Object.keys(type.table);
  const near = nearest(entry.name, known);
  const hint = near ? didYouMean(near) : ` Known here: ${known.join(', ')}.`;
  report(reading, {
    code: 'unknown-field',
    severity: 'warning',
    message: `There is no field \`${whole}\`.${hint}`,
    range: entry.key,
    ...(near && { fix: { title: `Rename to ${near}`, newText: near } }),
  });
}

function reportMissing(
  reading: Reading,
  type: FieldsType<FieldTable>,
  tree: MappingTree,
  path: string,
): void {
  const { start } = tree.range;
  for (const [name, field] of Object.entries(type.table)) {
    const entry = tree.entries.find(candidate => candidate.name === name);
    if (!field.required || (entry && !isEmpty(entry.value))) continue;
    report(reading, {
      code: 'missing-field',
      severity: 'warning',
      message: `\`${join(path, name)}\` is missing. ${field.doc} ${advice(name, field)}`,
      // What is missing has no place of its own: the first name beside it stands in.
      range: entry?.key ?? tree.entries[0]?.key ?? { start, end: start },
    });
  }
}

function advice(name: string, { type, examples }: Field): string {
  const example = examples?.[0];
  return example === undefined
    ? `Expected ${expectation(type)}.`
    : `Write for example \`${name}: ${example}\`.`;
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
