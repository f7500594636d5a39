import type { PairProfile, SplitProfile } from '../../data/profile';
import { canonicalName } from '../../metrics/names';
import { noiseFromAgreement, reachableAccuracy } from '../../statistics/label-noise';
import type { Notice } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';
import type { FindWarnings } from './context';
import { information, warning } from './context';

/** Rows of the test set that the model has seen in training. */
export const sharedRows: FindWarnings = ({ facts }) => {
  const { data, manifest } = facts;
  if (data.state !== 'read') return [];
  const { splits, pairs } = data.profile;
  const roleOf = (name: string): SplitProfile['role'] | undefined =>
    splits.find(split => split.name === name)?.role;
  return pairs.flatMap(({ earlier, later, rows }: PairProfile): readonly Notice[] => {
    if (!rows || rows.rows === 0 || roleOf(later) !== 'test') return [];
    const least = rows.exact ? '' : 'at least ';
    const share = formatNumber((100 * rows.rows) / rows.of);
    const range = manifest.fields.get(`data.splits.${later}`)?.range;
    return [
      warning(
        `${least}${plural(rows.rows, 'row')} of ${plural(rows.of, 'row')} of ${later} (${share} %) ${rows.rows === 1 ? 'is' : 'are'} in ${earlier}, too: a model that has seen them scores too well.`,
        range && { file: manifest.file, range },
      ),
    ];
  });
};

/** A target this close to what labels allow is hardly within reach. */
const NEAR = 0.02;

/** Targets that wrong labels keep out of reach. */
export const noiseCeiling: FindWarnings = ({ facts, readings }) => {
  const ceiling = ceilingOf(facts);
  if (!ceiling) return [];
  const { reachable, noise, pairs } = ceiling;
  return readings.flatMap(({ spec, row }) => {
    const { target } = row;
    if (canonicalName(spec.name) !== 'accuracy' || !target || !['>=', '>'].includes(target.op)) return [];
    const labels = `By how often annotators agree (${plural(pairs, 'pair')} of labels), ${formatNumber(100 * noise)} % of labels are wrong, and a model that is always right would score ${formatNumber(reachable)}`;
    if (target.value > reachable)
      return [
        warning(
          `The target of \`${spec.name}\`, ${target.text}, is out of reach. ${labels}. Mend the labels first.`,
          row.declared,
        ),
      ];
    return target.value > reachable - NEAR
      ? [
          information(
            `The target of \`${spec.name}\`, ${target.text}, is close to what the labels allow. ${labels}.`,
            row.declared,
          ),
        ]
      : [];
  });
};

/** What labels allow, by how far annotators agree. */
export interface Ceiling {
  readonly agreement: number;
  readonly pairs: number;
  readonly agreeing: number;
  readonly labels: number;
  readonly noise: number;
  readonly reachable: number;
}

/** `undefined` where annotators were not compared, or agree no more often than by chance. */
export function ceilingOf({ data }: Pick<ReportFacts, 'data'>): Ceiling | undefined {
  const agreement = data.state === 'read' ? data.profile.agreement : undefined;
  if (!agreement) return undefined;
  const { pairs, agreeing, labels } = agreement;
  const noise = noiseFromAgreement(agreeing / pairs, Math.max(2, labels));
  if (Number.isNaN(noise)) return undefined;
  const reachable = reachableAccuracy(noise);
  return { agreement: agreeing / pairs, pairs, agreeing, labels, noise, reachable };
}
