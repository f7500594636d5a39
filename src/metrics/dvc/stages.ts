import { entriesOf, entryOf } from '../shapes/shape';
import type { Entry, Tree, TreeObject } from '../tree';
import { mapsIn, objectOf, scalarText, valueOf, type Variables } from './variables';

/** One stage of a pipeline as it runs: a template under `foreach` or `matrix` makes several. */
export interface StageInstance {
  /** `train`, or `train@resnet` for one of several. */
  readonly name: string;
  readonly isOneOfSeveral: boolean;
  /** What it does: `cmd`, `metrics` … */
  readonly body: TreeObject;
  readonly variables: Variables;
}

/** More are taken for a mistake. */
const MOST_INSTANCES = 1000;

/** The stages that an entry of `stages` stands for; `undefined` where what it goes through is not known. */
export function instancesOf(
  { key, value }: Entry,
  variables: Variables,
): readonly StageInstance[] | undefined {
  if (value.kind !== 'object') return [];
  const around = [...mapsIn(entryOf(value, 'vars')), ...variables];
  const [each, matrix] = [entryOf(value, 'foreach'), entryOf(value, 'matrix')];
  if (each) return eachOf(key, each, entryOf(value, 'do'), around);
  if (matrix) return matrixOf(key, matrix, value, around);
  return [{ name: key, isOneOfSeveral: false, body: value, variables: around }];
}

function eachOf(
  name: string,
  each: Tree,
  body: Tree | undefined,
  variables: Variables,
): readonly StageInstance[] | undefined {
  const through = valueOf(each, variables);
  if (body?.kind !== 'object' || (through?.kind !== 'array' && through?.kind !== 'object')) return undefined;
  const items =
    through.kind === 'array'
      ? through.items.map((item, at) => ({ label: scalarText(item) ?? String(at), names: { item } }))
      : through.entries.map(({ key, value }) => ({
          label: key,
          names: { item: value, key: textTree(key) },
        }));
  return items.slice(0, MOST_INSTANCES).map(({ label, names }) => ({
    name: `${name}@${label}`,
    isOneOfSeveral: true,
    body,
    variables: [namesTree(names), ...variables],
  }));
}

/** Every combination of the values of each dimension: `train@resnet-0.1`. */
function matrixOf(
  name: string,
  matrix: Tree,
  body: TreeObject,
  variables: Variables,
): readonly StageInstance[] | undefined {
  let combined: readonly (readonly { readonly label: string; readonly entry: Entry }[])[] = [[]];
  for (const { key, value } of entriesOf(matrix)) {
    const through = valueOf(value, variables);
    if (through?.kind !== 'array') return undefined;
    const choices = through.items.map((item, at) => ({
      label: scalarText(item) ?? `${key}${at}`,
      entry: { key, value: item },
    }));
    combined = combined
      .flatMap(before => choices.map(choice => [...before, choice]))
      .slice(0, MOST_INSTANCES);
  }
  return combined.map(parts => {
    const label = parts.map(part => part.label).join('-');
    const item = objectOf(parts.map(({ entry }) => entry));
    return {
      name: `${name}@${label}`,
      isOneOfSeveral: true,
      body,
      variables: [namesTree({ item, key: textTree(label) }), ...variables],
    };
  });
}

const namesTree = (names: Readonly<Record<string, Tree>>): TreeObject =>
  objectOf(Object.entries(names).map(([key, value]) => ({ key, value })));

const textTree = (text: string): Tree => ({ kind: 'text', text, start: 0, end: 0 });
