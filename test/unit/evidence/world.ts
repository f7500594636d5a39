import type { Severity } from '../../../src/base/finding';
import type { RuleGroup } from '../../../src/base/groups';
import type { CommandOutcome } from '../../../src/base/command';
import type { Files, Revisions } from '../../../src/base/ports';
import { fail, ok } from '../../../src/base/result';
import type { EvidenceContext } from '../../../src/evidence/context';
import type { Sights } from '../../../src/base/sights';
import { clockAt } from '../../../src/evidence/clock';
import type { Evaluation } from '../../../src/evidence/evaluate';
import { evaluateProject } from '../../../src/evidence/evaluate';
import type { FileLint, LintFacts } from '../../../src/evidence/facts';
import { judge } from '../../../src/evidence/judge';
import { NO_DATA } from '../../../src/evidence/no-data';
import { NO_SERVERS } from '../../../src/evidence/no-servers';
import { lintFactsOf } from '../../../src/evidence/lint-facts';
import { metricFactsOf } from '../../../src/evidence/metric-facts';
import { builtinLifecycle } from '../../../src/lifecycle/builtins';
import type { Lifecycle } from '../../../src/lifecycle/model';
import type { History } from '../../../src/history/read';
import { NO_HISTORY } from '../../../src/history/read';
import { parseManifest } from '../../../src/manifest/parse';
import type { MetricTable, MetricValue } from '../../../src/metrics/table';

/** A project in few words. */
export interface World {
  /** `nine-stage` unless said. */
  readonly lifecycle?: string;
  /** The manifest below its three lines. */
  readonly manifest?: string;
  /** Files by their path below the project. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** `recall[split=test]: 0.86`, with `38/44` instead of a number where the counts are known. */
  readonly metrics?: Readonly<Record<string, number | string>>;
  readonly lint?: LintFacts;
  /** Sources of metrics that could not be read. */
  readonly unread?: readonly string[];
  readonly today?: string;
  readonly history?: History;
  /** When files were committed; `changed since` behind the day where they are not as they were then. */
  readonly commits?: Readonly<Record<string, string>>;
  /** How commands ended, by command line. */
  readonly commands?: Readonly<Record<string, CommandOutcome>>;
}

export const ROOT = '/p';

export function contextOf(world: World): EvidenceContext {
  const text = `version: 1\nname: x\nlifecycle: ${world.lifecycle ?? 'nine-stage'}\n${world.manifest ?? ''}`;
  return {
    manifest: parseManifest(`${ROOT}/holdout.yaml`, text).value,
    facts: {
      metrics: metricFactsOf({
        table: tableOf(world.metrics ?? {}),
        unread: (world.unread ?? []).map(source => ({ source, reason: 'It is not JSON.' })),
      }),
      lint: world.lint ?? lintOf([]),
      data: NO_DATA,
      files: filesOf(world.files ?? {}),
      history: world.history ?? NO_HISTORY,
      clock: clockAt(Date.parse(`${world.today ?? '2026-11-21'}T12:00:00Z`)),
      servers: NO_SERVERS,
      stages: builtinLifecycle(world.lifecycle ?? 'nine-stage')?.stages ?? [],
      revisions: revisionsOf(world.commits ?? {}),
      commandOutcome: line => world.commands?.[line],
    },
  };
}

/** Where a project of this world stands in a lifecycle. */
export function evaluationOf(lifecycle: Lifecycle, world: World): Promise<Evaluation> {
  const context = contextOf(world);
  const { manifest, facts } = context;
  return evaluateProject(manifest, lifecycle, {
    clock: facts.clock,
    judge: (_, evidence) => judge(evidence, context),
  });
}

/** Rules of the test's own, so that it does not depend on which there are. */
export const RULES: Readonly<Record<string, RuleGroup>> = {
  'fit-before-split': 'leakage',
  'train-test-overlap': 'leakage',
  'target-in-features': 'leakage',
  'feature-derived-from-target': 'leakage',
  'refit-on-test': 'leakage',
  'tuning-on-test': 'test-misuse',
  'accuracy-on-imbalanced': 'evaluation',
  'inconsistent-preprocessing': 'evaluation',
  'future-value-in-feature': 'splits',
  'model-saved-without-preprocessing': 'deployment',
  'refit-at-inference': 'deployment',
  'no-held-out-evaluation': 'lifecycle',
  'no-baseline': 'lifecycle',
  'deep-model-on-small-table': 'lifecycle',
};

