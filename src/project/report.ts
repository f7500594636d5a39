import { ledgerOf } from '../evidence/ledger/ledger';
import { historyReport } from '../reports/history-report';
import type { HistoryView } from '../reports/history-view';
import type { ReportView } from '../reports/view';
import { metricsReport } from '../reports/metrics-report';
import type { Engine } from './engine';
import { projectLint } from './status';

/** The metric report of a project by its manifest's path; `undefined` when the project is not there. */
export async function report(engine: Engine, manifestFile: string): Promise<ReportView | undefined> {
  const content = engine.manifests.get(manifestFile)?.content;
  if (!content?.ok) return undefined;
  const { table, problems, unread } = await engine.metrics.of(content);
  return metricsReport({ manifest: content.manifest, table, problems, unread });
}

/** The timeline of a project by its manifest's path, and its test-set ledger; `undefined` when it is not there. */
export async function history(engine: Engine, manifestFile: string): Promise<HistoryView | undefined> {
  const content = engine.manifests.get(manifestFile)?.content;
  if (!content?.ok) return undefined;
  const { manifest, lifecycle } = content;
  const lint = await projectLint(engine, manifest, { lint: 'known' });
  const facts = await engine.evaluations.facts(content, lint);
  return historyReport({
    manifest,
    lifecycle,
    history: content.history,
    ledger: ledgerOf({ manifest, facts }),
  });
}
