import { act } from '../act';
import type { App } from '../app';
import { pickStage } from './pick';
import { projectOf, stageOf } from './target';
import { whoActs } from './who';

/** Takes a stage's signature back. */
export async function reopen(app: App, argument: unknown): Promise<void> {
  const project = projectOf(app.projects, argument);
  if (!project) return;
  const target =
    stageOf(app.projects, argument) ??
    (await pickStage(project, ({ status }) => status === 'done' || status === 'reopened', {
      placeholder: 'Which stage is to be worked on again?',
      none: `No stage of ${project.name} is signed off.`,
    }));
  if (!target) return;
  const { file } = target.project;
  const who = await whoActs(app, file);
  await act(app.server, { kind: 'reopen', project: file, stage: target.stage.id, ...who });
}
