import type { Manifest } from '../../manifest/model';

/** The servers among the runs of a manifest, each once. */
export function serversOf({ runs }: Manifest): readonly string[] {
  return [...new Set(runs.flatMap(run => ('server' in run ? run.server : [])))];
}
