import * as vscode from 'vscode';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';
import { appendText, textOf } from '../documents';
import { pickStage } from './pick';
import { projectOf, stageOf } from './target';

/** Appends a dated entry for a stage to the journal, and leaves the user where it is written. */
export async function addJournalEntry(app: App, argument: unknown): Promise<void> {
  const project = projectOf(app.projects, argument);
  if (!project) return;
  const target =
    stageOf(app.projects, argument) ??
    (await pickStage(project, () => true, {
      placeholder: 'Which stage is the entry about?',
      none: `${project.name} has no stages.`,
    }));
  if (!target) return;
  const ask = (before?: string) =>
    app.server.request(METHODS.journalEntry, {
      project: project.file,
      stage: target.stage.id,
      ...(before !== undefined && { before }),
    });
  const first = await ask();
  if (!first.ok) throw new Error(first.message);
  const uri = vscode.Uri.file(first.path);
  const before = await textOf(uri);
  const entry = before === undefined ? first : await ask(before);
  if (!entry.ok) throw new Error(entry.message);
  await appendText(uri, entry.text);
}

/** Shows the journal as one story, in a document that is nowhere yet. */
export async function exportJournal({ server, projects }: App, argument: unknown): Promise<void> {
  const project = projectOf(projects, argument);
  if (!project) return;
  const story = await server.request(METHODS.exportJournal, { project: project.file });
  if (!story.ok) {
    void vscode.window.showInformationMessage(story.message);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: story.text });
  await vscode.window.showTextDocument(document);
}
