import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium';
import { CACHE } from './paths';

/** Wide enough for side bar, editor and panel. */
export const WINDOW = { width: 1440, height: 900 } as const;

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium; each page gets a context, hence a profile, of its own. */
export function launchBrowser(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: ensureChromium(),
    headless: true,
    args: [...ARGUMENTS, ...(root ? ['--no-sandbox'] : [])],
  });
}

/** A page with nothing remembered from others. */
export async function newPage(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: WINDOW, deviceScaleFactor: 1 });
  return { context, page: await context.newPage() };
}

/** Keeps a picture of the page for whoever reads the failure; returns where. */
export async function keepPicture(page: Page, name: string): Promise<string> {
  const folder = join(CACHE, 'failures');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
  await page.screenshot({ path: file });
  return file;
}
