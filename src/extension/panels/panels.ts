import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { isAllowed, originOf } from '../../base/origin';
import type { Place } from '../../base/place';
import { FILE_PANEL, HISTORY_PANEL, REPORT_PANEL } from '../../contributes/views';
import { METHODS } from '../../protocol/messages';
import { pageHtml } from '../../protocol/page';
import type { ToPage } from '../../protocol/webview';
import { decodeFromPage, decodePageState } from '../../protocol/webview';
import type { Server } from '../client';
import { openPlace } from '../places';
import { onceQuiet } from '../quiet';
import { globOf } from '../watched';
import { copyText, savePicture } from './hand-over';
import { isWithin } from './inside';

/** The pages of one kind that are open, at most one for each project. */
export interface ReportPanels extends vscode.Disposable {
  /** Opens a project's page, or brings it to the front. `title`: the project's name; `tab`: what it is to show. */
  open(project: string, title: string, tab?: string): void;
  /** The manifest of the page in front, where one is. */
  readonly active: string | undefined;
}

/** What one kind of page is: where VS Code knows it by, what it is called, its files, and its data. */
export interface PageKind {
  readonly viewType: string;
  readonly title: (project: string) => string;
  /** The names of its script and its style sheet. */
  readonly name: string;
  /** `undefined`: the project is not there. */
  readonly load: (server: Server, project: string) => Promise<ToPage | undefined>;
  /** What a page says that is about nothing any more. */
  readonly gone: string;
  /** It is about a file or folder of its own, and drawn again when that changes. */
  readonly isOfPath?: true;
}

const NO_MANIFEST = 'This project’s manifest is not there any more.';

export const METRICS_PAGE: PageKind = {
  viewType: REPORT_PANEL,
  title: project => `Metrics: ${project}`,
  name: 'metrics',
  gone: NO_MANIFEST,
  load: async (server, project) => {
    const { view } = await server.request(METHODS.report, { project });
    return view && { type: 'report', view };
  },
};

/** The runs of a file or folder that no manifest selects: in place of the project stands its path. */
export const FILE_PAGE: PageKind = {
  viewType: FILE_PANEL,
  title: name => `Metrics: ${name}`,
  name: 'metrics',
  gone: 'This file is in no folder of the workspace.',
  isOfPath: true,
  load: async (server, path) => {
    const { view } = await server.request(METHODS.pathReport, { path });
    return view && { type: 'report', view };
  },
};

export const HISTORY_PAGE: PageKind = {
  viewType: HISTORY_PANEL,
  title: project => `History: ${project}`,
  name: 'history',
  gone: NO_MANIFEST,
  load: async (server, project) => {
    const { view } = await server.request(METHODS.history, { project });
    return view && { type: 'history', view };
  },
};

interface Shared {
  readonly kind: PageKind;
  readonly extension: vscode.Uri;
  readonly server: Server;
  readonly panels: Map<string, vscode.WebviewPanel>;
  /** When what each page shows was asked for. */
  readonly shown: WeakMap<vscode.WebviewPanel, number>;
  /** Tabs that pages are to show as soon as they are ready, by project. */
  readonly tabs: Map<string, string>;
}

/** `anyProject`: whose report a page shows that is restored before it could note what it was about. */
export function createPanels(
  kind: PageKind,
  extension: vscode.Uri,
  server: Server,
  anyProject: () => Promise<string | undefined>,
): ReportPanels {
  const shared: Shared = {
    kind,
    extension,
    server,
    panels: new Map(),
    shown: new WeakMap(),
    tabs: new Map(),
  };
  const parts = [
    server.on(METHODS.reportChanged, ({ project }) => void send(shared, project)),
    vscode.window.registerWebviewPanelSerializer(kind.viewType, {
      deserializeWebviewPanel: async (panel, state) => {
        const project = decodePageState(state)?.project ?? (await anyProject());
        if (project === undefined || shared.panels.has(project)) panel.dispose();
        else furnish(shared, panel, project);
      },
    }),
  ];
  return {
    open: (project, title, tab) => {
      const panel = shared.panels.get(project);
      if (tab !== undefined) shared.tabs.set(project, tab);
      if (!panel) return furnish(shared, createPanel(kind, title), project);
      panel.reveal();
      void showTab(shared, project);
    },
    get active() {
      return [...shared.panels].find(([, panel]) => panel.active)?.[0];
    },
    dispose: () => {
      for (const one of [...parts, ...shared.panels.values()]) one.dispose();
    },
  };
}

