import type { Notice } from '../document';
import type { ReportFacts } from '../facts';
import { metricReadings } from '../metric-readings';
import { noBetterThanChance } from './chance';
import { absentClasses, belowMajority, fewPositives } from './classes';
import { recomputedDiffers } from './consistency';
import type { FindWarnings } from './context';
import { trainTestGap } from './gaps';
import { repeatedLooks } from './looks';
import { noiseCeiling, sharedRows } from './of-data';
import { editedAfterSeal, wrongInFiles } from './of-files';
import { leaksInCode } from './of-code';
import { byValueAlone, fewRows, ofMetrics } from './of-metrics';
import { noBetterThanConstant, ofPredictions, reportedDiffers } from './of-predictions';
import { impossibleValues } from './ranges';
import { percentScores } from './scales';
import { smallSlices } from './slices';

/** What is looked for, in the order in which it is shown among others of the same severity. */
const WARNINGS: readonly FindWarnings[] = [
  editedAfterSeal,
  wrongInFiles,
  leaksInCode,
  belowMajority,
  noBetterThanChance,
  recomputedDiffers,
  impossibleValues,
  reportedDiffers,
  ofPredictions,
  noBetterThanConstant,
  sharedRows,
  ofMetrics,
  fewRows,
  fewPositives,
  absentClasses,
  trainTestGap,
  noiseCeiling,
  repeatedLooks,
  byValueAlone,
  smallSlices,
  percentScores,
];

/** What the reader should know before these numbers are trusted, each with the number that triggered it. */
export function warningsOf(facts: ReportFacts): readonly Notice[] {
  const readings = metricReadings(facts);
  return WARNINGS.flatMap(find => find({ facts, readings }));
}
