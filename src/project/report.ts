import { SEVERITIES } from '../base/finding';
import type { RuleGroup } from '../base/groups';
import type { Ledger } from '../base/ledger';
import type { EvidenceFacts, LintFinding } from '../evidence/facts';
import { ledgerOf } from '../evidence/ledger/ledger';
import { runLooksInSteps } from '../evidence/ledger/runs';
import { historyReport } from '../reports/history-report';
import type { HistoryView } from '../reports/history-view';
import type { ReportView } from '../reports/view';
import { reportInSteps } from '../reports/metrics-report';
import type { Engine } from './engine';
import type { AskedFile } from './file-changes';
import type { ManifestContent } from './loaded-manifest';
import { createPace, paced, type Pace } from './pace';
import { NO_WAITS } from './ports';
import { projectLint } from './status';

/** The metric report of a project by its manifest's path; `undefined` when the project is not there. */
export async function report(engine: Engine, manifestFile: string): Promise<ReportView | undefined> {
  const content = engine.manifests.get(manifestFile)?.content;
  if (!content?.ok) return undefined;
  const { manifest, history } = content;
  const { problems } = await engine.metrics.of(content);
  const pace = paceOf(engine);
  const { facts, ledger } = await counted(engine, content, pace);
  const wait = (engine.ports.waits ?? NO_WAITS).begin('Reading metrics of earlier commits');
  const commits = await engine.histories.of(content, wait.cancellation).finally(wait.end);
  await pace();
  const changes = await engine.changes.of(filesBehind(facts));
  const steps = reportInSteps({
    manifest,
    metrics: facts.metrics,
    problems,
    data: facts.data,
    predictions: engine.predictions.known(content),
    leaks: leaksIn(facts.lint),
    ledger,
    history,
    commits,
    changes,
  });
  return paced(steps, pace);
}

/** What makes a score better than the model is. */
const LEAKING: ReadonlySet<RuleGroup> = new Set(['leakage', 'test-misuse']);

function leaksIn(lint: EvidenceFacts['lint']): readonly LintFinding[] {
  const found = lint
    .filesIn([])
    .flatMap(({ findings }) => findings.filter(({ group }) => LEAKING.has(group)));
  return SEVERITIES.flatMap(severity => found.filter(finding => finding.severity === severity));
}

const paceOf = ({ ports }: Engine): Pace => createPace(ports.clock, ports.pause);

/** Of each kind, so many files are asked after. */
const MOST_FILES = 10;

/** The files that a report's numbers rest on: those of metrics, code that trains or scores a model, and data. */
function filesBehind({
  metrics,
  lint,
  data,
}: Pick<EvidenceFacts, 'metrics' | 'lint' | 'data'>): readonly AskedFile[] {
  const runs = metrics.table.runs.map(({ file }) => file);
  const code = lint
    .filesIn([])
    .flatMap(({ file, sights, testScores }) => (sights.fits > 0 || testScores.length > 0 ? [file] : []));
  const tables = data.state === 'read' ? data.profile.splits.flatMap(({ files }) => files) : [];
  const some = (files: readonly string[], of: AskedFile['of']): readonly AskedFile[] =>
    [...new Set(files)].slice(0, MOST_FILES).map(file => ({ file, of }));
  return [...some(runs, 'metrics'), ...some(code, 'code'), ...some(tables, 'data')];
}

/** The timeline of a project by its manifest's path, and its test-set ledger; `undefined` when it is not there. */
export async function history(engine: Engine, manifestFile: string): Promise<HistoryView | undefined> {
  const content = engine.manifests.get(manifestFile)?.content;
  if (!content?.ok) return undefined;
  const { ledger } = await counted(engine, content, paceOf(engine));
  const { manifest, lifecycle, history } = content;
  return historyReport({ manifest, lifecycle, history, ledger });
}

/** What a report is made of beside the metrics: what is known of the code counts as it is, nothing is linted for it. */
async function counted(
  engine: Engine,
  content: ManifestContent,
  pace: Pace,
): Promise<{ readonly facts: Omit<EvidenceFacts, 'files'>; readonly ledger: Ledger }> {
  const { manifest } = content;
  const lint = await projectLint(engine, manifest, { lint: 'known' });
  const facts = await engine.evaluations.facts(content, lint);
  await paced(runLooksInSteps({ manifest, facts }), pace);
  const ledger = ledgerOf({ manifest, facts });
  await pace();
  return { facts, ledger };
}
