import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { packagePath } from '../../scripts/package';
import { keepPicture, launchBrowser, newPage } from '../harness/browser';
import { CACHE } from '../harness/paths';
import type { VsCodeServer } from '../harness/server';
import { startServer } from '../harness/server';
import { openWorkbench } from '../harness/workbench';
import type { Workspace } from '../harness/workspace';

/** A window with a folder open. */
export interface Window {
  readonly page: Page;
  readonly folder: string;
  /** What a Content Security Policy refused, in any frame. */
  readonly violations: readonly string[];
  /**
   * The same folder and profile in a window that starts anew, as after a restart. The first stays: while it unloads, VS
   * Code may or may not store that its panels have gone.
   */
  again(): Promise<Page>;
}

export interface VsCode {
  open(workspace: Workspace): Promise<Window>;
  /** Where the server keeps its logs. */
  data(): string;
}

/** Tooltips would cover what is clicked next; hovers of the editor are another setting. */
const SETTINGS = { 'holdout.name': 'tester', 'workbench.hover.delay': 600_000 };

/**
 * A VS Code server with the packed extension for the tests of one file. Each `open` gives a window with a profile of its
 * own; a test that fails leaves a picture of its window in `.cache/failures`.
 */
export function useVsCode(): VsCode {
  let server: VsCodeServer;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const workspaces: Workspace[] = [];
  beforeAll(async () => {
    mkdirSync(CACHE, { recursive: true });
    [server, browser] = await Promise.all([
      startServer({ vsix: [packagePath()], settings: SETTINGS }),
      launchBrowser(),
    ]);
  });
  afterEach(async ({ task }) => {
    const failed = task.result?.state === 'fail';
    for (const context of contexts.splice(0)) {
      if (failed) for (const page of context.pages()) console.log(await keepPicture(page, task.name));
      await context.close();
    }
    for (const workspace of workspaces.splice(0)) workspace.remove();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return {
    data: () => server.data,
    open: async workspace => {
      const { context, page } = await newPage(browser);
      contexts.push(context);
      workspaces.push(workspace);
      const violations: string[] = [];
      context.on('console', message => {
        if (/content security policy/i.test(message.text())) violations.push(message.text());
      });
      await openWorkbench(page, server.url(workspace.folder));
      const again = async (): Promise<Page> => {
        const second = await context.newPage();
        await second.goto(server.url(workspace.folder));
        return second;
      };
      return { page, folder: workspace.folder, violations, again };
    },
  };
}
