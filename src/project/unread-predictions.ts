import { fieldPlace } from '../evidence/context';
import type { Manifest } from '../manifest/model';
import type { Engine } from './engine';
import type { LoadedManifest } from './loaded-manifest';
import type { Skipped } from './snapshot';
import { tableFiles } from './table-files';

/** Files of predictions that manifests name and that are not there. What is in the others is a matter of `status`. */
export async function unreadPredictions(
  { ports }: Engine,
  manifests: readonly LoadedManifest[],
): Promise<readonly Skipped[]> {
  const files = ports.data?.files ?? ports.files;
  const skipped: Skipped[] = [];
  for (const { file, content } of manifests) {
    if (!content.ok) continue;
    const { manifest } = content;
    for (const { field, path } of named(manifest)) {
      const table = await tableFiles(files, manifest.root, path);
      const reason = table.ok ? await absent(table.value) : table.failure;
      if (reason === undefined) continue;
      const { range } = fieldPlace(manifest, `${field}.path`);
      skipped.push({ file, reason: `\`${field}\` names ${path}: ${reason}`, at: range.start });
    }
  }
  return skipped;

  async function absent(paths: readonly string[]): Promise<string | undefined> {
    for (const path of paths) if (!(await files.stat(path))) return 'it is not there';
    return undefined;
  }
}

function named({ data: { predictions } }: Manifest): readonly { field: string; path: string }[] {
  if (!predictions) return [];
  const { path, truth, rival } = predictions;
  const at = (field: string, own: string | undefined) => (own === undefined ? [] : [{ field, path: own }]);
  return [
    ...at('data.predictions', path),
    ...at('data.predictions.truth', truth?.path),
    ...at('data.predictions.rival', rival?.path),
  ];
}
