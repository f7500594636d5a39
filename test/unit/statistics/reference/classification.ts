import { calibrationBins, calibrationError } from '../../../../src/statistics/calibration';
import { byTruth, confusion } from '../../../../src/statistics/classification/confusion';
import type { Confusion } from '../../../../src/statistics/classification/confusion';
import { constantScores } from '../../../../src/statistics/classification/constant';
import { labelRanking, multilabelScores } from '../../../../src/statistics/classification/multilabel';
import * as probabilities from '../../../../src/statistics/classification/probabilities';
import { classificationReport } from '../../../../src/statistics/classification/report';
import type { ClassScores } from '../../../../src/statistics/classification/scores';
import * as scores from '../../../../src/statistics/classification/scores';
import { wilson } from '../../../../src/statistics/intervals/wilson';
import { auc } from '../../../../src/statistics/ranking/auc';
import type { Checks, Input, Numbers } from './case';
import { of } from './case';

const matrixOf = ({ y_true, y_pred }: Input): Confusion => confusion(y_true, y_pred);
const three = ({ precision, recall, f1 }: ClassScores): Numbers => [precision, recall, f1];
const four = ({ precision, recall, f1, support }: ClassScores): Numbers => ({
  precision,
  recall,
  'f1-score': f1,
  support,
});

function report({ y_true, y_pred, ...rest }: Input): Numbers {
  const { labels, classes, accuracy, micro, macro, weighted } = classificationReport(
    y_true,
    y_pred,
    rest['labels'] as readonly number[] | undefined,
  );
  const names = rest['target_names'] as readonly string[] | undefined;
  return {
    ...Object.fromEntries(classes.map((own, at) => [names?.[at] ?? String(labels[at]), four(own)])),
    ...(accuracy === undefined ? { 'micro avg': four(micro) } : { accuracy }),
    'macro avg': four(macro),
    'weighted avg': four(weighted),
  };
}

function realCounts({ cm }: Input): Numbers {
  const matrix: Confusion = { labels: [0, 1], counts: cm };
  const [, positive] = scores.perClass(matrix);
  const interval = (right: number, n: number): Numbers => {
    const { low, high } = wilson(right, n);
    return [low, high];
  };
  return {
    accuracy: scores.accuracy(matrix),
    majority: scores.majorityAccuracy(matrix),
    precision: positive?.precision,
    recall: positive?.recall,
    recall_wilson: interval(83, 98),
    precision_wilson: interval(83, 198),
    mcc: scores.matthews(matrix),
  };
}

export const classification: Checks = {
  confusion_matrix: input => ({
    matrix: matrixOf(input).counts,
    norm_true: byTruth(matrixOf(input)),
  }),
  classification_report: report,
  classification_report_micro_avg: report,
  classification_report_labels_superset: report,
  balanced_accuracy: input => {
    const { value, adjusted } = scores.balancedAccuracy(matrixOf(input));
    return { balanced: value, adjusted };
  },
  mcc: input => scores.matthews(matrixOf(input)),
  multiclass_bundle: input => {
    const matrix = matrixOf(input);
    const f = (beta: number): number =>
      scores.perClass(matrix).reduce((sum, own) => sum + scores.fBeta(own, beta) / 3, 0);
    return {
      accuracy: scores.accuracy(matrix),
      macro: three(scores.averaged(matrix, 'macro')),
      micro: three(scores.averaged(matrix, 'micro')),
      weighted: three(scores.averaged(matrix, 'weighted')),
      kappa: scores.kappa(matrix),
      kappa_quadratic: scores.kappa(matrix, 'quadratic'),
      mcc: scores.matthews(matrix),
      balanced: scores.balancedAccuracy(matrix).value,
      f05: f(0.5),
      f2: f(2),
    };
  },
  multiclass_proba: ({ y_true, proba }) => ({
    ovr_macro: probabilities.aucOneVersusRest(y_true, proba, 'macro'),
    ovr_weighted: probabilities.aucOneVersusRest(y_true, proba, 'weighted'),
    ovo_macro: probabilities.aucOneVersusOne(y_true, proba),
    log_loss: probabilities.logLoss(y_true, proba),
    top2: probabilities.topK(y_true, proba, 2),
    brier_multiclass: probabilities.brierOfClasses(y_true, proba),
  }),
  log_loss: input => {
    const columns = of<readonly string[]>(input, 'proba_columns');
    const truth = of<readonly string[]>(input, 'y_true').map(label => columns.indexOf(label));
    return probabilities.logLoss(truth, input.proba);
  },
  brier: ({ y_true, p }) => probabilities.brier(y_true, p),
  calibration_curve: input => {
    const bins = calibrationBins(input.y_true, input.p, of(input, 'n_bins'));
    return { prob_true: bins.map(bin => bin.observed), prob_pred: bins.map(bin => bin.predicted) };
  },
  ece_small: input => {
    const bins = calibrationBins(input.y_true, input.p, of(input, 'n_bins'));
    const { expected, maximum } = calibrationError(bins);
    return { ece: expected, mce: maximum, bins: bins.map(bin => [bin.n, bin.predicted, bin.observed]) };
  },
  ece_200: ({ y_true, p }) => ({
    ece10: calibrationError(calibrationBins(y_true, p, 10)).expected,
    ece15: calibrationError(calibrationBins(y_true, p, 15)).expected,
    mce10: calibrationError(calibrationBins(y_true, p, 10)).maximum,
    ece10_equal_mass: calibrationError(calibrationBins(y_true, p, 10, 'equal-mass')).expected,
    brier: probabilities.brier(y_true, p),
    logloss: probabilities.logLoss(
      y_true,
      p.map(positive => [1 - positive, positive]),
    ),
    auc: auc(y_true, p),
  }),
  multilabel_rank: input => {
    const ranking = labelRanking(of(input, 'y_true'), of(input, 'y_score'));
    return { lrap: ranking.averagePrecision, coverage: ranking.coverage, ranking_loss: ranking.rankingLoss };
  },
  multilabel_set: input => {
    const own = multilabelScores(of(input, 'y_true'), of(input, 'y_pred'));
    return {
      hamming: own.hamming,
      subset_accuracy: own.subsetAccuracy,
      f1_micro: own.f1Micro,
      f1_macro: own.f1Macro,
      f1_samples: own.f1Samples,
      jaccard_samples: own.jaccardSamples,
    };
  },
  majority_baseline: input => {
    const [n, positives] = [of<number>(input, 'n'), of<number>(input, 'pos')];
    const constant = constantScores(n, positives);
    const always: Confusion = {
      labels: [0, 1],
      counts: [
        [n - positives, 0],
        [positives, 0],
      ],
    };
    const [, positive] = scores.perClass(always);
    return {
      accuracy: scores.accuracy(always),
      recall: positive?.recall,
      precision: undefined,
      balanced_accuracy: scores.balancedAccuracy(always).value,
      mcc: scores.matthews(always),
      f1: positive?.f1,
      roc_auc: constant.rocAuc,
      ap: constant.averagePrecision,
      brier_constant_prior: constant.brier,
      logloss_constant_prior: constant.logLoss,
    };
  },
  real_metrics_json_majority: realCounts,
};
