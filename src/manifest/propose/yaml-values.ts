import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';

/** More is no file of settings. */
const MOST_TEXT = 200_000;

/** The metrics files that a `dvc.yaml` names, at its top and in its stages; templates (`${…}`) are left out. */
export function dvcMetrics(text: string): readonly string[] {
  const found: string[] = [];
  visit(documentOf(text), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== 'metrics' || !isSeq(value)) return;
      for (const item of value.items) {
        // An entry is a path, or a path with its settings.
        const path: unknown = isMap(item) ? item.items[0]?.key : item;
        if (isScalar(path) && typeof path.value === 'string') found.push(path.value);
      }
    },
  });
  return [...new Set(found.filter(path => !path.includes('${')))];
}

const TARGET_KEYS = /^(target|label)([_-]?(col|column|name|variable))?$/i;

/** Columns that settings call the target, at whatever depth: `target: churned`, `label_column: y`. */
export function namedTargets(text: string): readonly string[] {
  const found = new Set<string>();
  visit(documentOf(text), {
    Pair: (_, { key, value }) => {
      if (
        isScalar(key) &&
        TARGET_KEYS.test(String(key.value)) &&
        isScalar(value) &&
        typeof value.value === 'string'
      )
        found.add(value.value);
    },
  });
  return [...found];
}

/** Aliases are not followed, so no bomb goes off; what is no YAML is empty. */
function documentOf(text: string) {
  return parseDocument(text.length > MOST_TEXT ? '' : text, { logLevel: 'silent' });
}
