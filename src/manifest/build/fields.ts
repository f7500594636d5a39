import { isFilled } from '../filled';
import type { FieldValue } from '../model';
import { isEmpty, oneLine } from '../read/tree';
import type { MappingTree, Tree } from '../read/tree';

/** `stages` says what people decided about criteria; it is not itself something that a criterion asks for. */
const NOT_FIELDS = new Set(['stages', 'lint', 'sealed']);

/** Every field by its dotted path, mappings included: `problem` as well as `problem.decision`. */
export function collectFields(root: MappingTree): ReadonlyMap<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  for (const entry of root.entries) {
    if (!NOT_FIELDS.has(entry.name)) collect(fields, entry.name, entry.value);
  }
  return fields;
}

function collect(fields: Map<string, FieldValue>, path: string, tree: Tree): void {
  fields.set(path, { text: oneLine(tree), filled: filled(tree), range: tree.range });
  if (tree.kind !== 'mapping') return;
  for (const entry of tree.entries) collect(fields, `${path}.${entry.name}`, entry.value);
}

/** A list or mapping counts when something in it is somebody's own. */
function filled(tree: Tree): boolean {
  switch (tree.kind) {
    case 'scalar':
      return !isEmpty(tree) && isFilled(tree.source);
    case 'list':
      return tree.items.some(filled);
    case 'mapping':
      return tree.entries.some(entry => filled(entry.value));
  }
}
