import * as vscode from 'vscode';
import { act } from '../act';
import type { App } from '../app';
import { isWaivable } from '../tree/criterion';
import { titleOf } from '../tree/words';
import { pickCriterion } from './pick';
import { criterionOf, projectOf } from './target';
import { manifestIds } from './tick';
import { whoActs } from './who';

/** Waives a criterion, with a reason. */
export async function waive(app: App, argument: unknown): Promise<void> {
  const project = projectOf(app.projects, argument);
  if (!project) return;
  const pointed = criterionOf(app.projects, argument);
  // A key is pressed on any row.
  if (pointed && !isWaivable(pointed.criterion)) return;
  const target =
    pointed ??
    (await pickCriterion(project, isWaivable, {
      placeholder: 'Which criterion does not apply?',
      none: `Every criterion of ${project.name} is met or waived.`,
    }));
  const reason = target && (await askReason(titleOf(target.criterion.id)));
  if (!reason) return;
  await act(app.server, {
    kind: 'waive',
    ...manifestIds(target),
    reason,
    ...(await whoActs(app, project.file)),
  });
}

/** Takes a waiver back: the evidence counts again. */
export async function unwaive(app: App, argument: unknown): Promise<void> {
  const project = projectOf(app.projects, argument);
  if (!project) return;
  const target =
    criterionOf(app.projects, argument) ??
    (await pickCriterion(project, ({ outcome }) => outcome === 'waived', {
      placeholder: 'Which criterion does apply after all?',
      none: `No criterion of ${project.name} is waived.`,
    }));
  if (!target) return;
  const who = await whoActs(app, project.file);
  await act(app.server, { kind: 'unwaive', ...manifestIds(target), ...who });
}

async function askReason(criterion: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: `Waive: ${criterion}`,
    prompt: 'Why it does not apply, for whoever reads the manifest later',
    placeHolder: 'set with the desk in November',
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? 'A waiver needs a reason.' : undefined),
  });
  return answer?.trim();
}
