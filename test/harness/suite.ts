import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { keepPicture, launchBrowser, newPage } from './browser';
import { CACHE, ROOT } from './paths';
import type { Results } from './results';
import { readResults } from './results';
import { startServer } from './server';

const SUITE = join(ROOT, 'test/electron/suite');

/** An extension that does nothing: VS Code runs a suite only for an extension under development. */
export const PROBE = join(ROOT, 'test/electron/probe');

/** Bundles the mocha suite; mocha stays outside, because it loads its parts by name. Returns the module with `run()`. */
export async function bundleSuite(): Promise<string> {
  const outdir = join(CACHE, 'electron');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(SUITE)
      .filter(name => name === 'index.ts' || name.endsWith('.test.ts'))
      .map(name => join(SUITE, name)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(outdir, 'index.js');
}

export interface SuiteRun {
  /** The packed extension, which is what the suite tests. */
  readonly vsix: string;
  /** A folder that the suite may change. */
  readonly folder: string;
}

/** Runs the mocha suite in the extension host of a VS Code server, with the package installed. */
export async function runSuite({ vsix, folder }: SuiteRun): Promise<Results> {
  const tests = await bundleSuite();
  const file = join(CACHE, 'electron/results.json');
  const server = await startServer({ vsix: [vsix], env: { HOLDOUT_TEST_RESULTS: file } });
  const browser = await launchBrowser();
  try {
    const { page } = await newPage(browser);
    const log: string[] = [];
    const ended = suiteEnd(page, log);
    await injectSuite(page, server.port, tests);
    await page.goto(server.url(folder));
    await ended;
    const results = readResults(file);
    if (results !== undefined) return results;
    await keepPicture(page, 'extension host');
    throw new Error(`The suite ended without results; see .cache/failures.\n${log.join('\n')}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Resolves when the workbench says that the suite is over; what it has to say until then goes into `log`. */
async function suiteEnd(page: Page, log: string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    page.on('crash', () => {
      reject(new Error('The page crashed.'));
    });
    const exposed = Promise.all([
      page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
        log.push([type, ...args].join(' '));
      }),
      page.exposeFunction('codeAutomationExit', () => {
        resolve();
      }),
    ]);
    exposed.catch(reject);
  });
}

/** Hands the suite to the workbench, which looks for such a suite in the options of its page. */
async function injectSuite(page: Page, port: number, tests: string): Promise<void> {
  const uri = (path: string): object => ({
    $mid: 1,
    scheme: 'vscode-remote',
    authority: `127.0.0.1:${String(port)}`,
    path,
  });
  const options = { extensions: [uri(PROBE)], extensionTestsPath: uri(tests) };
  const script = readFileSync(join(import.meta.dirname, 'development-options.js'), 'utf8');
  await page.addInitScript({ content: `const developmentOptions = ${JSON.stringify(options)};\n${script}` });
}
