import type { DataProfile } from '../profile';
import { createAgreement, mergeAgreements } from '../summary/agreement';
import type { SummedSplit } from './split-profile';

/** How far annotators agree, over all splits. */
export function agreementOf(splits: readonly SummedSplit[]): Pick<DataProfile, 'agreement'> {
  const all = createAgreement();
  for (const { summary } of splits) mergeAgreements(all, summary.agreement);
  const { pairs, agreeing, rows, labels } = all;
  return pairs === 0 ? {} : { agreement: { pairs, agreeing, rows, labels: labels.size } };
}
