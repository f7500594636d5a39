import { fingerprint } from '../base/fingerprint';
import { normalName } from '../metrics/names';
import { ofRun } from './by-run';
import type { MetricTable, Run } from '../metrics/table';

/** What a run tells of how it came about, by the names under which people and tools write it. */
export interface RunFacts {
  readonly commit?: string;
  /** The working tree had changes that were not committed. */
  readonly dirty?: boolean;
  readonly seed?: string;
  /** Names and versions of tools. */
  readonly versions: readonly (readonly [string, string])[];
  /** The digest of the test set that it was evaluated on. */
  readonly testSet?: string;
}

const COMMIT =
  /(^|_)(git_)?(commit|commit_hash|commit_sha|git_sha|git_hash|revision|git_revision|sha1?)(_id)?$/;
const DIRTY = /(^|_)(git_)?(dirty|is_dirty|uncommitted)$/;
const SEED = /(^|_)(seed|random_state|random_seed)$/;
const VERSION = /(^|_)(versions?)(_|$)/;
const TEST_SET =
  /(^|_)test(_set|_data|_file|_split)?_(sha256|sha1|md5|hash|digest|fingerprint)$|^(dataset|data)_(digest|hash|sha256|md5)$/;

export function runFacts({ params, tracked }: Run): RunFacts {
  const all = [...Object.entries(tracked?.tags ?? {}), ...Object.entries(params)].map(
    ([key, text]) => [key, normalName(key), text] as const,
  );
  const find = (name: RegExp, value = /./): string | undefined =>
    all.find(([, key, text]) => name.test(key) && value.test(text))?.[2];
  const commit = find(COMMIT, /^[0-9a-f]{7,64}$/i);
  const dirty = find(DIRTY);
  const seed = find(SEED);
  const testSet = find(TEST_SET);
  return {
    versions: all.flatMap(([key, name, text]) =>
      VERSION.test(name) && text.length < 100 ? [[key, text] as const] : [],
    ),
    ...(commit !== undefined && { commit }),
    ...(dirty !== undefined && { dirty: /^(true|1|yes|dirty)$/i.test(dirty) }),
    ...(seed !== undefined && { seed }),
    ...(testSet !== undefined && { testSet }),
  };
}

/** The same for runs that say the same, to the last digit. */
export function runFingerprint(table: MetricTable, { id, name, time, params }: Run): string {
  const { values: own, matrices: all, series: logged } = ofRun(table, id);
  const matrices = all.map(({ rows }) => rows);
  const series = logged.map(one => [one.name, one.split, checksum(one.steps), checksum(one.values)]);
  const said = own.map(({ name: metric, split, slice, step, raw }) => [metric, split, slice, step, raw]);
  return fingerprint(JSON.stringify([name, time, params, said, matrices, series]))
    .split(':')
    .slice(1)
    .join('');
}

/** Of many numbers, in their order; what is not finite counts by its place. */
function checksum(numbers: Float64Array): string {
  let [sum, odd] = [0, 0];
  numbers.forEach((number, at) => {
    if (Number.isFinite(number)) sum += number * (at + 1);
    else odd += at + 1;
  });
  return `${numbers.length} ${sum} ${odd}`;
}
