// Derived from the rules in this folder by `npm run derive`: do not edit.
import type { Rule } from './contract';
import { accuracyOnImbalanced } from './evaluation/accuracy-on-imbalanced';
import { augmentBeforeSplit } from './leakage/augment-before-split';
import { checkpointSelectedOnTest } from './test-misuse/checkpoint-selected-on-test';
import { crossValidationOnTest } from './test-misuse/cross-validation-on-test';
import { deepModelOnSmallTable } from './lifecycle/deep-model-on-small-table';
import { earlyStoppingOnTest } from './test-misuse/early-stopping-on-test';
import { evaluateAfterResplit } from './test-misuse/evaluate-after-resplit';
import { experimentNotTracked } from './lifecycle/experiment-not-tracked';
import { featureDerivedFromTarget } from './leakage/feature-derived-from-target';
import { featureSelectionBeforeSplit } from './leakage/feature-selection-before-split';
import { fitBeforeSplit } from './leakage/fit-before-split';
import { fitOutsideCv } from './leakage/fit-outside-cv';
import { futureValueInFeature } from './splits/future-value-in-feature';
import { groupLeakInSplit } from './splits/group-leak-in-split';
import { identifierAsFeature } from './leakage/identifier-as-feature';
import { inSampleStacking } from './leakage/in-sample-stacking';
import { inconsistentPreprocessing } from './evaluation/inconsistent-preprocessing';
import { modelReusedAcrossFolds } from './test-misuse/model-reused-across-folds';
import { modelSavedWithoutPreprocessing } from './deployment/model-saved-without-preprocessing';
import { modelSelectionOnTest } from './test-misuse/model-selection-on-test';
import { noBaseline } from './lifecycle/no-baseline';
import { noHeldOutEvaluation } from './lifecycle/no-held-out-evaluation';
import { nonIdempotentCell } from './notebook/non-idempotent-cell';
import { orderedDataUnshuffled } from './splits/ordered-data-unshuffled';
import { outOfOrderExecution } from './notebook/out-of-order-execution';
import { outliersDroppedBeforeSplit } from './leakage/outliers-dropped-before-split';
import { overlappingManualSplit } from './splits/overlapping-manual-split';
import { randomSplitOnTimeSeries } from './splits/random-split-on-time-series';
import { refitAtInference } from './deployment/refit-at-inference';
import { refitOnTest } from './leakage/refit-on-test';
import { resampleBeforeSplit } from './leakage/resample-before-split';
import { seedPickedByScore } from './test-misuse/seed-picked-by-score';
import { shiftAcrossGroups } from './splits/shift-across-groups';
import { splitUnpackOrder } from './splits/split-unpack-order';
import { targetEncodingBeforeSplit } from './leakage/target-encoding-before-split';
import { targetInFeatures } from './leakage/target-in-features';
import { thresholdTunedOnTest } from './test-misuse/threshold-tuned-on-test';
import { trainTestOverlap } from './leakage/train-test-overlap';
import { tunedCvScoreReported } from './test-misuse/tuned-cv-score-reported';
import { tuningOnTest } from './test-misuse/tuning-on-test';
import { undefinedOnRestart } from './notebook/undefined-on-restart';
import { unseededEvaluationSplit } from './reproducibility/unseeded-evaluation-split';
import { unshiftedTargetWindow } from './splits/unshifted-target-window';
import { windowsBeforeRandomSplit } from './splits/windows-before-random-split';

/** Every rule, in the order of their codes. */
export const RULES: readonly Rule[] = [
  featureSelectionBeforeSplit,
  targetEncodingBeforeSplit,
  resampleBeforeSplit,
  augmentBeforeSplit,
  fitBeforeSplit,
  fitOutsideCv,
  refitOnTest,
  trainTestOverlap,
  targetInFeatures,
  featureDerivedFromTarget,
  outliersDroppedBeforeSplit,
  inSampleStacking,
  identifierAsFeature,
  earlyStoppingOnTest,
  checkpointSelectedOnTest,
  tuningOnTest,
  modelSelectionOnTest,
  seedPickedByScore,
  thresholdTunedOnTest,
  crossValidationOnTest,
  tunedCvScoreReported,
  evaluateAfterResplit,
  modelReusedAcrossFolds,
  accuracyOnImbalanced,
  inconsistentPreprocessing,
  randomSplitOnTimeSeries,
  futureValueInFeature,
  unshiftedTargetWindow,
  shiftAcrossGroups,
  windowsBeforeRandomSplit,
  groupLeakInSplit,
  overlappingManualSplit,
  splitUnpackOrder,
  orderedDataUnshuffled,
  unseededEvaluationSplit,
  undefinedOnRestart,
  outOfOrderExecution,
  nonIdempotentCell,
  modelSavedWithoutPreprocessing,
  refitAtInference,
  noHeldOutEvaluation,
  noBaseline,
  experimentNotTracked,
  deepModelOnSmallTable,
];
