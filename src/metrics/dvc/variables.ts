import type { Entry, Tree, TreeObject } from '../tree';
import { entriesOf, entryOf } from '../shapes/shape';

/** What `${…}` in a pipeline stands for: names with values, the innermost first. */
export type Variables = readonly TreeObject[];

/** A value that a name such as `model.lr` or `item[0]` means. */
export function variableOf(variables: Variables, name: string): Tree | undefined {
  const [first = '', ...rest] = name.split(/\.|\[(\d+)\]/).filter(part => part !== undefined && part !== '');
  const found = variables.map(scope => entryOf(scope, first)).find(value => value !== undefined);
  return rest.reduce<Tree | undefined>(
    (value, part) => (value?.kind === 'array' ? value.items[Number(part)] : entryOf(value, part)),
    found,
  );
}

/** The text of a single value, as DVC writes it into paths. */
export function scalarText(value: Tree | undefined): string | undefined {
  if (value === undefined || value.kind === 'object' || value.kind === 'array') return undefined;
  return value.kind === 'number' ? value.raw : value.text;
}

/** A text with its `${…}` filled in; `undefined` where one of them is not known. */
export function interpolated(text: string, variables: Variables): string | undefined {
  let isWhole = true;
  const filled = text.replace(/\\?\$\{\s*([^}]*?)\s*\}/g, (written, name: string) => {
    if (written.startsWith('\\')) return written.slice(1);
    const value = scalarText(variableOf(variables, name));
    isWhole &&= value !== undefined;
    return value ?? '';
  });
  return isWhole ? filled : undefined;
}

/** What a template that is one `${…}` means as a whole: a list or a map to go through. */
export function valueOf(tree: Tree, variables: Variables): Tree | undefined {
  if (tree.kind !== 'text') return tree;
  const [, name] = /^\$\{\s*([^}]+?)\s*\}$/.exec(tree.text) ?? [];
  return name === undefined ? tree : variableOf(variables, name);
}

export const objectOf = (entries: readonly Entry[]): TreeObject => ({
  kind: 'object',
  entries,
  start: 0,
  end: 0,
});

/** The maps in a list of `vars`; files that it names are read elsewhere. */
export function mapsIn(tree: Tree | undefined): readonly TreeObject[] {
  return tree?.kind === 'array' ? tree.items.filter(item => item.kind === 'object') : [];
}

/** Files that a list of `vars` names: `params.yaml`, or `params.json:one,two` for a part of it. */
export function filesIn(tree: Tree | undefined): readonly string[] {
  if (tree?.kind !== 'array') return [];
  return tree.items.flatMap(item => (item.kind === 'text' ? [item.text.replace(/:[^:/\\]*$/, '')] : []));
}

/** Every single value below a tree by its dotted name. */
export function flattened(tree: Tree | undefined, path: readonly string[] = []): Record<string, string> {
  const found = entriesOf(tree).map(({ key, value }) => {
    const name = [...path, key];
    if (value.kind === 'object') return flattened(value, name);
    const text = value.kind === 'array' ? listText(value.items) : scalarText(value);
    return text === undefined ? {} : { [name.join('.')]: text };
  });
  return Object.assign({}, ...found) as Record<string, string>;
}

function listText(items: readonly Tree[]): string | undefined {
  const texts = items.map(scalarText);
  return texts.every(text => text !== undefined) ? `[${texts.join(', ')}]` : undefined;
}
