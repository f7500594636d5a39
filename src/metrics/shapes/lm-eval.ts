import { baseName } from '../collector';
import { numberOf, type Tree } from '../tree';
import type { Shape } from './shape';
import { objectAt, scalarsOf, textAt } from './shape';

/**
 * Results of the language model evaluation harness: `{ results: { arc_easy: { "acc,none": 0.25, "acc_stderr,none": … } },
 * versions }`. A metric is named after its task, `arc_easy.acc,none`; a standard error that says `N/A` is none.
 */
export const lmEval: Shape = {
  source: 'lm-eval',
  fits: object => {
    const results = objectAt(object, 'results');
    const beside = ['versions', 'configs', 'n-shot'].some(key => objectAt(object, key));
    return beside && results !== undefined && results.entries.every(({ value }) => value.kind === 'object');
  },
  read: (collector, object) => {
    const { file } = collector;
    const config = objectAt(object, 'config');
    const model = textAt(config, 'model_name') ?? textAt(object, 'model_name') ?? textAt(config, 'model');
    collector.run({
      id: file,
      name: model ?? baseName(file),
      file,
      params: {
        ...scalarsOf(config),
        ...prefixed('n-shot', scalarsOf(objectAt(object, 'n-shot'))),
        ...prefixed('versions', scalarsOf(objectAt(object, 'versions'))),
      },
    });
    for (const { key: task, value: metrics } of objectAt(object, 'results')?.entries ?? []) {
      if (metrics.kind !== 'object') continue;
      for (const { key, value } of metrics.entries) {
        const number = numberOf(value);
        if (!number || key === 'alias') continue;
        const name = `${task}.${key}`;
        const better = betterIn(object, task, key);
        collector.value({
          name,
          run: file,
          value: number.value,
          raw: number.raw,
          ...(better && { better }),
          place: collector.placeOf(number),
        });
      }
    }
  },
};

/** `higher_is_better: { arc_easy: { acc: true } }`; a filter behind the name is none of its. */
function betterIn(object: Tree, task: string, key: string): 'higher' | 'lower' | undefined {
  const [name = key] = key.split(',');
  const stated = textAt(objectAt(objectAt(object, 'higher_is_better'), task), name);
  return stated === 'true' ? 'higher' : stated === 'false' ? 'lower' : undefined;
}

function prefixed(name: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [`${name}.${key}`, text]));
}
