import * as vscode from 'vscode';
import { act } from '../act';
import type { App } from '../app';
import { openPlace } from '../places';
import { signOffBar } from './openCriteria';
import type { SignOffBar } from './openCriteria';
import { pickStage } from './pick';
import type { StageTarget } from './target';
import { projectOf, stageOf } from './target';
import { whoSigns } from './who';

/** Signs a stage off with a name: not while something is unmet, and only after asking while something is unknown. */
export async function signOff(app: App, argument: unknown): Promise<void> {
  const target = stageOf(app.projects, argument) ?? (await askStage(app, argument));
  if (!target || !(await mayGoOn(target))) return;
  const by = await whoSigns(app, target.project.file, `Sign off ${target.stage.title}`);
  if (!by) return;
  await act(app.server, { kind: 'sign-off', project: target.project.file, stage: target.stage.id, by });
}

async function askStage({ projects }: App, argument: unknown): Promise<StageTarget | undefined> {
  const project = projectOf(projects, argument);
  if (!project) return undefined;
  return pickStage(project, ({ status }) => status !== 'done', {
    placeholder: 'Which stage is done?',
    none: `Every stage of ${project.name} is signed off.`,
  });
}

async function mayGoOn({ stage }: StageTarget): Promise<boolean> {
  const bar = signOffBar(stage);
  if (!bar) return true;
  const yes = 'Sign Off';
  const answer = await ask(bar, bar.final ? [LOOK] : [LOOK, yes]);
  if (answer === LOOK && bar.first.location) await openPlace(bar.first.location);
  return answer === yes;
}

const LOOK = 'Go to the First';

/** Enter takes the first button of a modal message, so that is the one which signs nothing. */
async function ask({ message, detail }: SignOffBar, buttons: readonly string[]): Promise<string | undefined> {
  return vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons);
}
