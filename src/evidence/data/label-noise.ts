import type { Verdict } from '../../base/outcome';
import type { Agreement } from '../../data/profile';
import { noiseFromAgreement, reachableAccuracy } from '../../statistics/label-noise';
import { fieldPlace, met, unknown, unmet } from '../context';
import { counted, percent } from '../words';
import type { Limit } from './bound';
import { holds } from './bound';
import type { DataScope } from './scope';

/** With fewer labels that can be compared, an estimate says nothing. */
const LEAST_PAIRS = 30;

/** How often is a label wrong, judged by how often annotators disagree? */
export function judgeLabelNoise({ context, profile }: DataScope, limit: Limit): Verdict {
  const { manifest } = context;
  const place = fieldPlace(manifest, 'data.annotators');
  const { annotators } = manifest.data;
  if (annotators.length < 2) {
    return unknown('`data.annotators` does not name the columns of two annotators or more.', place);
  }
  const { agreement } = profile;
  if (!agreement) return unknown('No row has the labels of two annotators.', place);
  const { pairs, agreeing, rows, labels } = agreement;
  const both = `two labels in ${counted(rows, 'row')}`;
  if (pairs < LEAST_PAIRS) {
    return unknown(`There are ${both}; fewer than ${LEAST_PAIRS} pairs of labels say nothing.`, place);
  }
  const noise = noiseOf(agreement);
  const agreed = `Annotators agree on ${percent(agreeing / pairs)} of ${counted(pairs, 'pair')} of labels`;
  if (noise === undefined) {
    return unknown(
      `${agreed}, no more often than chance would with ${labels} labels; how many are wrong cannot be told.`,
      place,
    );
  }
  const ceiling = percent(reachableAccuracy(noise));
  const reason = `${agreed}: if mistakes are independent and alike for all labels, ${percent(noise)} are wrong, and no accuracy above ${ceiling} can be shown; ${limit.words}.`;
  return holds(limit, noise) ? met(reason, place) : unmet(reason, place);
}

/** `undefined` where annotators agree no more often than chance. */
function noiseOf({ pairs, agreeing, labels }: Agreement): number | undefined {
  const noise = noiseFromAgreement(agreeing / pairs, Math.max(2, labels));
  return Number.isNaN(noise) ? undefined : noise;
}
