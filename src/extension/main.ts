import * as vscode from 'vscode';
import { CATEGORY, OPEN_PLACE, REVEAL_ROW } from '../contributes/commands';
import type { Place } from '../base/place';
import { METHODS } from '../protocol/messages';
import { newKey } from '../protocol/sealed';
import type { App } from './app';
import { createChecks } from './checks';
import { createServer } from './client';
import type { Server } from './client';
import { createCredentials } from './credentials';
import { registerCommands } from './commands/table';
import { followBox } from './commands/tick';
import { createComparePanels } from './panels/comparison';
import { createPanels, FILE_PAGE, HISTORY_PAGE, METRICS_PAGE, openInside } from './panels/panels';
import { openPlace } from './places';
import { revealRow } from './revealRow';
import { Projects } from './projects';
import { registerRulePages } from './rulePages';
import { createStatusBar } from './statusBar';
import { registerDecorations } from './tree/decorations';
import { createTracker } from './tree/tracker';
import { watchFiles } from './watchers';

/**
 * VS Code calls this when there is something to do: a manifest, Python to read, the tracker in sight, a command, or a
 * report to restore (`contributes/activation.ts`). Hence the server starts at once; nothing waits for it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri, subscriptions, workspaceState } = context;
  const log = vscode.window.createOutputChannel(CATEGORY, { log: true });
  const key = newKey();
  const server = createServer(extensionUri, log, key);
  const projects = new Projects(workspaceState);
  const tracker = createTracker(projects, workspaceState, subscriptions);
  const activeFile = (): Promise<string | undefined> => projects.activeFile();
  const reports = createPanels(METRICS_PAGE, extensionUri, server, activeFile);
  const fileReports = createPanels(FILE_PAGE, extensionUri, server, () => Promise.resolve(undefined));
  const histories = createPanels(HISTORY_PAGE, extensionUri, server, activeFile);
  const comparisons = createComparePanels(extensionUri, server, openInside);
  const checks = createChecks(workspaceState, server);
  const credentials = createCredentials(context.secrets, server, key);
  const app: App = {
    context,
    server,
    projects,
    tracker,
    reports,
    fileReports,
    histories,
    comparisons,
    checks,
    credentials,
    log,
  };
  subscriptions.push(
    log,
    server,
    projects,
    reports,
    fileReports,
    checks,
    credentials,
    histories,
    comparisons,
    createStatusBar(projects),
    registerRulePages(server),
    registerCommands(app),
    vscode.commands.registerCommand(OPEN_PLACE, (place: Place) => openPlace(place)),
    vscode.commands.registerCommand(REVEAL_ROW, (argument: unknown) => revealRow(tracker, argument)),
    tracker.onDidTick(({ row, checked }) => void followBox(app, row, checked)),
    registerDecorations(),
    followServer(server, projects, { checks, credentials }),
    watchFiles(server, projects),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.tell(METHODS.trust, {})),
  );
  void server.start();
}

/** Draws what the server says, and says where it stopped. */
function followServer(
  server: Server,
  projects: Projects,
  { checks, credentials }: Pick<App, 'checks' | 'credentials'>,
): vscode.Disposable {
  return vscode.Disposable.from(
    server.on(METHODS.projects, message => projects.show(message)),
    server.onDidChangeState(state => {
      if (state === 'stopped') projects.enter('failed');
      if (state === 'starting') projects.enter('loading');
      if (state !== 'running') return;
      checks.tell();
      void credentials.tell();
      void ask(server, projects);
    }),
  );
}

/** The server tells of changes; how things stand at the beginning is asked for. */
async function ask(server: Server, projects: Projects): Promise<void> {
  const answer = await server.request(METHODS.getProjects, undefined).catch(() => undefined);
  if (answer) projects.show(answer);
}
