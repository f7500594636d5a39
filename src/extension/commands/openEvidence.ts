import type { App } from '../app';
import { openPlace } from '../places';
import { pickCriterion } from './pick';
import { criterionOf, projectOf } from './target';

/** Goes to what a criterion rests on. */
export async function openEvidence({ projects }: App, argument: unknown): Promise<void> {
  const project = projectOf(projects, argument);
  if (!project) return;
  const target =
    criterionOf(projects, argument) ??
    (await pickCriterion(project, ({ location }) => location !== undefined, {
      placeholder: 'Which criterion’s evidence?',
      none: `No criterion of ${project.name} has evidence to go to.`,
    }));
  if (target?.criterion.location) await openPlace(target.criterion.location);
}
