import { fail, ok } from '../../base/result';
import { measureRef, measureSpec } from '../../evidence/measure';
import type { MetricFacts } from '../../evidence/facts';
import type { ProjectState } from '../../base/project';
import type { Surroundings } from '../../language/surroundings';
import { builtinLifecycle, BUILTIN_IDS } from '../../lifecycle/builtins';
import type { Manifest } from '../../manifest/model';
import { RULES } from '../../rules/registry';
import { confined } from '../confined';
import type { Engine } from '../engine';
import type { ManifestContent } from '../loaded-manifest';
import { resolve } from '../paths';
import { firstParagraph, rulePage } from '../rule-pages';
import { columnsOf, tablesOf } from './columns';
import { reportedIn } from './reported';

/** The project around a manifest's text. Metrics are those that the saved manifest selects: runs are read when it is saved. */
export function surround(
  engine: Engine,
  content: ManifestContent,
  state: ProjectState | undefined,
): Surroundings {
  const { manifest, lifecycle } = content;
  const files = confined(engine.ports.files, manifest.root);
  const facts = (): Promise<MetricFacts | undefined> => metricFacts(engine, manifest.file);
  const saved = engine.manifests.get(manifest.file)?.content;
  return {
    manifest,
    saved: saved?.ok ? saved.manifest : undefined,
    lifecycle,
    state,
    rules: RULE_WORDS,
    lifecycles: BUILTIN_IDS.flatMap(id => builtinLifecycle(id) ?? []),
    today: dayOf(new Date(engine.ports.clock.now())),
    reported: async () => {
      const table = (await facts())?.table;
      return table ? reportedIn(table, manifest.root) : [];
    },
    measure: async name => {
      const metrics = await facts();
      return metrics ? measured(manifest, metrics, name) : fail('The manifest has not been saved yet.');
    },
    list: folder => files.list(resolve(manifest.root, folder)),
    stat: path => files.stat(resolve(manifest.root, path)),
    columns: path =>
      columnsOf(
        { files, large: engine.ports.large },
        manifest.root,
        path === undefined ? tablesOf(manifest) : [path],
      ),
  };
}

const RULE_WORDS = RULES.map(({ id, code }) => ({
  id,
  code,
  summary: firstParagraph(rulePage(id)?.text ?? ''),
}));

async function metricFacts({ manifests, metrics }: Engine, file: string): Promise<MetricFacts | undefined> {
  const saved = manifests.get(file)?.content;
  return saved?.ok ? (await metrics.of(saved)).facts : undefined;
}

function measured(
  manifest: Manifest,
  metrics: MetricFacts,
  name: string,
): Awaited<ReturnType<Surroundings['measure']>> {
  const context = { manifest, facts: { metrics } };
  const spec = manifest.metrics.find(metric => metric.name === name);
  const result = spec
    ? measureSpec(context, spec)
    : measureRef(context, { kind: 'metric', name, qualifiers: [], span: { start: 0, end: 0 } }, undefined);
  return result.ok ? ok(result.value) : fail(result.failure.reason);
}

/** The day where the person is. */
function dayOf(date: Date): string {
  const digits = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
