import { DAY } from '../../base/time';
import { parseDuration } from '../duration';
import type { DataEntry, TableSplit } from '../model';
import { report } from '../read/report';
import type { Reading } from '../read/report';
import type { ManifestTree } from '../schema/manifest';
import { wordsOf } from './declarations';
import { predictionsOf } from './predictions';
import { rolesIn } from './roles';

type DataTree = NonNullable<ManifestTree['data']>['value'];
type SplitTree = NonNullable<DataTree['split']>['value'];

/** What `data` says of tables: which, how they are divided, and what their columns are. */
export function buildData(reading: Reading, { data }: ManifestTree): DataEntry {
  const tree: DataTree = data?.value ?? {};
  const table = tableOf(tree);
  const split = tree.split && splitOf(reading, tree.split.value);
  const predictions = predictionsOf(tree.predictions);
  return {
    annotators: wordsOf(tree.annotators),
    ids: wordsOf(tree.id),
    gap: durationIn(tree.split?.value.gap),
    horizon: durationIn(tree.split?.value.horizon),
    ...(table && { table }),
    ...(split && { split }),
    ...(predictions && { predictions }),
  };
}

function tableOf({ table, index }: DataTree): DataEntry['table'] {
  if (table) return { field: 'table', path: table.value };
  return index && { field: 'index', path: index.value };
}

function splitOf(reading: Reading, { column, cutoff, cv, roles }: SplitTree): TableSplit | undefined {
  const [first, second] = [column, cutoff, cv].filter(way => way !== undefined);
  if (first && second) {
    report(reading, {
      code: 'two-splits',
      severity: 'warning',
      message: 'A table is divided in one way; the first of column, cutoff and cv counts. Remove the others.',
      range: second.range,
    });
  }
  if (column) return { by: 'column', column: column.value, roles: rolesIn(roles) };
  if (cutoff) return { by: 'cutoff', from: Date.parse(`${cutoff.value}T00:00:00Z`) };
  return cv && { by: 'folds', respecting: cv.value as 'random' | 'stratified' | 'group' | 'time' };
}

/** Milliseconds; none for no duration. */
const durationIn = (text: { readonly value: string } | undefined): number =>
  (text === undefined ? 0 : (parseDuration(text.value)?.days ?? 0)) * DAY;
