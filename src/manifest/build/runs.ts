import type { RunSource } from '../model';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import type { ManifestTree } from '../schema/manifest';
import type { Located } from '../schema/types';
import type { Where } from '../where/ast';
import { parseWhere } from '../where/parse';
import { rangeWithin } from './within';

type Runs = NonNullable<ManifestTree['runs']>;
type RunTree = Exclude<Runs['value'], string>[number];

export function buildRuns(reading: Reading, { runs }: ManifestTree): readonly RunSource[] {
  if (!runs) return [];
  const { value, range } = runs;
  const sources: readonly RunTree[] = typeof value === 'string' ? [{ value, range }] : value;
  return sources.flatMap(run => buildRun(reading, run) ?? []);
}

function buildRun(reading: Reading, { value, range }: RunTree): RunSource | undefined {
  if (typeof value === 'string') return { path: value, pick: 'latest', range };
  if (value.mlflow) {
    report(reading, {
      code: 'not-read-yet',
      severity: 'information',
      message:
        'Tracking servers are not read yet. Until they are, export the runs to a folder or to JSON and name its path.',
      range: value.mlflow.range,
    });
    return undefined;
  }
  if (!value.path) {
    report(reading, {
      code: 'missing-field',
      message: 'A source of runs needs a `path`: an MLflow folder or a glob such as reports/*.json.',
      range,
    });
    return undefined;
  }
  const where = value.where && whereIn(reading, value.where);
  // A condition that cannot be read must not pass for one that every run satisfies.
  if (value.where && !where) return undefined;
  return {
    path: value.path.value,
    pick: value.pick?.value ?? 'latest',
    range,
    ...(value.experiment && { experiment: value.experiment.value }),
    ...(where && { where }),
  };
}

function whereIn(reading: Reading, where: Located<string>): Where | undefined {
  const parsed = parseWhere(where.value);
  if (parsed.ok) return parsed.value;
  const { message, span } = parsed.failure;
  report(reading, { code: 'bad-condition', message, range: rangeWithin(reading, where, span) });
  return undefined;
}
