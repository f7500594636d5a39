import type { Verdict } from '../../base/outcome';
import type { Classes, SplitProfile } from '../../data/profile';
import { fieldPlace, unknown } from '../context';
import type { DataScope } from './scope';
import { splitPlace } from './scope';

const WITHOUT_CLASSES = new Set(['regression', 'ranking', 'forecasting', 'clustering']);

/** The classes of the target in the split for training, or else in the first; or why there are none. */
export function classesIn(
  scope: DataScope,
): { readonly split: SplitProfile; readonly classes: Classes; readonly target: string } | Verdict {
  const { context, splits } = scope;
  const { manifest } = context;
  const { target } = manifest.declarations;
  if (!target)
    return unknown('`data.target` does not name the column to predict.', fieldPlace(manifest, 'data.target'));
  const task = manifest.fields.get('task')?.text;
  if (task !== undefined && WITHOUT_CLASSES.has(task)) {
    return unknown(`The task is ${task}, which has no classes.`, fieldPlace(manifest, 'task'));
  }
  const split = splits.find(({ role }) => role === 'train') ?? splits[0];
  const place = splitPlace(context, split);
  if (!split) return unknown('No split was read.', place);
  const column = split.columns.find(({ name }) => name === target.column);
  if (!column)
    return unknown(`${split.name} has no column \`${target.column}\`.`, fieldPlace(manifest, 'data.target'));
  if (!split.classes) {
    const reason = `\`${target.column}\` has too many different values in ${split.name} to be one of classes.`;
    return unknown(
      column.kind === 'empty' ? `\`${target.column}\` is empty in ${split.name}.` : reason,
      place,
    );
  }
  if (split.classes.length < 2) return unknown(`${split.name} has rows of one class only.`, place);
  return { split, classes: split.classes, target: target.column };
}
