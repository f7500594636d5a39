import type { ScoreFact } from '../../python/flow/facts';
import { defineRule } from '../contract';
import type { Program } from '../../python/flow/program';
import { areFromTables } from '../grounds/demonstrations';
import { says, tells } from '../grounds/says';
import { distinctSteps, fitStep, named, scoreAt } from '../wording';

/** A loop tries settings, and scores the model of each. */
interface Match {
  readonly score: ScoreFact;
}

export const experimentNotTracked = defineRule<Match>({
  id: 'experiment-not-tracked',
  code: 'J3',
  group: 'lifecycle',
  stage: 'training',
  severity: 'hint',
  tier: 'hint',
  since: '0.1.0',

  find(program) {
    return program
      .all('score')
      .filter(({ varied }) =>
        varied.some(
          // A weight of predictions is no setting that a model is fitted with.
          ({ loop, what, pair, weighs }) =>
            loop !== undefined && what === 'parameters' && pair !== true && weighs !== true,
        ),
      )
      .map(score => ({ score }));
  },

  guards: {
    'something keeps what is tried': (_, program) => program.all('track').length > 0 || keeps(program),
    // Its outputs are stored with it.
    'a notebook shows it': (_, program) => isShown(program),
    // It goes on with the best: what is wrong with that is the matter of other rules.
    'the best is taken': (_, program) => program.all('select').length > 0 || takesBest(program),
    'whoever calls the function has the scores': ({ score }) => score.calls.some(({ entered }) => entered),
    'a demonstration': ({ score }) => !areFromTables(score.fit.rows),
  },

  merge: matches => matches.slice(0, 1),

  word({ score }, program) {
    const { fit } = score;
    return {
      span: score.site,
      message:
        `A loop fits ${named(fit.learner ?? fit.label)} with one setting after the other, and ${scoreAt(program, score)} of each is only shown: when the ` +
        'window is closed, nobody knows which settings were tried on which data, and how well each did. Keep settings and scores of each ' +
        'run: with MLflow or DVCLive, or one line of JSON a run in a file that `runs` of holdout.yaml names.',
      scores: [score.site],
      path: distinctSteps([fitStep(fit), { span: score.site, note: `${score.metric} is computed` }]),
    };
  },
});

/** It ran, or it is a notebook that was turned into a script. */
function isShown(program: Program): boolean {
  const ran = program.notebook()?.cells.some(({ executionCount }) => executionCount !== null) ?? false;
  return ran || isConverted(program);
}

const isConverted = says(/^# In\[|get_ipython\(\)/m);

const takesBest = says(/\b(idx|arg)(max|min)\b|\b\w*best\w*\b|\bsort(ed|_values)\(|\b(max|min)\(/i);

const LOGARITHMS = /\b(np|numpy|math|torch|tf|tf\.math|K)\.log\w*\(|\bclassification_report\(/g;

/** Anything by which results may be kept: trackers, files, logs, data bases, searches that keep their trials. */
const KEEPS = new RegExp(
  [
    String.raw`mlflow|wandb|neptune|comet|clearml|tensorboard|SummaryWriter|dvc|sacred|\baim\b|optuna|hyperopt|skopt|\bray\b|Trainer\b`,
    String.raw`\.to_\w+\(|json|pickle|joblib|yaml|csv\.|sqlite|sqlalchemy|shelve|h5py|\bopen\(|savefig|np\.save|savetxt|savez|\.save\(`,
    String.raw`logging|logger|loguru|callbacks|CSVLogger|sys\.stdout`,
    String.raw`\b(\w+_)?(save|log|record|track|report|export|store|dump|write|upload|persist)(_\w+)?\(`,
  ].join('|'),
  'i',
);

const keeps = tells(text => KEEPS.test(text.replace(LOGARITHMS, '')));
