import type { Verdict } from '../../base/outcome';
import type { LaterEvidence } from '../../manifest/evidence';
import { unknown } from '../context';

/** Kinds of evidence that manifests may name and that nothing judges yet: always unknown, and why. */
export function judgeLater({ kind, asks }: LaterEvidence): Verdict {
  return unknown(
    `Not judged yet: evidence of the kind \`${kind}\` (${asks}) is for a person to look at, then tick.`,
  );
}
