import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { METHODS } from '../../protocol/messages';
import type { LintWorkspaceResult } from '../../protocol/messages';
import type { App } from '../app';
import { count } from '../tree/words';

/** Lints every Python file and notebook, open or not; the findings become problems. */
export async function lintWorkspace(app: App): Promise<LintWorkspaceResult | undefined> {
  if (!vscode.workspace.getConfiguration('holdout').get<boolean>('lint.enable', true)) {
    void vscode.window.showInformationMessage(
      'Linting is switched off by the setting `holdout.lint.enable`.',
    );
    return undefined;
  }
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Linting the workspace', cancellable: true },
    (progress, token) => lint(app, progress, token),
  );
  if (result) void summarise(app, result);
  return result;
}

async function lint(
  { server }: App,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<LintWorkspaceResult | undefined> {
  const workDoneToken = randomUUID();
  let done = 0;
  const listener = server.onProgress(workDoneToken, (message, percentage = done) => {
    progress.report({ ...(message === undefined ? {} : { message }), increment: percentage - done });
    done = percentage;
  });
  try {
    return await server.request(METHODS.lintWorkspace, { workDoneToken }, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}

async function summarise({ log }: App, result: LintWorkspaceResult): Promise<void> {
  const { findings, skipped } = result;
  for (const { file, reason } of skipped) log.warn(`Skipped ${file}: ${reason}`);
  const problems = 'Show Problems';
  const output = 'Show Skipped';
  const choice = await vscode.window.showInformationMessage(
    summaryOf(result),
    ...(findings > 0 ? [problems] : []),
    ...(skipped.length > 0 ? [output] : []),
  );
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice === output) log.show(true);
}

function summaryOf({ files, findings, skipped, cancelled }: LintWorkspaceResult): string {
  const linted = `${count(findings, 'finding', 'findings')} in ${count(files, 'file', 'files')}`;
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  return cancelled ? `Linting was cancelled: ${linted} so far${left}.` : `${linted}${left}.`;
}
