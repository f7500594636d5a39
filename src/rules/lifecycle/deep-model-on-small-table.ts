import type { FitFact } from '../../python/flow/facts';
import { defineRule } from '../contract';
import { smallTable } from '../grounds/tableSizes';
import type { TableSize } from '../grounds/tableSizes';
import { namesShallowModel } from '../grounds/simpleModels';
import { says, tells } from '../grounds/says';
import { distinctSteps, named, sourceSteps } from '../wording';

/** A network learns from a table that is known to be small. */
interface Match {
  readonly fit: FitFact;
  readonly size: TableSize;
}

/** Below this many rows boosted trees are as good as networks on most tables, or better. */
const SMALL = 10_000;

export const deepModelOnSmallTable = defineRule<Match>({
  id: 'deep-model-on-small-table',
  code: 'J6',
  group: 'lifecycle',
  stage: 'model-selection',
  severity: 'hint',
  tier: 'hint',
  since: '0.1.0',

  find(program) {
    return program
      .all('fit')
      .filter(({ family, target }) => family === 'network' && target.given)
      .flatMap(fit => {
        const size = smallTable(program, fit.rows);
        return size && size.rows < SMALL ? [{ fit, size }] : [];
      });
  },

  guards: {
    'another kind of model is there': (_, program) => namesShallowModel(program),
    // What a row stands for is in its neighbours, or in a text.
    'no table of columns': (_, program) => isOfSequences(program),
    // It is a linear model by another name.
    'a network of one layer': ({ fit }, program) => isWritten(fit) && layersOf(program) < 2,
  },

  merge: matches => matches.slice(0, 1),

  word({ fit, size }, program) {
    return {
      span: fit.site,
      message:
        `${named(fit.learner ?? fit.label)} is a neural network and learns from a table of ${size.rows} rows (${size.how}), and no boosted or linear model ` +
        'is here to compare it with: on tables with fewer than 10,000 rows such models are usually as good or better, and simpler to keep. ' +
        'Score a gradient boosting and a linear model on the same rows first.',
      path: distinctSteps([
        ...sourceSteps(fit.rows),
        { span: fit.site, note: `the network is fitted, ${program.whereIs(fit.site)}` },
      ]),
    };
  },
});

const isOfSequences = says(
  /\b(Conv\dD|Conv\dd|LSTM|GRU|RNN|SimpleRNN|Embedding|TimeseriesGenerator|Tokenizer|sliding_window_view|timesteps?|look_?back)\b/i,
);

/** Its layers stand in the program. */
function isWritten({ label, learner }: FitFact): boolean {
  return !/^(MLP|TabNet|Keras)/.test(learner ?? label);
}

/** Layers by the names that they have here: `from keras.layers import Dense as D`. */
const layersOf = tells(text => {
  const aliases = [...text.matchAll(/\b(?:Dense|Linear)\s+as\s+(\w+)/g)].map(([, alias = '']) => alias);
  const names = ['Dense', 'Linear', ...aliases].join('|');
  return [...text.matchAll(new RegExp(`\\b(?:${names})\\(`, 'g'))].length;
});
