import { parseDuration } from '../duration';
import type { FreshEvidence, FreshLimit, FreshSubject } from '../evidence';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import type { EVIDENCE_PIECE } from '../schema/evidence';
import type { Located, Read } from '../schema/types';
import { wordsOf } from './declarations';

type FreshTree = NonNullable<Read<typeof EVIDENCE_PIECE>['value']['fresh']>;

/** `fresh: { file: reports/drift.json, within: 30d }`. */
export function freshEvidence(reading: Reading, tree: FreshTree): FreshEvidence | undefined {
  const of = subjectOf(tree.value);
  const within = tree.value.within && limitOf(reading, tree.value.within);
  if (of && within) return { kind: 'fresh', of, within };
  if (!of) {
    report(reading, {
      code: 'missing-field',
      message:
        'What has to be fresh? Expected one of file, run, metric, split and data, as in { file: reports/drift.json, within: 30d }.',
      range: tree.range,
    });
  }
  return undefined;
}

/** Exactly one of them; a split may narrow a metric down. */
function subjectOf({ file, run, metric, split, data }: FreshTree['value']): FreshSubject | undefined {
  const subjects: readonly (FreshSubject | undefined)[] = [
    file && { by: 'file', paths: wordsOf(file) },
    run && { by: 'run', run: run.value },
    metric && { by: 'metric', metric: metric.value, ...(split && { split: split.value }) },
    !metric && split ? { by: 'split', split: split.value } : undefined,
    data?.value ? { by: 'data' } : undefined,
  ];
  const [only, second] = subjects.filter(subject => subject !== undefined);
  return second ? undefined : only;
}

function limitOf(reading: Reading, { value, range }: Located<string>): FreshLimit | undefined {
  const duration = parseDuration(value);
  if (duration) return { by: 'duration', duration };
  if (/^[a-z_]+(\.[a-z_]+)+$/.test(value)) return { by: 'field', path: value };
  report(reading, {
    code: 'wrong-value',
    message: `\`within\` is \`${value}\`; expected a duration such as 30d (h, d, w, m, y), or a field that holds one, such as data.max_age.`,
    range,
  });
  return undefined;
}
