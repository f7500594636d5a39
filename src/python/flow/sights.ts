import type { Sights } from '../../base/sights';
import type { Fact, FactKind, FactOf } from './facts';
import type { Split } from './rows/rows';

type All = <K extends FactKind>(kind: K) => readonly FactOf<K>[];

/** What the analysis met, and how often. */
export function sightsOf(all: All, uncalled: readonly Fact[]): Sights {
  const count = (kind: FactKind): number => places(all(kind));
  // Whoever serves calls the functions from elsewhere.
  const servings = [...all('serve'), ...uncalled.filter(({ kind }) => kind === 'serve')];
  const scores = all('score').filter(({ fit }) => fit.family === 'simple');
  const folds = all('cross-validation');
  return {
    loads: count('load'),
    statistics: count('statistic'),
    resamples: count('resample'),
    splits: count('split'),
    fits: count('fit'),
    predictions: count('predict'),
    scores: count('score'),
    crossValidations: count('cross-validation'),
    selections: count('select'),
    saves: count('save'),
    servings: places(servings),
    tracked: count('track'),
    baselines: places([...scores, ...folds.filter(({ family }) => family === 'simple')]),
    shallowFits: places(
      [...all('fit'), ...folds].filter(({ family }) => family === 'simple' || family === 'ensemble'),
    ),
    repeatableSplits: places([
      ...all('split').filter(({ split }) => isRepeatable(split)),
      ...folds.filter(({ assigns }) => isFixed(assigns)),
    ]),
  };
}

/** Two rounds of a loop and two calls of a function are one place. */
function places(facts: readonly Fact[]): number {
  return new Set(facts.map(fact => `${fact.site.module ?? ''}${fact.site.start}-${fact.site.end}`)).size;
}

function isRepeatable({ drawn, assigns }: Split): boolean {
  return drawn ? drawn.how !== 'anew' : isFixed(assigns);
}

function isFixed(assigns: Split['assigns']): boolean {
  return assigns !== 'at-random' && assigns !== 'unknown';
}
