import type { CrossValidationFact, FitFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { perProgram } from './perProgram';
import { says } from './says';

/** Whatever learns in the module, also in functions that only others call. */
export const learners = perProgram((program): readonly (FitFact | CrossValidationFact)[] =>
  [...program.facts, ...program.uncalled].filter(
    fact => fact.kind === 'fit' || fact.kind === 'cross-validation',
  ),
);

/** Names of what a model can be held against: as simple as there are, and rules that are no models at all. */
const SIMPLE =
  /\b(Dummy\w+|LogisticRegression\w*|LinearRegression|Ridge\w*|Lasso\w*|ElasticNet\w*|SGD(Classifier|Regressor)|\w+NB|Linear\w+|Perceptron|NearestCentroid|OLS|Logit|ARIMA|SARIMAX)\b|baseline|naive|majority|persistence|heuristic|benchmark|zero.?shot/i;

/** Is a simple model or a rule mentioned at all? What is not followed may score it. */
export const namesSimpleModel = says(SIMPLE);

/** Names of what is no network: of a few trees, of many, of neighbours. */
const SHALLOW =
  /\b(RandomForest|ExtraTrees|GradientBoosting|HistGradient|XGB|LGBM|CatBoost|xgboost|lightgbm|catboost|DecisionTree|KNeighbors|SV[CR])\w*\b/;

const namesShallow = says(SHALLOW);

export function namesShallowModel(program: Program): boolean {
  return namesSimpleModel(program) || namesShallow(program);
}
