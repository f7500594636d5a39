import { baseName } from '../collector';
import type { Collector } from '../collector';
import type { Tree } from '../tree';
import { numberOf } from '../tree';
import type { Shape } from './shape';
import { entryOf, itemsAt, objectAt, textAt } from './shape';

/**
 * Evidently's reports: `{ metrics: [{ metric_name, value }] }` since 0.7, `{ version, metrics: [{ metric, result }] }` before. Names
 * are the metric with the path of keys to each number. Whether a drift score is a distance or a p value depends on its
 * `stattest_name`, which becomes a parameter.
 */
export const evidently: Shape = {
  source: 'evidently',
  fits: object => {
    const metrics = itemsAt(object, 'metrics') ?? [];
    return metrics.length > 0 && metrics.every(metric => nameOf(metric) !== undefined);
  },
  read: (collector, object) => {
    const { file } = collector;
    const params: Record<string, string> = {};
    const time = textAt(object, 'timestamp');
    for (const metric of itemsAt(object, 'metrics') ?? []) {
      const found = entryOf(metric, 'value') ?? entryOf(metric, 'result');
      if (found) readNumbers({ collector, params }, found, [nameOf(metric) ?? '']);
    }
    collector.run({ id: file, name: baseName(file), file, ...(time !== undefined && { time }), params });
  },
};

function nameOf(metric: Tree): string | undefined {
  const isNew = entryOf(metric, 'value') !== undefined;
  if (isNew) return textAt(metric, 'metric_name') ?? textAt(metric, 'metric_id');
  return objectAt(metric, 'result') && textAt(metric, 'metric');
}

interface Reading {
  readonly collector: Collector;
  readonly params: Record<string, string>;
}

function readNumbers(reading: Reading, tree: Tree, path: readonly string[]): void {
  const name = path.join('.');
  const { collector, params } = reading;
  const number = numberOf(tree);
  if (number) {
    const { value, raw } = number;
    collector.value({ name, run: collector.file, value, raw, place: collector.placeOf(number) });
  } else if (tree.kind === 'object') {
    for (const { key, value } of tree.entries) readNumbers(reading, value, [...path, key]);
  } else if (tree.kind === 'text' || tree.kind === 'boolean') {
    params[name] = tree.text;
  }
}
