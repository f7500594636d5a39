import type { Ledger } from '../base/ledger';
import type { EvidenceFacts } from '../evidence/facts';
import { ledgerOf } from '../evidence/ledger/ledger';
import { historyReport } from '../reports/history-report';
import type { HistoryView } from '../reports/history-view';
import type { ReportView } from '../reports/view';
import { metricsReport } from '../reports/metrics-report';
import type { Engine } from './engine';
import type { ManifestContent } from './loaded-manifest';
import { projectLint } from './status';

/** The metric report of a project by its manifest's path; `undefined` when the project is not there. */
export async function report(engine: Engine, manifestFile: string): Promise<ReportView | undefined> {
  const content = engine.manifests.get(manifestFile)?.content;
  if (!content?.ok) return undefined;
  const { manifest, history } = content;
  const { problems } = await engine.metrics.of(content);
  const { facts, ledger } = await counted(engine, content);
  return metricsReport({ manifest, metrics: facts.metrics, problems, data: facts.data, ledger, history });
}

/** The timeline of a project by its manifest's path, and its test-set ledger; `undefined` when it is not there. */
export async function history(engine: Engine, manifestFile: string): Promise<HistoryView | undefined> {
  const content = engine.manifests.get(manifestFile)?.content;
  if (!content?.ok) return undefined;
  const { ledger } = await counted(engine, content);
  const { manifest, lifecycle, history } = content;
  return historyReport({ manifest, lifecycle, history, ledger });
}

/** What a report is made of beside the metrics: what is known of the code counts as it is, nothing is linted for it. */
async function counted(
  engine: Engine,
  content: ManifestContent,
): Promise<{ readonly facts: Omit<EvidenceFacts, 'files'>; readonly ledger: Ledger }> {
  const { manifest } = content;
  const lint = await projectLint(engine, manifest, { lint: 'known' });
  const facts = await engine.evaluations.facts(content, lint);
  return { facts, ledger: ledgerOf({ manifest, facts }) };
}
