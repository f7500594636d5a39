import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Place } from '../../base/place';
import { COMPARE_PANEL } from '../../contributes/views';
import type { CompareState, FromCompare, ToCompare } from '../../protocol/compare';
import { decodeCompareState, decodeFromCompare } from '../../protocol/compare';
import { METHODS } from '../../protocol/messages';
import { pageHtml } from '../../protocol/page';
import type { Server } from '../client';

/** The pages that compare runs, one for each project. */
export interface ComparePanels extends vscode.Disposable {
  /** Compares runs of a project, in its page where it has one. */
  open(project: string, runs: readonly string[]): void;
  /** The manifest of the page in front, where one is. */
  readonly active: string | undefined;
}

interface Page {
  readonly panel: vscode.WebviewPanel;
  runs: readonly string[];
}

interface Shared {
  readonly extension: vscode.Uri;
  readonly server: Server;
  readonly pages: Map<string, Page>;
  readonly openPlace: (project: string, place: Place) => Promise<void>;
}

/** `openPlace` opens places of a project, and nothing outside of it. */
export function createComparePanels(
  extension: vscode.Uri,
  server: Server,
  openPlace: Shared['openPlace'],
): ComparePanels {
  const shared: Shared = { extension, server, pages: new Map(), openPlace };
  const parts = [
    server.on(METHODS.reportChanged, ({ project }) => void send(shared, project)),
    vscode.window.registerWebviewPanelSerializer(COMPARE_PANEL, {
      deserializeWebviewPanel: (panel, state) => {
        const kept = decodeCompareState(state);
        if (!kept || shared.pages.has(kept.project)) panel.dispose();
        else furnish(shared, panel, kept);
        return Promise.resolve();
      },
    }),
  ];
  return {
    open: (project, runs) => {
      const page = shared.pages.get(project);
      if (!page) return furnish(shared, createPanel(), { project, runs });
      page.runs = runs;
      page.panel.reveal();
      void send(shared, project);
    },
    get active() {
      return [...shared.pages].find(([, { panel }]) => panel.active)?.[0];
    },
    dispose: () => {
      for (const one of [...parts, ...[...shared.pages.values()].map(({ panel }) => panel)]) one.dispose();
    },
  };
}

function createPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(COMPARE_PANEL, 'Compare Runs', vscode.ViewColumn.Active, {
    enableFindWidget: true,
  });
}

/** Gives a new or restored panel its page and answers it. */
function furnish(shared: Shared, panel: vscode.WebviewPanel, { project, runs }: CompareState): void {
  const files = vscode.Uri.joinPath(shared.extension, 'dist', 'webview');
  const { webview } = panel;
  shared.pages.set(project, { panel, runs });
  panel.onDidDispose(() => shared.pages.delete(project));
  panel.iconPath = vscode.Uri.joinPath(shared.extension, 'media', 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: [files] };
  webview.onDidReceiveMessage((message: unknown) => void answer(shared, project, message));
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(files, file)).toString();
  webview.html = pageHtml({
    title: panel.title,
    script: address('compare.js'),
    styles: [address('codicon.css'), address('compare.css')],
    cspSource: webview.cspSource,
    nonce: randomBytes(24).toString('base64'),
  });
}

async function answer(shared: Shared, project: string, message: unknown): Promise<void> {
  const decoded = decodeFromCompare(message);
  if (decoded?.type === 'ready') await send(shared, project);
  if (decoded?.type === 'pick') await vscode.commands.executeCommand('holdout.compareRuns', { project });
  if (decoded?.type === 'zoom') await sendDetail(shared, project, decoded);
  if (decoded?.type === 'open') await shared.openPlace(project, decoded.place);
}

/** Points of a curve that the page was not given at first; nothing where they are gone, which the page is told otherwise. */
async function sendDetail(
  { pages, server }: Shared,
  project: string,
  { curve: name, from, to }: Extract<FromCompare, { type: 'zoom' }>,
): Promise<void> {
  const page = pages.get(project);
  if (!page) return;
  const { runs } = page;
  // Where they cannot be had, the page goes on with the points that it has.
  const { detail } = await server
    .request(METHODS.curve, { project, runs, name, from, to })
    .catch(() => ({ detail: undefined }));
  const message: ToCompare | undefined = detail && { type: 'detail', detail };
  if (message && pages.get(project) === page && page.runs === runs)
    await page.panel.webview.postMessage(message);
}

const GONE: ToCompare = { type: 'gone', message: 'This project’s manifest is not there any more.' };

async function send({ pages, server }: Shared, project: string): Promise<void> {
  const page = pages.get(project);
  if (!page) return;
  const { runs } = page;
  const message = await server.request(METHODS.compare, { project, runs }).then(
    ({ view }): ToCompare => (view ? { type: 'compare', view } : GONE),
    (error: unknown): ToCompare => ({
      type: 'gone',
      message: `The page could not be made: ${String(error)}`,
    }),
  );
  // It may have been closed meanwhile, or compare other runs by now, which are asked for as well.
  if (pages.get(project) === page && page.runs === runs) await page.panel.webview.postMessage(message);
}
