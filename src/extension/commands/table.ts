import * as vscode from 'vscode';
import type { CommandId } from '../../contributes/commands';
import { commandName } from '../../contributes/commands';
import { SELECTION } from '../../contributes/keybindings';
import type { App } from '../app';
import { allowHost } from './allowHost';
import { buildOrBuy } from './buildOrBuy';
import { compareRuns } from './compareRuns';
import { copyMarkdown } from './copyMarkdown';
import { createManifest } from './createManifest';
import { createModelCard } from './createModelCard';
import { explainCriterion } from './explainCriterion';
import { explainRule } from './explainRule';
import { copyReport, exportReport } from './exportReport';
import { showAll, showFailing, showOpen } from './filter';
import { addJournalEntry, exportJournal } from './journal';
import { lintWorkspace } from './lintWorkspace';
import { nextStep, revealNextStep } from './nextStep';
import { openEvidence } from './openEvidence';
import { openManifest } from './openManifest';
import { openReport } from './openReport';
import { openWalkthrough } from './openWalkthrough';
import { pickProject } from './pickProject';
import { refresh } from './refresh';
import { reopen } from './reopen';
import { runCheck } from './runCheck';
import { sealTargets } from './sealTargets';
import { setCredentials } from './setCredentials';
import { showHistory, showLedger } from './showHistory';
import { showMetrics } from './showMetrics';
import { showOutput } from './showOutput';
import { signOff } from './signOff';
import { tick, toggleTick, untick } from './tick';
import { unwaive, waive } from './waive';

/**
 * Carries a command out. `argument` is what the command was given: a row of the tracker from a menu, nothing from the
 * palette, anything from elsewhere.
 */
export type Handler = (app: App, argument: unknown) => Promise<unknown>;

const HANDLERS = {
  addJournalEntry,
  allowHost,
  buildOrBuy,
  compareRuns,
  copyMarkdown,
  copyReport,
  createManifest,
  createModelCard,
  explainCriterion,
  explainRule,
  exportJournal,
  exportReport,
  lintWorkspace,
  nextStep,
  openEvidence,
  openManifest,
  openReport,
  openWalkthrough,
  pickProject,
  refresh,
  reopen,
  revealNextStep,
  runCheck,
  showAll,
  showFailing,
  showMetrics,
  showOpen,
  sealTargets,
  setCredentials,
  showHistory,
  showLedger,
  showOutput,
  signOff,
  tick,
  toggleTick,
  untick,
  unwaive,
  waive,
} as const satisfies Record<CommandId, Handler>;

/** Registers every command; what goes wrong in one is said once, here. */
export function registerCommands(app: App): vscode.Disposable {
  const registered = Object.entries(HANDLERS).map(([id, handler]: [string, Handler]) =>
    vscode.commands.registerCommand(commandName(id as CommandId), (argument: unknown) =>
      handler(app, pointedAt(app, argument)).catch((error: unknown) => report(app, id, error)),
    ),
  );
  return vscode.Disposable.from(...registered);
}

/** A key means the selected row. */
function pointedAt({ tracker }: App, argument: unknown): unknown {
  return argument === SELECTION ? tracker.selected : argument;
}

function report({ log }: App, id: string, error: unknown): void {
  log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const message = error instanceof Error ? error.message : String(error);
  const show = 'Show Output';
  void vscode.window.showErrorMessage(`Holdout could not do this: ${message}`, show).then(choice => {
    if (choice === show) log.show(true);
  });
}
