import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { pageHtml } from '../../src/protocol/page';
import type { Theme } from './themes';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, '../..');
const CODICONS = join(ROOT, 'node_modules/@vscode/codicons/dist');

/** Serves the page as the extension does: the same document, the same policy, the bundle beside it. */
export interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Bundles a page of `webview/reports` and serves it on this machine alone. */
export async function servePage(name: string): Promise<PageServer> {
  const files = await bundle(name);
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    const file = path === '/' ? html(name) : files.get(path);
    response.statusCode = file ? 200 : 404;
    response.setHeader('content-type', contentType(path));
    response.end(file);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => close(server) };
}

async function bundle(name: string): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { [name]: join(ROOT, `webview/reports/${name}/main.ts`) },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'chrome134',
    outdir: '/',
    write: false,
    logLevel: 'error',
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  for (const file of ['codicon.css', 'codicon.ttf'])
    files.set(`/${file}`, readFileSync(join(CODICONS, file)));
  return files;
}

function html(name: string): string {
  return pageHtml({
    title: 'Report',
    script: `/${name}.js`,
    styles: ['/codicon.css', `/${name}.css`],
    cspSource: "'self'",
    nonce: 'c29tZXRoaW5nIHJhbmRvbQ',
  });
}

function contentType(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', ttf: 'font/ttf' };
  return types[ending] ?? 'text/html';
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise(resolve => server.close(() => resolve()));
}

/** A page that runs as in a webview, and what it did. */
export interface OpenPage {
  readonly page: Page;
  /** What the page said to the extension. */
  posted(): Promise<unknown[]>;
  /** What it keeps for a reload. */
  state(): Promise<object | undefined>;
  /** Sends a message as the extension does. */
  send(message: unknown): Promise<void>;
  /** Violations of the policy, and errors on the console. */
  readonly faults: string[];
}

interface Harness {
  posted: unknown[];
  state: unknown;
}

export interface PageOptions {
  /** What the page kept before. */
  readonly state?: object;
  readonly width?: number;
  readonly forcedColors?: 'active' | 'none';
}

/** Opens the page under a theme, with a stand-in for VS Code's webview interface. */
export async function openPage(
  browser: Browser,
  server: PageServer,
  theme: Theme,
  { state, width = 1000, forcedColors = 'none' }: PageOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width, height: 760 }, forcedColors });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', error => faults.push(String(error)));
  await page.exposeFunction('reportViolation', (what: string) => void faults.push(what));
  await page.addInitScript(standIn, { theme, state });
  await page.goto(server.address);
  const harness = (): Promise<Harness> =>
    page.evaluate(() => {
      const { posted, state } = (globalThis as unknown as { harness: Harness }).harness;
      return { posted, state };
    });
  return {
    page,
    faults,
    posted: async () => (await harness()).posted,
    state: async () => (await harness()).state as object | undefined,
    send: message => page.evaluate(data => window.postMessage(data, '*'), message),
  };
}

/** Runs in the browser before the page: the theme as VS Code sets it, and `acquireVsCodeApi`. */
function standIn({ theme, state }: { theme: Theme; state: object | undefined }): void {
  const shared = { posted: [] as unknown[], state: state as unknown };
  const world = globalThis as unknown as Record<string, unknown>;
  world['harness'] = shared;
  world['acquireVsCodeApi'] = () => ({
    postMessage: (message: unknown) => shared.posted.push(message),
    getState: () => shared.state,
    setState: (next: unknown) => (shared.state = next),
  });
  document.addEventListener('securitypolicyviolation', event => {
    const report = world['reportViolation'] as (what: string) => void;
    report(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  const sheet = new CSSStyleSheet();
  const variables = Object.entries(theme.variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  // What VS Code puts before a page's own styles, whence the layer.
  const code =
    'code { color: var(--vscode-textPreformat-foreground); background-color: var(--vscode-textPreformat-background); padding: 1px 3px; border-radius: 4px; }';
  sheet.replaceSync(`:root { ${variables.join(' ')} } @layer editor { ${code} }`);
  document.adoptedStyleSheets.push(sheet);
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = theme.bodyClass;
    document.body.dataset['vscodeThemeKind'] = theme.bodyClass;
  });
}

/** What axe-core finds serious or critical, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResult> } };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
  });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}
