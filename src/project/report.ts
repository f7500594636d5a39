import type { ReportView } from '../reports/view';
import { metricsReport } from '../reports/metrics-report';
import type { Engine } from './engine';

/** The metric report of a project by its manifest's path; `undefined` when the project is not there. */
export async function report(engine: Engine, manifestFile: string): Promise<ReportView | undefined> {
  const content = engine.manifests.get(manifestFile)?.content;
  if (!content?.ok) return undefined;
  const { table, problems, unread } = await engine.metrics.of(content);
  return metricsReport({ manifest: content.manifest, table, problems, unread });
}
