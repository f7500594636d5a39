import { plainAddress } from '../../base/origin';
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
type RunFields = Exclude<RunTree['value'], string>;

export function buildRuns(reading: Reading, { runs }: ManifestTree): readonly RunSource[] {
  if (!runs) return [];
  const { value, range } = runs;
  const sources: readonly RunTree[] = typeof value === 'string' ? [{ value, range }] : value;
  return sources.flatMap(run => buildRun(reading, run) ?? []);
}

function buildRun(reading: Reading, { value, range }: RunTree): RunSource | undefined {
  if (typeof value === 'string') return { path: value, pick: 'latest', range };
  const origin = originOfRuns(reading, value, range);
  if (!origin) return undefined;
  const where = value.where && whereIn(reading, value.where);
  // A condition that cannot be read must not pass for one that every run satisfies.
  if (value.where && !where) return undefined;
  return {
    ...origin,
    pick: value.pick?.value ?? 'latest',
    range,
    ...(value.experiment && { experiment: value.experiment.value }),
    ...(where && { where }),
    ...(value.predictions && { predictions: value.predictions.value }),
  };
}

/** A path or a server, one of the two. */
function originOfRuns(
  reading: Reading,
  { path, mlflow }: RunFields,
  range: RunTree['range'],
): { readonly path: string } | { readonly server: string } | undefined {
  if (!mlflow) {
    if (path) return { path: path.value };
    report(reading, {
      code: 'missing-field',
      message:
        'A source of runs needs a `path`, an MLflow folder or a glob such as reports/*.json; or the address of a server under `mlflow`.',
      range,
    });
    return undefined;
  }
  if (path) {
    const message = 'A source of runs is a `path` or a server: write two entries, one for each.';
    report(reading, { code: 'path-and-server', message, range: mlflow.range });
    return undefined;
  }
  const server = plainAddress(mlflow.value);
  if (server !== undefined) return { server };
  report(reading, {
    code: 'bad-address',
    message:
      'This is no address of a server. Write it as https://mlflow.example.org; a name and password do not belong into a manifest.',
    range: mlflow.range,
  });
  return undefined;
}

function whereIn(reading: Reading, where: Located<string>): Where | undefined {
  const parsed = parseWhere(where.value);
  if (parsed.ok) return parsed.value;
  const { message, span } = parsed.failure;
  report(reading, { code: 'bad-condition', message, range: rangeWithin(reading, where, span) });
  return undefined;
}
