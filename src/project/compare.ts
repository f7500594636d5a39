import { mergeTables } from '../metrics/select';
import type { MetricTable, Run } from '../metrics/table';
import { curveDetail } from '../reports/compare/curves';
import { comparedRuns, compareReport } from '../reports/compare/report';
import type { CompareView, CurveDetail, RunChoice } from '../reports/compare/view';
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
  const picked = runsIn(table, ids);
  const pairs = await engine.pairs.known(content, { runs: table.runs, picked });
  return compareReport({ manifest, table, ids, pairs });
}

/** A part of one of their curves; `undefined` when it is not there. */
export async function curveOf(
  engine: Engine,
  file: string,
  { runs: ids, ...part }: CurvePart,
): Promise<CurveDetail | undefined> {
  const content = engine.manifests.get(file)?.content;
  if (!content?.ok) return undefined;
  const table = await tableOf(engine, content);
  return curveDetail(table, runsIn(table, ids), part);
}

/** Which part of which curve is asked for, and of which runs. */
export type CurvePart = Omit<CurveDetail, 'lines'> & { readonly runs: readonly string[] };

function runsIn({ runs }: MetricTable, ids: readonly string[]): readonly Run[] {
  return ids.flatMap(id => runs.find(run => run.id === id) ?? []);
}

async function tableOf({ metrics }: Engine, content: ManifestContent): Promise<MetricTable> {
  const { table, passedOver } = await metrics.of(content);
  return mergeTables([table, passedOver]);
}
