import * as forecasting from '../../../../src/statistics/forecasting';
import * as regression from '../../../../src/statistics/regression';
import { clusterAgreement } from '../../../../src/statistics/clustering/agreement';
import { clusterSeparation } from '../../../../src/statistics/clustering/separation';
import { accuracyError, passAtK, perplexity } from '../../../../src/statistics/text/language-model';
import { bleu, editDistance, wordErrorRate } from '../../../../src/statistics/text/overlap';
import type { Checks, Input, Numbers } from './case';
import { of } from './case';

function forecast(input: Input): Numbers {
  const [train, actual, predicted] = ['train', 'actual', 'forecast'].map(name =>
    of<readonly number[]>(input, name),
  ) as [readonly number[], readonly number[], readonly number[]];
  const monthly = forecasting.scaledErrors(train, actual, predicted, 1);
  const naive = forecasting.seasonalNaive(train, 12, actual.length);
  return {
    mae: regression.regressionScores(actual, predicted).mae,
    mase_m1: monthly.mase,
    mase_m12: forecasting.scaledErrors(train, actual, predicted, 12).mase,
    smape_pct: forecasting.smape(actual, predicted),
    wape: forecasting.wape(actual, predicted),
    rmsse_m1: monthly.rmsse,
    seasonal_naive_mae: regression.regressionScores(actual, naive).mae,
  };
}

const words = (text: unknown): readonly string[] => String(text).split(' ');

export const numbers: Checks = {
  regression: ({ y_true, y_pred }) => {
    const own = regression.regressionScores(y_true, y_pred);
    return {
      mae: own.mae,
      mse: own.mse,
      rmse: own.rmse,
      r2: own.r2,
      ev: own.explainedVariance,
      max_error: own.maxError,
      medae: own.medianAbsoluteError,
      mape: own.mape,
      bias: own.bias,
      d2_abs: own.d2Absolute,
    };
  },
  msle: ({ y_true, y_pred }) => {
    const msle = regression.meanSquaredLogError(y_true, y_pred);
    return { msle, rmsle: Math.sqrt(msle) };
  },
  pinball: ({ y_true, y_pred }) => ({
    a01: regression.pinball(y_true, y_pred, 0.1),
    a09: regression.pinball(y_true, y_pred, 0.9),
  }),
  r2_constant: ({ y_true, y_pred }) => ({ r2: regression.regressionScores(y_true, y_pred).r2 }),
  forecast,
  diebold_mariano_h1: input => {
    const { statistic, corrected, p } = forecasting.dieboldMariano(of(input, 'e1'), of(input, 'e2'));
    return { dm: statistic, hln: corrected, p };
  },
  clustering: input => {
    const agreement = clusterAgreement(of(input, 'labels_true'), of(input, 'labels_pred'));
    const separation = clusterSeparation(input.X, input.labels);
    return {
      ari: agreement.adjustedRand,
      nmi: agreement.vMeasure,
      ami: agreement.adjustedMutualInformation,
      homogeneity: agreement.homogeneity,
      completeness: agreement.completeness,
      v: agreement.vMeasure,
      fmi: agreement.fowlkesMallows,
      silhouette: separation.silhouette,
      ch: separation.calinskiHarabasz,
      db: separation.daviesBouldin,
    };
  },
  pass_at_k: input => of<readonly number[]>(input, 'k').map(k => passAtK(of(input, 'n'), of(input, 'c'), k)),
  lm_eval_stderr: input => accuracyError(of(input, 'acc'), of(input, 'n')),
  perplexity: input => perplexity(of(input, 'nll')),
  wer: input => {
    const [reference, hypothesis] = [words(input['ref']), words(input['hyp'])];
    return { wer: wordErrorRate(reference, hypothesis), distance: editDistance(reference, hypothesis) };
  },
  bleu4: input => bleu(of<readonly string[]>(input, 'refs').map(words), words(input['hyp'])),
};