function createPanel({ viewType, title }: PageKind, project: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, title(project), vscode.ViewColumn.Active, {
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
  if (shared.kind.isOfPath) panel.onDidDispose(followPath(project, () => void send(shared, project)));
  webview.options = { enableScripts: true, localResourceRoots: [pages] };
  webview.onDidReceiveMessage((message: unknown) => void answer(shared, project, message));
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(pages, file)).toString();
  webview.html = pageHtml({
    title: panel.title,
    script: address(`${shared.kind.name}.js`),
    styles: [address('codicon.css'), address(`${shared.kind.name}.css`)],
    cspSource: webview.cspSource,
    nonce: randomBytes(24).toString('base64'),
  });
}

/** Calls back once a file has changed, or anything in a folder; gives what ends that. */
function followPath(path: string, onChange: () => void): () => void {
  const folder = vscode.Uri.file(dirname(path));
  const name = globOf(basename(path));
  const quiet = onceQuiet(onChange);
  const watchers = [name, `${name}/**`].map(pattern =>
    vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern)),
  );
  for (const watcher of watchers)
    for (const on of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) on(quiet.note);
  return () => {
    for (const one of [...watchers, quiet]) one.dispose();
  };
}

async function answer(shared: Shared, project: string, message: unknown): Promise<void> {
  const decoded = decodeFromPage(message);
  if (decoded?.type === 'ready') {
    // First, so that the page is built with that tab open.
    await showTab(shared, project);
    await send(shared, project);
  }
  if (decoded?.type === 'open') await openInside(project, decoded.place);
  if (decoded?.type === 'create') await vscode.commands.executeCommand('holdout.createManifest');
  if (decoded?.type === 'save') await say(shared, project, await savePicture(project, decoded.picture));
  if (decoded?.type === 'copy') await say(shared, project, await copyText(decoded.text));
}

/** Tells the page what came of what it asked for. */
async function say({ panels }: Shared, project: string, message: string | undefined): Promise<void> {
  const said: ToPage | undefined = message === undefined ? undefined : { type: 'said', message };
  if (said) await panels.get(project)?.webview.postMessage(said);
}

/** Counts what pages ask for. */
let lastTurn = 0;

/** Asks for the report and draws it; a page that is hidden gets it when it is shown and says that it is ready. */
async function send({ kind, server, panels, shown }: Shared, project: string): Promise<void> {
  const panel = panels.get(project);
  if (!panel) return;
  const turn = ++lastTurn;
  const message = await kind.load(server, project).then(
    (loaded): ToPage => loaded ?? { type: 'gone', message: kind.gone },
    (error: unknown): ToPage => ({ type: 'gone', message: `The page could not be made: ${String(error)}` }),
  );
  // It may have been closed meanwhile, or show what was asked for later.
  if (panels.get(project) !== panel || (shown.get(panel) ?? 0) > turn) return;
  shown.set(panel, turn);
  await panel.webview.postMessage(message);
}

/** Says which tab was asked for, once. */
async function showTab({ panels, tabs }: Shared, project: string): Promise<void> {
  const tab = tabs.get(project);
  const show: ToPage | undefined = tab === undefined ? undefined : { type: 'show', tab };
  if (show && (await panels.get(project)?.webview.postMessage(show))) tabs.delete(project);
}

/** A page of a server that the user lets Holdout ask. */
function isAllowedPage(address: string): boolean {
  const origin = originOf(address);
  const allowed = vscode.workspace.getConfiguration('holdout').get<readonly string[]>('allowedHosts', []);
  return origin !== undefined && isAllowed(origin, allowed);
}

/** A page is data drawn: it may lead into the workspace and the project, and to servers that are asked, nowhere else. */
export async function openInside(project: string, place: Place): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const roots = [dirname(project), ...folders.map(({ uri }) => uri.fsPath)];
  if (roots.some(root => isWithin(root, place.file)) || isAllowedPage(place.file)) return openPlace(place);
  void vscode.window.showWarningMessage(
    `${place.file} lies outside the workspace and is not opened from here.`,
  );
}
