import * as vscode from 'vscode';
import type { CommandId } from '../../contributes/commands';
import { commandName } from '../../contributes/commands';
import type { App } from '../app';
import { createManifest } from './createManifest';
import { explainRule } from './explainRule';
import { lintWorkspace } from './lintWorkspace';
import { nextStep } from './nextStep';
import { openEvidence } from './openEvidence';
import { openManifest } from './openManifest';
import { openReport } from './openReport';
import { pickProject } from './pickProject';
import { refresh } from './refresh';
import { reopen } from './reopen';
import { showOutput } from './showOutput';
import { signOff } from './signOff';
import { tick, untick } from './tick';
import { unwaive, waive } from './waive';

/**
 * Carries a command out. `argument` is what the command was given: a row of the tracker from a menu, nothing from the
 * palette, anything from elsewhere.
 */
export type Handler = (app: App, argument: unknown) => Promise<unknown>;

const HANDLERS = {
  createManifest,
  explainRule,
  lintWorkspace,
  nextStep,
  openEvidence,
  openManifest,
  openReport,
  pickProject,
  refresh,
  reopen,
  showOutput,
  signOff,
  tick,
  untick,
  unwaive,
  waive,
} as const satisfies Record<CommandId, Handler>;

/** Registers every command; what goes wrong in one is said once, here. */
export function registerCommands(app: App): vscode.Disposable {
  const registered = Object.entries(HANDLERS).map(([id, handler]: [string, Handler]) =>
    vscode.commands.registerCommand(commandName(id as CommandId), (argument: unknown) =>
      handler(app, argument).catch((error: unknown) => report(app, id, error)),
    ),
  );
  return vscode.Disposable.from(...registered);
}

function report({ log }: App, id: string, error: unknown): void {
  log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const message = error instanceof Error ? error.message : String(error);
  const show = 'Show Output';
  void vscode.window.showErrorMessage(`Holdout could not do this: ${message}`, show).then(choice => {
    if (choice === show) log.show(true);
  });
}
