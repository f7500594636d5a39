import { baseName } from '../collector';
import { createHistory, historyRemarks } from '../history';
import { numberOf } from '../tree';
import type { Shape } from './shape';
import { itemsAt, textAt } from './shape';

/** Of what the trainer was asked to do, these tell runs apart. */
const PARAMETERS = [
  'best_model_checkpoint',
  'num_train_epochs',
  'max_steps',
  'train_batch_size',
  'eval_steps',
  'total_flos',
  'num_input_tokens_seen',
];
/** Not metrics: where in the run an entry was written. */
const POSITIONS = ['step', 'epoch'];

/**
 * `trainer_state.json` of Hugging Face's Trainer: `log_history` mixes entries of training and evaluation, and spreads those of one
 * step over several. Names stay as they are logged: `loss`, `eval_accuracy`, with several evaluation sets
 * `eval_<set>_accuracy`.
 */
export const trainerState: Shape = {
  source: 'hugging-face-trainer',
  fits: object => itemsAt(object, 'log_history') !== undefined,
  read: (collector, object) => {
    const { file } = collector;
    const params = PARAMETERS.flatMap(name => {
      const text = textAt(object, name);
      return text === undefined ? [] : [[name, text]];
    });
    collector.run({ id: file, name: baseName(file), file, params: Object.fromEntries(params) });
    const history = createHistory(file);
    for (const entry of itemsAt(object, 'log_history') ?? []) {
      if (entry.kind !== 'object') continue;
      const step = Number(textAt(entry, 'step') ?? textAt(entry, 'epoch') ?? 0);
      for (const { key, value } of entry.entries) {
        const number = POSITIONS.includes(key) ? undefined : numberOf(value);
        if (!number) continue;
        history.add({
          name: key,
          step,
          value: number.value,
          source: () => ({ raw: number.raw, place: collector.placeOf(number) }),
        });
      }
    }
    history.finish(collector);
    for (const remark of historyRemarks(history)) collector.problem(remark, object);
  },
};
