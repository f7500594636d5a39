import * as vscode from 'vscode';
import type { CommandOutcome } from '../../base/command';
import type { ProjectState } from '../../base/project';
import type { RunCommandResult } from '../../protocol/messages';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';
import { titleOf } from '../tree/words';
import { isTrusted } from './trust';
import { criterionOf, projectOf, sectionsOf } from './target';

/** Runs a command that a criterion asks for, once the user has agreed to its very words. */
export async function runCheck(app: App, argument: unknown): Promise<void> {
  const project = projectOf(app.projects, argument);
  if (!project || !(await isTrusted('Commands of a manifest run in trusted workspaces only.'))) return;
  const lines = criterionOf(app.projects, argument)?.criterion.commands;
  const line = await pickLine(project, lines);
  if (line === undefined || !(await isConfirmed(app, project, line))) return;
  app.checks.begin(line);
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Running ${line}`, cancellable: true },
    (_, token) => request(app, project, line, token),
  );
  if (!result) return;
  if (!result.ok) {
    void vscode.window.showErrorMessage(result.message);
    return;
  }
  app.checks.end(result.outcome);
  await app.checks.remember({ project: project.file, line, outcome: result.outcome });
  await say(app, line, result.outcome);
}

/** The one command of a criterion, else the one that is picked of all the project's. */
async function pickLine(
  project: ProjectState,
  given: readonly string[] | undefined,
): Promise<string | undefined> {
  const items = sectionsOf(project).flatMap(stage =>
    stage.criteria.flatMap(({ id, commands = [] }) =>
      commands.map(line => ({ label: line, description: `${stage.title} · ${titleOf(id)}`, line })),
    ),
  );
  const fitting = given ? items.filter(({ line }) => given.includes(line)) : items;
  const [only, second] = fitting;
  if (!only) {
    void vscode.window.showInformationMessage(
      `No criterion of ${project.name} asks for a command: write one under \`commands\` in the manifest.`,
    );
    return undefined;
  }
  if (given && !second) return only.line;
  const picked = await vscode.window.showQuickPick(fitting, {
    placeHolder: 'Which check should run?',
    matchOnDescription: true,
  });
  return picked?.line;
}

/** Asks once for each command line: another one is another question. */
async function isConfirmed(app: App, project: ProjectState, line: string): Promise<boolean> {
  if (app.checks.isConfirmed(project.file, line)) return true;
  const run = 'Run';
  const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(vscode.Uri.file(project.file), '..'));
  const choice = await vscode.window.showWarningMessage(
    `Run this command of ${project.name}?`,
    { modal: true, detail: `${line}\n\nIt runs in your shell, in the folder ${folder}.` },
    run,
  );
  if (choice !== run) return false;
  await app.checks.confirm(project.file, line);
  return true;
}

async function request(
  { server }: App,
  { file }: ProjectState,
  line: string,
  token: vscode.CancellationToken,
): Promise<RunCommandResult | undefined> {
  try {
    return await server.request(METHODS.runCommand, { project: file, line }, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}

async function say({ checks }: App, line: string, { status, failure }: CommandOutcome): Promise<void> {
  if (status === 0) return;
  const show = 'Show Output';
  const how =
    status === undefined ? `did not run to its end: ${failure ?? ''}` : `ended with status ${status}`;
  const choice = await vscode.window.showWarningMessage(`${line} ${how}.`, show);
  if (choice === show) checks.show();
}
