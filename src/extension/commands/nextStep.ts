import * as vscode from 'vscode';
import { worstProblem } from '../../base/problems';
import type { ProjectState } from '../../base/project';
import type { App } from '../app';
import { openPlace } from '../places';
import { criterionId } from '../tree/criterion';
import { stageId } from '../tree/stage';
import { nextStepOf } from '../tree/summary';
import { hasStages } from '../tree/words';
import { projectOf } from './target';

/** Shows what comes next in the tracker, and opens the place where it can be met. */
export async function nextStep({ projects, tracker }: App, argument: unknown): Promise<void> {
  const project = projectOf(projects, argument);
  if (!project) return;
  if (!hasStages(project)) return openProblem(project);
  const next = nextStepOf(project);
  if (!next) {
    void vscode.window.showInformationMessage(
      `Every criterion of ${project.name} is met or waived, and every stage is signed off.`,
    );
    return;
  }
  const { stage, criterion } = next;
  const row = { project: project.file, stage: stage.id };
  if (criterion?.location) await openPlace(criterion.location);
  await tracker.reveal(criterion ? criterionId(row, criterion.id) : stageId(row));
}

/** What has to be mended before there is a next step. */
async function openProblem({ problems }: ProjectState): Promise<void> {
  const worst = worstProblem(problems);
  if (worst) await openPlace(worst.place);
}
