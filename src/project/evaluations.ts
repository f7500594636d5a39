import type { Clock, Files } from '../base/ports';
import type { ProjectState } from '../base/project';
import type { EvidenceFacts } from '../evidence/facts';
import type { Footprint } from './footprint';
import { footprintOf } from './footprint';
import { confined } from './confined';
import type { ProjectLint } from './lint-facts';
import type { MetricsRead } from './project-metrics';
import type { Change } from './ports';
import type { ManifestContent } from './loaded-manifest';

/** Remembers how projects stand, and on what that rests: an answer is computed again only when some of it changed. */
export interface EvaluationStore {
  evaluate(project: ManifestContent, lint: ProjectLint): Promise<ProjectState>;
  /** The metrics that the manifest selects. */
  metrics(project: ManifestContent): Promise<MetricsRead>;
  touch(changes: readonly Change[]): void;
  refresh(): void;
}

interface Remembered<T> {
  readonly project: ManifestContent;
  readonly footprint: Footprint;
  readonly value: Promise<T>;
}

interface Evaluation extends Remembered<ProjectState> {
  readonly lint: ProjectLint;
  readonly metrics: MetricsRead;
  readonly day: number;
}

export function createEvaluationStore(files: Files, clock: Clock): EvaluationStore {
  const evaluations = new Map<string, Evaluation>();
  const readings = new Map<string, Remembered<MetricsRead>>();
  const metrics = (project: ManifestContent): Promise<MetricsRead> => {
    const { file, root } = project.manifest;
    const before = readings.get(file);
    if (before?.project === project) return before.value;
    const footprint = footprintOf(files);
    const value = readMetrics(confined(footprint.files, root), project);
    readings.set(file, { project, footprint, value });
    return value;
  };
  return {
    metrics,
    evaluate: async (project, lint) => {
      const { file, root } = project.manifest;
      const inputs = { project, lint, metrics: await metrics(project), day: dayOf(clock) };
      const before = evaluations.get(file);
      if (before && stands(before, inputs)) return before.value;
      const footprint = footprintOf(files);
      const facts = {
        metrics: inputs.metrics,
        lint: lint.facts,
        files: confined(footprint.files, root),
        clock,
      };
      const value = evaluate(project, facts);
      evaluations.set(file, { ...inputs, footprint, value });
      return value;
    },
    touch: changes => {
      forget(evaluations, changes);
      forget(readings, changes);
    },
    refresh: () => {
      evaluations.clear();
      readings.clear();
    },
  };
}

function stands(before: Evaluation, now: Omit<Evaluation, 'footprint' | 'value'>): boolean {
  return (
    before.project === now.project &&
    before.metrics === now.metrics &&
    before.day === now.day &&
    before.lint.settings === now.lint.settings &&
    before.lint.facts.complete === now.lint.facts.complete &&
    before.lint.reports.length === now.lint.reports.length &&
    before.lint.reports.every((report, index) => report === now.lint.reports[index])
  );
}

function forget(remembered: Map<string, Remembered<unknown>>, changes: readonly Change[]): void {
  for (const [file, { footprint }] of remembered) {
    if (changes.some(footprint.isTouchedBy)) remembered.delete(file);
  }
}

/** Stages become overdue by the day. */
function dayOf(clock: Clock): number {
  return Math.floor(clock.now() / 86_400_000);
}

// A command that needs neither metrics nor evidence does not load them.
async function readMetrics(files: Files, { manifest }: ManifestContent): Promise<MetricsRead> {
  const { readProjectMetrics } = await import('./project-metrics');
  return readProjectMetrics(files, manifest);
}

async function evaluate(project: ManifestContent, facts: EvidenceFacts): Promise<ProjectState> {
  const { projectState } = await import('./project-state');
  return projectState(project, facts);
}
