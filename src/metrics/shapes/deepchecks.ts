import { baseName } from '../collector';
import type { Collector } from '../collector';
import type { Tree } from '../tree';
import { numberOf } from '../tree';
import type { Shape } from './shape';
import { entryOf, itemsAt, objectAt, textAt } from './shape';

/**
 * A suite's result of deepchecks: of each check the numbers of its value, and how many of its conditions passed and failed. Checks
 * that could not run have no numbers, and are parameters with their reason.
 */
export const deepchecks: Shape = {
  source: 'deepchecks',
  fits: object => {
    const type = textAt(object, 'type');
    return type === 'SuiteResult' || type === 'CheckResult';
  },
  read: (collector, object) => {
    const { file } = collector;
    const checks = itemsAt(object, 'results') ?? [object];
    const params: Record<string, string> = {};
    checks.forEach((check, at) => {
      const name = textAt(objectAt(check, 'check'), 'name') ?? textAt(check, 'header') ?? `check ${at + 1}`;
      if (textAt(check, 'type') === 'CheckFailure') {
        params[name] = textAt(check, 'exception') ?? 'could not run';
        return;
      }
      readValue(collector, entryOf(check, 'value'), [name]);
      readConditions(collector, itemsAt(check, 'conditions_results') ?? [], name);
    });
    collector.run({ id: file, name: textAt(object, 'name') ?? baseName(file), file, params });
  },
};

function readValue(collector: Collector, tree: Tree | undefined, path: readonly string[]): void {
  const number = tree && numberOf(tree);
  if (number) {
    const { value, raw } = number;
    collector.value({
      name: path.join('.'),
      run: collector.file,
      value,
      raw,
      place: collector.placeOf(number),
    });
  } else if (tree?.kind === 'object') {
    for (const { key, value } of tree.entries) readValue(collector, value, [...path, key]);
  }
}

function readConditions(collector: Collector, conditions: readonly Tree[], name: string): void {
  for (const outcome of ['PASS', 'FAIL', 'WARN']) {
    const [first, ...others] = conditions.filter(condition => textAt(condition, 'Status') === outcome);
    if (!first) continue;
    const count = others.length + 1;
    collector.value({
      name: `${name}.conditions.${outcome.toLowerCase()}`,
      run: collector.file,
      value: count,
      raw: String(count),
      place: collector.placeOf(first),
    });
  }
}
