import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { openPage, servePage, type OpenPage, type PageOptions, type PageServer } from './open-page';
import { THEMES, type Theme } from './themes';

const [, DARK] = THEMES as [Theme, Theme, Theme];

export interface Opening extends PageOptions {
  readonly theme?: Theme;
}

/** One page for the tests of a file, in one browser. */
export interface UsedPage {
  open(opening?: Opening): Promise<Page>;
  send(message: unknown): Promise<void>;
  /** What the page said last. */
  said(): Promise<unknown>;
  readonly opened: OpenPage;
}

/** Serves a page of `webview/reports`. After every test, its policy must not have been violated, nor its console hold an error. */
export function usePage(name: string): UsedPage {
  let browser: Browser;
  let server: PageServer;
  let opened: OpenPage | undefined;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), servePage(name)]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    const { page, faults = [] } = opened ?? {};
    await page?.context().close();
    opened = undefined;
    expect(faults).toEqual([]);
  });
  return {
    open: async ({ theme = DARK, ...options } = {}) => {
      opened = await openPage(browser, server, theme, options);
      return opened.page;
    },
    send: async message => opened?.send(message),
    said: async () => (await opened?.posted())?.at(-1),
    get opened() {
      if (!opened) throw new Error('No page is open.');
      return opened;
    },
  };
}
