import { mergeTables } from '../metrics/select';
import type { MetricTable } from '../metrics/table';
import { comparedRuns, compareReport } from '../reports/compare/report';
import type { CompareView, RunChoice } from '../reports/compare/view';
import type { Engine } from './engine';
import type { ManifestContent } from './loaded-manifest';

/** The runs of a project by its manifest, also those that `pick` passes over, in the order in which they count. */
export async function runsOf(engine: Engine, file: string): Promise<readonly RunChoice[]> {
  const content = engine.manifests.get(file)?.content;
  if (!content?.ok) return [];
  const { runs } = await tableOf(engine, content);
  return comparedRuns(runs, content.manifest).map(({ place, ...run }) => ({ ...run, file: place.file }));
}

/** Some of them side by side; `undefined` when the project is not there. */
export async function compareRuns(
  engine: Engine,
  file: string,
  ids: readonly string[],
): Promise<CompareView | undefined> {
  const content = engine.manifests.get(file)?.content;
  if (!content?.ok) return undefined;
  const { manifest } = content;
  const table = await tableOf(engine, content);
  const picked = ids.flatMap(id => table.runs.find(run => run.id === id) ?? []);
  const pairs = await engine.pairs.known(content, { runs: table.runs, picked });
  return compareReport({ manifest, table, ids, pairs });
}

async function tableOf({ metrics }: Engine, content: ManifestContent): Promise<MetricTable> {
  const { table, passedOver } = await metrics.of(content);
  return mergeTables([table, passedOver]);
}
