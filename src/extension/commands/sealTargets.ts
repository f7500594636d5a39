import * as vscode from 'vscode';
import type { ProjectState } from '../../base/project';
import { act } from '../act';
import type { App } from '../app';
import { plain } from '../tree/words';
import { projectOf } from './target';
import { whoSigns } from './who';

/** Freezes targets, splits and slices; where they were edited since the last seal, asks before that is sealed as well. */
export async function sealTargets(app: App, argument: unknown): Promise<void> {
  const project = projectOf(app.projects, argument);
  if (!project || !(await mayGoOn(project))) return;
  const by = await whoSigns(app, project.file, 'Seal targets, splits and slices');
  if (by) await act(app.server, { kind: 'seal', project: project.file, by });
}

async function mayGoOn({ problems }: ProjectState): Promise<boolean> {
  const edits = problems.filter(({ code }) => code === 'edited-after-seal');
  if (edits.length === 0) return true;
  const yes = 'Seal Anew';
  const detail = edits.map(({ message }) => plain(message)).join('\n');
  const message = 'What was sealed has been edited. Seal it as it is now?';
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}
