import { dataOf, newData, scalar } from '../../data';
import type { PredictFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Site } from '../../site';
import type { Estimator, Value } from '../../value';
import { forecasts, givenForm } from './givenForms';
import { forecastRows } from '../splits/forecasts';
import { predicted, predictionTaint } from '../scores/scoring';

/**
 * Models that are made with their rows, and forecast from where these end: those of statsmodels. Which rows a forecast is
 * about is told by what it is held against.
 */

const FORECASTS: ReadonlySet<string> = new Set(['forecast', 'predict', 'get_prediction', 'get_forecast']);

/** `results.predict(X_test)`, `results.forecast(12)`; `undefined` for what is no prediction. */
export function predictGiven(m: Machine, model: Estimator, name: string, info: CallInfo): Value | undefined {
  const given = givenForm(model.entry) !== undefined || forecasts(model.entry);
  if (!given || !FORECASTS.has(name) || !model.fit) return undefined;
  const { positional, named } = info.args;
  const first = positional[0] ?? named.get('exog');
  const table = dataOf(m, first);
  if (first && table && name === 'predict' && table.form !== 'index')
    return said(m, predicted(m, model, first, info));
  const inSample = name === 'predict' && positional.length === 0 && named.size === 0;
  const rows = inSample ? model.fit.rows : forecastRows(m, info.site);
  return said(m, predictedRows(m, model, rows, info));
}

/** `results.fittedvalues`, `prediction.predicted_mean` */
export function fittedValues(m: Machine, model: Estimator, attr: string, site: Site): Value | undefined {
  if (!givenForm(model.entry)) return undefined;
  if (attr !== 'fittedvalues' || !model.fit) return TELLS.has(attr) ? scalar(m) : undefined;
  const nowhere = { args: { positional: [], named: new Map<string, Value>(), others: [] } };
  return said(m, predictedRows(m, model, model.fit.rows, { ...nowhere, site, nameSpan: site }));
}

/** What the fit itself tells, of its own rows. */
const TELLS: ReadonlySet<string> = new Set(
  'aic bic aicc hqic rsquared rsquared_adj pvalues params tvalues bse llf mse_resid f_pvalue fvalue condition_number'.split(
    ' ',
  ),
);

function predictedRows(m: Machine, model: Estimator, rows: Rows, info: CallInfo): PredictFact | undefined {
  return predicted(m, model, newData(m, { rows, form: 'column' }), info);
}

function said(m: Machine, prediction: PredictFact | undefined): Value {
  if (!prediction) return scalar(m);
  return newData(m, { form: 'column', rows: prediction.rows, taints: predictionTaint(m, prediction) });
}
