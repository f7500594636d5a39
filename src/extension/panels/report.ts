import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Place } from '../../base/place';
import { REPORT_PANEL } from '../../contributes/views';
import { METHODS } from '../../protocol/messages';
import { pageHtml } from '../../protocol/page';
import type { ToPage } from '../../protocol/webview';
import { decodeFromPage, decodePageState } from '../../protocol/webview';
import type { Server } from '../client';
import { openPlace } from '../places';
import { isWithin } from './inside';

/** The metric reports that are open, at most one for each project. */
export interface ReportPanels extends vscode.Disposable {
  /** Opens a project's report, or brings it to the front. `title`: the project's name. */
  open(project: string, title: string): void;
  /** The manifest of the report in front, where one is. */
  readonly active: string | undefined;
}

interface Shared {
  readonly extension: vscode.Uri;
  readonly server: Server;
  readonly panels: Map<string, vscode.WebviewPanel>;
}

/** `anyProject`: whose report a page shows that is restored before it could note what it was about. */
export function createReportPanels(
  extension: vscode.Uri,
  server: Server,
  anyProject: () => Promise<string | undefined>,
): ReportPanels {
  const shared: Shared = { extension, server, panels: new Map() };
  const parts = [
    server.on(METHODS.reportChanged, ({ project }) => void send(shared, project)),
    vscode.window.registerWebviewPanelSerializer(REPORT_PANEL, {
      deserializeWebviewPanel: async (panel, state) => {
        const project = decodePageState(state)?.project ?? (await anyProject());
        if (project === undefined || shared.panels.has(project)) panel.dispose();
        else furnish(shared, panel, project);
      },
    }),
  ];
  return {
    open: (project, title) => {
      const panel = shared.panels.get(project);
      if (panel) panel.reveal();
      else furnish(shared, createPanel(`Metrics: ${title}`), project);
    },
    get active() {
      return [...shared.panels].find(([, panel]) => panel.active)?.[0];
    },
    dispose: () => {
      for (const one of [...parts, ...shared.panels.values()]) one.dispose();
    },
  };
}

function createPanel(title: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(REPORT_PANEL, title, vscode.ViewColumn.Active, {
    enableFindWidget: true,
  });
}

/** Gives a new or restored panel its page and answers it. */
function furnish(shared: Shared, panel: vscode.WebviewPanel, project: string): void {
  const pages = vscode.Uri.joinPath(shared.extension, 'dist', 'webview');
  const { webview } = panel;
  shared.panels.set(project, panel);
  panel.onDidDispose(() => shared.panels.delete(project));
  panel.iconPath = vscode.Uri.joinPath(shared.extension, 'media', 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: [pages] };
  webview.onDidReceiveMessage((message: unknown) => void answer(shared, project, message));
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(pages, file)).toString();
  webview.html = pageHtml({
    title: panel.title,
    script: address('metrics.js'),
    styles: [address('codicon.css'), address('metrics.css')],
    cspSource: webview.cspSource,
    nonce: randomBytes(24).toString('base64'),
  });
}

async function answer(shared: Shared, project: string, message: unknown): Promise<void> {
  const decoded = decodeFromPage(message);
  if (decoded?.type === 'ready') await send(shared, project);
  if (decoded?.type === 'open') await openInside(project, decoded.place);
}

/** Asks for the report and draws it; a page that is hidden gets it when it is shown and says that it is ready. */
async function send({ server, panels }: Shared, project: string): Promise<void> {
  const panel = panels.get(project);
  if (!panel) return;
  const message = await server.request(METHODS.report, { project }).then(
    ({ view }): ToPage => (view ? { type: 'report', view } : GONE),
    (error: unknown): ToPage => ({ type: 'gone', message: `The report could not be made: ${String(error)}` }),
  );
  await panel.webview.postMessage(message);
}

const GONE: ToPage = { type: 'gone', message: 'This project’s manifest is not there any more.' };

/** A page is data drawn: it may lead into the workspace and the project, nowhere else. */
async function openInside(project: string, place: Place): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const roots = [dirname(project), ...folders.map(({ uri }) => uri.fsPath)];
  if (roots.some(root => isWithin(root, place.file))) return openPlace(place);
  void vscode.window.showWarningMessage(
    `${place.file} lies outside the workspace and is not opened from here.`,
  );
}
