import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { newPage } from '../test/harness/browser';
import type { VsCodeServer } from '../test/harness/server';
import { BASE_SETTINGS } from '../test/harness/settings';
import {
  closeSideBar,
  expandRow,
  notebookCell,
  openFile,
  openProblems,
  openView,
  openWorkbench,
  problem,
  runCommand,
  treeRow,
  webview,
  widenSideBar,
} from '../test/harness/workbench';

export interface Studio {
  readonly server: VsCodeServer;
  readonly browser: Browser;
  readonly folder: string;
  /** Where the pictures go: `<theme>-<scene>.png`. */
  readonly pictures: string;
}

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
} as const;

const SCENES: Readonly<Record<string, (page: Page) => Promise<void>>> = { tracker, script, notebook, report };

/** Takes a picture of every scene in every theme; each scene has a window of its own. */
export async function takeShots({ server, browser, folder, pictures }: Studio): Promise<void> {
  for (const [theme, colorTheme] of Object.entries(THEMES)) {
    writeSettings(server, colorTheme);
    for (const [scene, stage] of Object.entries(SCENES)) {
      const { context, page } = await newPage(browser);
      await openWorkbench(page, server.url(folder));
      await stage(page);
      await settle(page);
      const file = join(pictures, `${theme}-${scene}.png`);
      await page.screenshot({ path: file });
      console.log(file);
      await context.close();
    }
  }
}

function writeSettings(server: VsCodeServer, colorTheme: string): void {
  const settings = {
    ...BASE_SETTINGS,
    'workbench.colorTheme': colorTheme,
    'workbench.hover.delay': 600_000,
    'notebook.output.scrolling': false,
    'editor.cursorBlinking': 'solid',
    'editor.occurrencesHighlight': 'off',
    'breadcrumbs.enabled': true,
  };
  writeFileSync(join(server.data, 'data/User/settings.json'), JSON.stringify(settings));
}

/** The stages, and the manifest beside them. */
async function tracker(page: Page): Promise<void> {
  await openFile(page, 'holdout.yaml');
  await openView(page, 'Holdout');
  await treeRow(page, 'Problem definition').waitFor();
  await widenSideBar(page, 620);
  for (const stage of ['Feature engineering', 'Evaluation', 'Deployment']) await expandRow(page, stage);
}

/** A script with what is wrong in it, and the Problems panel. */
async function script(page: Page): Promise<void> {
  await openFile(page, 'scripts/tune.py');
  await openProblems(page);
  await problem(page, 'tuning-on-test').click();
  await page.locator('.monaco-editor [class*="squiggly-"]').first().waitFor();
}

/** A notebook whose cells carry findings. */
async function notebook(page: Page): Promise<void> {
  await openFile(page, 'notebooks/02-features.ipynb');
  await notebookCell(page, 'code', 0).waitFor();
  await openProblems(page);
  await problem(page, 'fit-before-split').dblclick();
  await problem(page, 'fit-before-split').locator('.monaco-tl-twistie').click();
  await page.locator('.notebookOverlay [class*="squiggly-"]').first().waitFor();
}

async function report(page: Page): Promise<void> {
  await openView(page, 'Holdout');
  await treeRow(page, 'Problem definition').waitFor();
  await runCommand(page, 'Holdout: Open Metric Report');
  await webview(page).locator('#at-verdict-table table').waitFor();
  await closeSideBar(page);
}

/** Pictures show no pointer's hover, and nothing that is still being drawn; a page that is never idle is waited for no longer. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(720, 12);
  await page.locator('.monaco-progress-container.active').first().waitFor({ state: 'hidden' });
  await page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.evaluate(
    'new Promise(done => requestIdleCallback(() => requestAnimationFrame(() => done()), { timeout: 2000 }))',
  );
}
