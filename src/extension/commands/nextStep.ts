import * as vscode from 'vscode';
import { worstProblem } from '../../base/problems';
import type { ProjectState } from '../../base/project';
import type { App } from '../app';
import { openPlace } from '../places';
import { criterionId } from '../tree/criterion';
import { stageId } from '../tree/stage';
import type { Step } from '../tree/summary';
import { nextStepOf } from '../tree/summary';
import { hasStages } from '../tree/words';
import { projectOf } from './target';

/** Shows what comes next in the tracker, and opens the place where it can be met. */
export async function nextStep(app: App, argument: unknown): Promise<void> {
  const found = await findStep(app, argument);
  if (!found) return;
  const { location } = found.step.criterion ?? {};
  if (location) await openPlace(location);
  await revealStep(app, found);
}

/** Shows what comes next in the tracker, and leaves the editor alone. */
export async function revealNextStep(app: App, argument: unknown): Promise<void> {
  const found = await findStep(app, argument);
  if (found) await revealStep(app, found);
}

interface Found {
  readonly project: ProjectState;
  readonly step: Step;
}

/** Where there is no next step, says why, or opens what has to be mended before there is one. */
async function findStep({ projects }: App, argument: unknown): Promise<Found | undefined> {
  const project = projectOf(projects, argument);
  if (!project) return undefined;
  if (!hasStages(project)) {
    const worst = worstProblem(project.problems);
    if (worst) await openPlace(worst.place);
    return undefined;
  }
  const step = nextStepOf(project);
  if (step) return { project, step };
  void vscode.window.showInformationMessage(
    `Every criterion of ${project.name} is met or waived, and every stage is signed off.`,
  );
  return undefined;
}

async function revealStep({ tracker }: App, { project, step }: Found): Promise<void> {
  const row = { project: project.file, stage: step.stage.id };
  await tracker.reveal(step.criterion ? criterionId(row, step.criterion.id) : stageId(row));
}
