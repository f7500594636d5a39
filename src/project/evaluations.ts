import type { Ledger } from '../base/ledger';
import type { Clock, Revisions } from '../base/ports';
import type { ProjectState } from '../base/project';
import { clockAt } from '../evidence/clock';
import type { EvidenceFacts, LintFacts } from '../evidence/facts';
import type { CommandLog } from './command-log';
import type { Counters } from './counters';
import type { DataStore } from './data-store';
import type { Footprints } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import type { ServerStore } from './servers/store';
import type { MetricsStore } from './metrics-store';
import type { PredictionsStore } from './predictions-store';
import type { Kept } from './project-state';
import { createPace } from './pace';
import { isInside } from './paths';
import type { WorkspacePorts } from './ports';
import { withRecomputed } from './recomputed';
import type { Known } from './recorded';
import { shared } from '../base/shared';

/** Remembers how projects stand: of each, only what rests on something that changed is computed again. */
export interface EvaluationStore {
  evaluate(project: ManifestContent, lint: LintFacts): Promise<ProjectState>;
  /** What criteria are judged by beside files, for somebody who judges them now. */
  facts(project: ManifestContent, lint: LintFacts): Promise<Known['facts']>;
  /** Forgets the projects of a folder. */
  drop(folder: string): void;
}

const NO_STAGES: EvidenceFacts['stages'] = [];
const NOBODY: ReadonlySet<string> = new Set();

interface Evaluation {
  readonly project: ManifestContent;
  readonly known: Known;
  readonly kept: Kept;
  readonly value: Promise<ProjectState>;
}

export function createEvaluationStore(given: {
  readonly clock: Clock;
  readonly pause: WorkspacePorts['pause'];
  readonly revisions: Revisions;
  readonly commands: CommandLog;
  readonly metrics: MetricsStore;
  readonly data: DataStore;
  readonly servers: ServerStore;
  readonly predictions: PredictionsStore;
  readonly footprints: Footprints;
  readonly counters: Counters;
}): EvaluationStore {
  const evaluations = new Map<string, Evaluation>();
  const recomputing = withRecomputed();
  const factsOf = async (project: ManifestContent, lint: LintFacts): Promise<Known['facts']> => {
    const { facts } = await given.metrics.of(project);
    const { predictions: entry } = project.manifest.data;
    const metrics = recomputing(facts, given.predictions.known(project), entry?.path ?? '');
    const outcomes = given.commands.of(project.manifest.file);
    return {
      metrics,
      lint,
      clock: clockAt(given.clock.now()),
      history: project.history,
      stages: project.lifecycle?.stages ?? NO_STAGES,
      revisions: given.revisions,
      commandOutcome: line => outcomes.get(line),
      data: given.data.known(project),
      servers: given.servers.facts(project),
    };
  };
  return {
    facts: factsOf,
    drop: folder => forget(evaluations, folder),
    evaluate: async (project, lint) => {
      const known: Known = { manifest: project.manifest, facts: await factsOf(project, lint) };
      // A command that asks for no evidence does not load what judges it.
      const { createJudgements } = await import('./judgements');
      const { createComparisons } = await import('./comparisons');
      const { projectState } = await import('./project-state');
      const { file } = project.manifest;
      const before = evaluations.get(file);
      if (before && stands(before, project, known)) return before.value;
      const kept = before?.kept ?? {
        judgements: createJudgements(given.footprints, given.counters),
        comparisons: createComparisons(given.footprints),
      };
      const value = likeBefore(
        before?.value,
        projectState(project, known, kept, createPace(given.clock, given.pause)),
      );
      evaluations.set(file, { project, known, kept, value });
      return value;
    },
  };
}

function forget(evaluations: Map<string, Evaluation>, folder: string): void {
  for (const [file, { kept }] of evaluations) {
    if (!isInside(folder, file)) continue;
    kept.judgements.keep(NOBODY);
    kept.comparisons.keep(NOBODY);
    evaluations.delete(file);
  }
}

function stands(before: Evaluation, project: ManifestContent, { facts }: Known): boolean {
  const { facts: then } = before.known;
  return (
    before.project === project &&
    then.metrics === facts.metrics &&
    then.lint === facts.lint &&
    then.data === facts.data &&
    then.servers === facts.servers &&
    then.clock.today() === facts.clock.today() &&
    before.kept.comparisons.stand() &&
    before.kept.judgements.stand({ manifest: project.manifest, facts })
  );
}

/** The project is told to be another, as its report may be; the stages that stand as they did are the same. */
async function likeBefore(
  before: Promise<ProjectState> | undefined,
  now: Promise<ProjectState>,
): Promise<ProjectState> {
  const [then, state] = [await before?.catch(() => undefined), await now];
  if (!then) return state;
  return {
    ...state,
    stages: shared(then.stages, state.stages),
    groups: shared(then.groups, state.groups),
    ...(state.ledger && { ledger: shared<Ledger>(then.ledger, state.ledger) }),
  };
}
