import { baseName } from '../collector';
import { numberOf } from '../tree';
import type { Shape } from './shape';
import { entryOf, itemsAt, objectAt, textAt } from './shape';

/** pytest-json-report: how many tests had which outcome, and how long they took. */
export const pytestReport: Shape = {
  source: 'pytest',
  fits: object =>
    objectAt(object, 'summary') !== undefined &&
    entryOf(object, 'exitcode') !== undefined &&
    (itemsAt(object, 'tests') ?? itemsAt(object, 'collectors')) !== undefined,
  read: (collector, object) => {
    const { file } = collector;
    const created = Number(textAt(object, 'created'));
    collector.run({
      id: file,
      name: baseName(file),
      file,
      ...(created > 0 && { time: new Date(created * 1000).toISOString() }),
      params: { exitcode: textAt(object, 'exitcode') ?? '' },
    });
    const counts = objectAt(object, 'summary')?.entries ?? [];
    const duration = entryOf(object, 'duration');
    for (const { key, value } of [...counts, ...(duration ? [{ key: 'duration', value: duration }] : [])]) {
      const number = numberOf(value);
      if (!number) continue;
      collector.value({
        name: key,
        run: file,
        value: number.value,
        raw: number.raw,
        place: collector.placeOf(number),
      });
    }
  },
};
