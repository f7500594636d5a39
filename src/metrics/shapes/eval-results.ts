import { baseName } from '../collector';
import { numberOf } from '../tree';
import type { Tree } from '../tree';
import type { Shape } from './shape';
import { entryOf, objectAt, scalarsOf, textAt } from './shape';

/**
 * `.eval_results/*.yaml` of a Hugging Face repository: a list of `{ dataset: { id, task_id }, value, date, source }`, each a run
 * of its own, whose metric is named after the task.
 */
export const evalResults: Shape = {
  source: 'hugging-face-results',
  fits: tree => {
    const items = itemsOf(tree);
    return items.length > 0 && items.every(item => textAt(objectAt(item, 'dataset'), 'id') !== undefined);
  },
  read: (collector, tree) => {
    itemsOf(tree).forEach((item, at) => {
      const dataset = objectAt(item, 'dataset');
      const id = `${collector.file}#${at + 1}`;
      const time = textAt(item, 'date');
      const name = textAt(dataset, 'id') ?? baseName(collector.file);
      const isTime = time !== undefined && !Number.isNaN(Date.parse(time));
      collector.run({ id, name, file: collector.file, ...(isTime && { time }), params: scalarsOf(dataset) });
      const value = entryOf(item, 'value');
      const number = value && numberOf(value);
      if (!number) {
        const message = 'This result has no number as its `value`, and none is read.';
        collector.problem({ code: 'no-number', severity: 'information', message }, value ?? item);
        return;
      }
      const place = collector.placeOf(number);
      const metric = textAt(dataset, 'task_id') ?? 'value';
      collector.value({ name: metric, run: id, value: number.value, raw: number.raw, place });
    });
  },
};

function itemsOf(tree: Tree): readonly Tree[] {
  return tree.kind === 'array' ? tree.items : [];
}
