import type { LibraryTable } from './entry';

export const STATSMODELS: LibraryTable = [
  {
    entry: { kind: 'column-scores', learns: 'unsupervised-selection', answers: 'none' },
    names: 'variance_inflation_factor',
  },
  { entry: { kind: 'row-wise' }, names: 'add_constant' },
  { entry: { kind: 'decompose' }, names: 'seasonal_decompose STL MSTL STL.fit MSTL.fit' },
  {
    entry: { kind: 'model', task: 'regression', given: 'answers-first' },
    names: 'OLS WLS GLS GLSAR GLM RLM QuantReg Poisson NegativeBinomial ZeroInflatedPoisson',
  },
  { entry: { kind: 'model', task: 'either', given: 'answers-first' }, names: 'Logit Probit MNLogit' },
  {
    entry: { kind: 'model', task: 'regression', given: 'series' },
    names: `ARIMA ARMA SARIMAX AutoReg AR ARDL ExponentialSmoothing SimpleExpSmoothing Holt ETSModel UnobservedComponents VAR
      VARMAX DynamicFactor ThetaModel`,
  },
  {
    entry: { kind: 'model', task: 'either', given: 'formula' },
    names: 'ols wls gls glm rlm quantreg logit probit mnlogit poisson negativebinomial mixedlm',
  },
];
