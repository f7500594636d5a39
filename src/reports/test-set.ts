import { isTestSplit } from '../evidence/ledger/runs';
import type { Measured } from '../evidence/measure';
import { relativeTo } from '../evidence/words';
import type { ReportFacts } from './facts';
import { runFacts } from './run-facts';

/** SHA-256 in hexadecimal: what a stated digest can be compared with. */
const SHA256 = /^[0-9a-f]{64}$/i;

/**
 * Why a value says nothing of the test set that the manifest names: its run states the digest of another file. `undefined` where
 * it is the same, or nobody can tell.
 */
export function otherTestSet(
  { manifest, metrics, data }: ReportFacts,
  { parts: [value] }: Pick<Measured, 'parts'>,
): string | undefined {
  const isOfTest = value && (value.split === undefined || isTestSplit(manifest, value.split));
  if (!isOfTest || data.state !== 'read') return undefined;
  const run = metrics.table.runs.find(({ id }) => id === value.run);
  const stated = run && runFacts(run).testSet;
  if (stated === undefined || !SHA256.test(stated)) return undefined;
  const files = data.profile.splits.flatMap(({ role, files: own }) => (role === 'test' ? own : []));
  const [file] = files;
  const digest = data.profile.digests?.find(one => one.file === file)?.digest;
  if (files.length !== 1 || file === undefined || digest === undefined) return undefined;
  if (digest.toLowerCase() === stated.toLowerCase()) return undefined;
  return `Not comparable: it was measured on a test set with the SHA-256 ${stated.slice(0, 12)}…, and ${relativeTo(manifest.root, file)} has ${digest.slice(0, 12)}….`;
}
