import type { ProjectState } from '../base/project';
import type { JudgeCriterion } from '../evidence/evaluate';
import { evaluateProject } from '../evidence/evaluate';
import type { Judgements } from './judgements';
import type { ManifestContent } from './loaded-manifest';
import { nextStep } from './next-step';
import type { Known } from './recorded';

/** A project as it stands; one whose lifecycle is not known has no stages, and a problem that says why. */
export async function projectState(
  { manifest, lifecycle }: ManifestContent,
  known: Known,
  judgements: Judgements,
): Promise<ProjectState> {
  const asked = new Set<string>();
  const judge: JudgeCriterion = (id, evidence) => {
    asked.add(id);
    return judgements.verdict(id, evidence, known);
  };
  const { stages, groups } = lifecycle
    ? await evaluateProject(manifest, lifecycle, { clock: known.facts.clock, judge })
    : { stages: [], groups: [] };
  judgements.keep(asked);
  const all = [...stages, ...groups];
  const next = nextStep(stages, groups);
  return {
    name: manifest.name,
    file: manifest.file,
    lifecycle: manifest.lifecycle,
    progress: {
      met: all.reduce((sum, { progress }) => sum + progress.met, 0),
      total: all.reduce((sum, { progress }) => sum + progress.total, 0),
    },
    problems: manifest.problems,
    stages,
    groups,
    ...(next && { next }),
  };
}
