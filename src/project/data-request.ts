import type { DeclaredSplit } from '../base/declarations';
import type { Files } from '../base/ports';
import type { UnreadTable } from '../data/profile';
import type { DataRequest, Division, TableSource } from '../data/request';
import { driftQuestions } from '../evidence/data/drift-questions';
import type { Manifest } from '../manifest/model';
import { staysInside } from '../manifest/read/paths';
import type { Footprint } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import { tableFiles } from './table-files';

/** What the host is asked to read, and tables whose files could not even be found. */
export interface PlannedRequest {
  readonly request: DataRequest;
  readonly unread: readonly UnreadTable[];
}

/** Finds the files of every table that a manifest names, and says what to look for in them. */
export async function dataRequest(
  files: Files,
  { manifest, lifecycle }: ManifestContent,
  footprint: Footprint,
): Promise<PlannedRequest> {
  const { declarations, data } = manifest;
  const division = divisionOf(manifest);
  const tables: TableSource[] = [];
  const unread: UnreadTable[] = [];
  for (const { name, role, path } of declaredTables(manifest)) {
    // Beside the project nobody tells of changes.
    const watched = staysInside(path) ? footprint.files : files;
    const found = await tableFiles(watched, manifest.root, path);
    if (found.ok) {
      for (const file of found.value) footprint.look(file);
      tables.push({ name, role, files: found.value });
    } else unread.push({ split: name, role, file: '', reason: found.failure });
  }
  const request: DataRequest = {
    tables,
    groups: declarations.groups,
    annotators: data.annotators,
    ids: data.ids,
    drift: lifecycle ? driftQuestions(manifest, lifecycle) : [],
    ...(division && { division }),
    ...(declarations.target && { target: declarations.target.column }),
    ...(declarations.time !== undefined && { time: declarations.time }),
  };
  return { request, unread };
}

/** Splits as files come before one table that is divided. */
function declaredTables({ declarations, data }: Manifest): readonly DeclaredSplit[] {
  if (declarations.splits.length > 0 || !data.table) return declarations.splits;
  return [{ name: data.table.field, role: 'other', path: data.table.path }];
}

function divisionOf({ declarations, data }: Manifest): Division | undefined {
  const { split, gap, horizon } = data;
  if (declarations.splits.length > 0 || !data.table || !split || split.by === 'folds') return undefined;
  if (split.by === 'column') return split;
  // A row's label is known a horizon later: whatever is closer to the cutoff looks into the test set.
  return { by: 'cutoff', from: split.from, apart: gap + horizon };
}
