import { baseName } from '../collector';
import { createHistory, type Source } from '../history';
import { takeSplit } from '../names';
import type { Tree, TreeArray } from '../tree';
import { numbersOf } from '../tree';
import type { Shape } from './shape';
import { entriesOf } from './shape';

/** `History.history` of Keras, dumped: each metric with a list of one value an epoch, counted from 0. */
export const kerasHistory: Shape = {
  source: 'keras',
  fits: object => {
    const lists = listsOf(object);
    const [first] = lists;
    return (
      first !== undefined &&
      first.items.length > 0 &&
      lists.length === entriesOf(object).length &&
      entriesOf(object).some(({ key }) => key === 'loss') &&
      lists.every(list => list.items.length === first.items.length && numbersOf(list) !== undefined)
    );
  },
  read: (collector, object) => {
    const { file } = collector;
    collector.run({ id: file, name: baseName(file), file, params: {} });
    const history = createHistory(file);
    for (const { key, value } of entriesOf(object)) {
      (numbersOf(value) ?? []).forEach((number, step) => {
        const { value: at, raw } = number;
        const source = (): Source => ({ raw, place: collector.placeOf(number) });
        history.add({ ...takeSplit(key), step, value: at, source });
      });
    }
    history.finish(collector);
  },
};

function listsOf(object: Tree): readonly TreeArray[] {
  return entriesOf(object).flatMap(({ value }) => (value.kind === 'array' ? [value] : []));
}
