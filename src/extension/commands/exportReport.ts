import { dirname, basename, extname, join } from 'node:path';
import * as vscode from 'vscode';
import type { ExportFormat } from '../../base/export-format';
import type { ProjectState } from '../../base/project';
import type { DraftResult } from '../../protocol/messages';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';
import { createModelCard } from './createModelCard';
import { projectMeant } from './target';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ExportFormat;
}

const FORMATS: readonly FormatItem[] = [
  { format: 'html', label: 'HTML', description: 'one file with its charts, for any browser and for print' },
  { format: 'md', label: 'Markdown', description: 'for a pull request' },
  {
    format: 'card',
    label: 'Model card',
    description: 'for Hugging Face; its numbers are checked from then on',
  },
  { format: 'json', label: 'JSON', description: 'for programs' },
];

/** Asks in which form, and where to save it. */
export async function exportReport(app: App, argument: unknown): Promise<void> {
  const project = reportedProject(app, argument);
  if (!project) return;
  const picked = await vscode.window.showQuickPick(FORMATS, {
    title: `Export Report: ${project.name}`,
    placeHolder: 'In which form?',
    matchOnDescription: true,
  });
  if (!picked) return;
  if (picked.format === 'card') return createModelCard(app, { project: project.file });
  const draft = await drafted(app, project, picked.format);
  const ending = extname(draft.path).slice(1);
  const target = await vscode.window.showSaveDialog({
    title: `Export Report as ${picked.label}`,
    defaultUri: vscode.Uri.file(join(dirname(project.file), basename(draft.path))),
    filters: { [picked.label]: [ending] },
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(draft.text));
  await offerToOpen(target);
}

/** Puts the report onto the clipboard as Markdown. */
export async function copyReport(app: App, argument: unknown): Promise<void> {
  const project = reportedProject(app, argument);
  if (!project) return;
  const { text } = await drafted(app, project, 'md');
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`Copied the report of ${project.name} as Markdown.`, STATUS_MS);
}

const STATUS_MS = 5000;

function reportedProject({ projects, reports }: App, argument: unknown): ProjectState | undefined {
  return projectMeant(projects, [reports.active], argument);
}

async function drafted(
  { server }: App,
  project: ProjectState,
  format: ExportFormat,
): Promise<Extract<DraftResult, { ok: true }>> {
  const draft = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Making the report' },
    () => server.request(METHODS.exportReport, { project: project.file, format }),
  );
  if (!draft.ok) throw new Error(draft.message);
  return draft;
}

async function offerToOpen(file: vscode.Uri): Promise<void> {
  const [open, reveal] = ['Open', 'Reveal'];
  const name = vscode.workspace.asRelativePath(file);
  const choice = await vscode.window.showInformationMessage(`Saved ${name}.`, open, reveal);
  // A page of HTML is for a browser, the others are texts.
  if (choice === open && file.path.endsWith('.html')) await vscode.env.openExternal(file);
  else if (choice === open) await vscode.window.showTextDocument(file);
  if (choice === reveal) await vscode.commands.executeCommand('revealFileInOS', file);
}