export const ALL_SEEN: Sights = {
  loads: 1,
  statistics: 1,
  resamples: 0,
  splits: 1,
  fits: 2,
  predictions: 1,
  scores: 1,
  crossValidations: 0,
  selections: 0,
  saves: 1,
  servings: 1,
  tracked: 1,
  baselines: 1,
  shallowFits: 1,
  repeatableSplits: 1,
};

export const NOTHING_SEEN: Sights = {
  ...ALL_SEEN,
  loads: 0,
  statistics: 0,
  splits: 0,
  fits: 0,
  predictions: 0,
  scores: 0,
  saves: 0,
  servings: 0,
  tracked: 0,
  baselines: 0,
  shallowFits: 0,
  repeatableSplits: 0,
};

export function lintOf(files: readonly FileLint[], more: Partial<LintFacts> = {}): LintFacts {
  const rules = new Map(Object.entries(RULES).map(([id, group]) => [id, { group, off: false }]));
  return lintFactsOf(ROOT, files, { rules, complete: true, ...more });
}

/** A script with findings of these rules, in lines 1, 2, 3 … */
export function script(
  name: string,
  rules: Readonly<Record<string, Severity>> = {},
  more: Partial<FileLint> = {},
): FileLint {
  const file = `${ROOT}/${name}`;
  const findings = Object.entries(rules).map(([rule, severity], line) => ({
    rule,
    group: RULES[rule] ?? 'leakage',
    severity,
    message: 'A finding.',
    place: { file, range: { start: { line, column: 0 }, end: { line, column: 4 } } },
  }));
  return { file, findings, sights: ALL_SEEN, testScores: [], cutShort: false, ...more };
}

export const CLEAN = lintOf([script('train.py')]);

export const found = (rule: string, severity: Severity = 'error'): LintFacts =>
  lintOf([script('train.py', { [rule]: severity })]);

function revisionsOf(commits: Readonly<Record<string, string>>): Revisions {
  return {
    lastChange: file => {
      const [day, ...words] = commits[file.slice(ROOT.length + 1)]?.split(' ') ?? [];
      if (day === undefined) return Promise.resolve(fail('it was never committed'));
      return Promise.resolve(ok({ time: Date.parse(`${day}T00:00:00Z`), modified: words.length > 0 }));
    },
  };
}

function tableOf(metrics: Readonly<Record<string, number | string>>): MetricTable {
  const file = `${ROOT}/metrics.json`;
  const values = Object.entries(metrics).map(([text, value], line) => valueOf(text, value, { file, line }));
  const runs = [...new Set(values.map(({ run }) => run))].map(id => ({ id, name: id, file, params: {} }));
  return { runs, values };
}

function valueOf(
  text: string,
  value: number | string,
  { file, line }: { readonly file: string; readonly line: number },
): MetricValue {
  const [, name = '', inside = ''] = /^([^[]+)(?:\[(.*)\])?$/.exec(text) ?? [];
  const qualifiers = new Map(inside.split(/,\s*/).map(part => part.split('=') as [string, string]));
  const slices = [...qualifiers]
    .filter(([key]) => key.startsWith('slice.'))
    .map(([key, of]) => [key.slice(6), of]);
  const [successes = 0, n = 0] = typeof value === 'string' ? value.split('/').map(Number) : [];
  const split = qualifiers.get('split');
  const step = qualifiers.get('step');
  return {
    name,
    run: qualifiers.get('run') ?? file,
    value: typeof value === 'string' ? successes / n : value,
    raw: String(value),
    place: { file, range: { start: { line, column: 0 }, end: { line, column: 4 } } },
    ...(split !== undefined && { split }),
    ...(step !== undefined && { step: Number(step) }),
    ...(slices.length > 0 && { slice: Object.fromEntries(slices) as Record<string, string> }),
    ...(typeof value === 'string' && { counts: { successes, n } }),
  };
}

export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const bytes = new Map(
    Object.entries(contents).map(([path, content]) => [
      `${ROOT}/${path}`,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const inside = (folder: string) =>
    [...bytes.keys()]
      .filter(path => path.startsWith(`${folder}/`))
      .map(path => path.slice(folder.length + 1));
  return {
    read: path => {
      const content = bytes.get(path);
      return Promise.resolve(content ? ok(content) : fail({ kind: 'missing', message: 'It is not there.' }));
    },
    stat: path => {
      const size = bytes.get(path)?.length;
      if (size !== undefined) return Promise.resolve({ kind: 'file', size, stamp: '1' });
      return Promise.resolve(
        inside(path).length > 0 ? { kind: 'directory', size: 0, stamp: '1' } : undefined,
      );
    },
    list: path => Promise.resolve([...new Set(inside(path).map(name => name.replace(/\/.*/, '/')))].sort()),
  };
}
