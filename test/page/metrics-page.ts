import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { PageState } from '../../src/protocol/webview';
import type { ReportView } from '../../src/reports/view';
import { launchBrowser } from '../harness/browser';
import { openPage, servePage, type OpenPage, type PageServer } from './open-page';
import { SECTIONS } from './sections';
import { THEMES, type Theme } from './themes';
import { VIEW } from './view';

const [, DARK] = THEMES as [Theme, Theme, Theme];

export interface Showing {
  readonly view?: ReportView;
  readonly theme?: Theme;
  readonly state?: PageState;
  readonly width?: number;
}

/** The report page for the tests of one file, in one browser. */
export interface MetricsPage {
  open(showing?: Showing): Promise<Page>;
  /** The same, with a report. */
  show(showing?: Showing): Promise<Page>;
  send(message: unknown): Promise<void>;
  /** What the page said last. */
  said(): Promise<unknown>;
  readonly opened: OpenPage;
}

export function useMetricsPage(): MetricsPage {
  let browser: Browser;
  let server: PageServer;
  let opened: OpenPage | undefined;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), servePage('metrics')]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    const { page, faults = [] } = opened ?? {};
    await page?.context().close();
    opened = undefined;
    // In every test: no violation of the policy, no error on the console.
    expect(faults).toEqual([]);
  });
  const open = async ({ theme = DARK, state, width }: Showing = {}): Promise<Page> => {
    opened = await openPage(browser, server, theme, state, width);
    return opened.page;
  };
  const send = async (message: unknown): Promise<void> => opened?.send(message);
  return {
    open,
    send,
    show: async (showing = {}) => {
      const { view = VIEW } = showing;
      const page = await open(showing);
      await send({ type: 'report', view });
      await page.getByRole('heading', { level: 1, name: view.project.name }).waitFor();
      return page;
    },
    said: async () => (await opened?.posted())?.at(-1),
    get opened() {
      if (!opened) throw new Error('No page is open.');
      return opened;
    },
  };
}

export function region(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name, exact: true });
}

export function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

/** Scrolls through the whole page, so that every chart is drawn. */
export async function drawAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      scrollTo(0, y);
      await new Promise(resolve => setTimeout(resolve, 40));
    }
    scrollTo(0, 0);
  });
}

/** The sections, one of which says something new. */
export function changed(id: string): ReportView['sections'] {
  const text = { kind: 'text' as const, text: 'Now it says something else.' };
  return SECTIONS.map(one => (one.id === id ? { ...one, blocks: [text, ...one.blocks] } : one));
}
