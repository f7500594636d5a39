import type { Section } from '../document';
import type { ReportFacts } from '../facts';
import { baselines } from './baselines';
import { business } from './business';
import { calibration } from './calibration';
import { drift } from './drift';
import { errors } from './errors';
import { history } from './history';
import { labelNoise } from './label-noise';
import { ledger } from './ledger';
import { methods } from './methods';
import { predictionSlices } from './prediction-slices';
import { predictionSplits } from './prediction-splits';
import { predictions } from './predictions';
import { provenance } from './provenance';
import { results } from './results';
import { rival } from './rival';
import { service } from './service';
import { slices } from './slices';
import { splits } from './splits';
import { thresholds } from './thresholds';
import { values } from './values';
import { verdict } from './verdict';
import { warnings } from './warnings';

/**
 * The sections of the metric report, in the order in which they are read. Each is a function of the same facts; one that
 * has nothing to say for this kind of project gives `undefined`, one that lacks its data says what would bring them.
 */
const SECTIONS: readonly ((facts: ReportFacts) => Section | undefined)[] = [
  verdict,
  provenance,
  warnings,
  baselines,
  rival,
  results,
  predictions,
  splits,
  predictionSplits,
  slices,
  predictionSlices,
  calibration,
  thresholds,
  errors,
  drift,
  history,
  service,
  business,
  labelNoise,
  ledger,
  values,
];

/** All sections, one a step, and at the end the formulas behind their numbers. */
export function* sectionsInSteps(facts: ReportFacts): Generator<void, readonly Section[]> {
  const sections: Section[] = [];
  for (const section of SECTIONS) {
    const made = section(facts);
    if (made) sections.push(made);
    yield;
  }
  const appendix = methods(sections);
  return appendix ? [...sections, appendix] : sections;
}
