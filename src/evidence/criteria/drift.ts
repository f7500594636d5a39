import type { Verdict } from '../../base/outcome';
import type { DriftEvidence } from '../../manifest/evidence';
import type { EvidenceContext } from '../context';
import { unknown } from '../context';
import { readProfile } from '../data/scope';

/** Do current data look like those of training? */
export function judgeDrift(evidence: DriftEvidence, context: EvidenceContext): Verdict {
  const read = readProfile(context);
  if ('verdict' in read) return read.verdict;
  return unknown(`Not compared yet: ${evidence.asks}.`);
}
