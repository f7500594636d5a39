import type { ProjectState } from '../base/project';
import { evaluateProject } from '../evidence/evaluate';
import type { EvidenceFacts } from '../evidence/facts';
import type { ManifestContent } from './loaded-manifest';
import { nextStep } from './next-step';

/** A project as it stands; one whose lifecycle is not known has no stages, and a problem that says why. */
export async function projectState(
  { manifest, lifecycle }: ManifestContent,
  facts: EvidenceFacts,
): Promise<ProjectState> {
  const { stages, groups } = lifecycle
    ? await evaluateProject(manifest, lifecycle, facts)
    : { stages: [], groups: [] };
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
