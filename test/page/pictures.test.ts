import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { openPage, servePage, type PageServer } from './open-page';
import { THEMES } from './themes';
import { VIEW } from './view';

/** Pictures for whoever works on the page: `PICTURES=<folder> npx vitest run --config test/page/vitest.config.ts pictures`. */
const folder = process.env['PICTURES'];

describe.skipIf(folder === undefined)('pictures', () => {
  let browser: Browser;
  let server: PageServer;
  beforeAll(async () => {
    mkdirSync(folder ?? '', { recursive: true });
    [browser, server] = await Promise.all([launchBrowser(), servePage('metrics')]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const cases = THEMES.flatMap(theme =>
    [1400, 400].map(width => ({ theme, width, name: `${theme.name}-${width}` })),
  );

  test.each(cases)('$name', async ({ theme, width, name }) => {
    const opened = await openPage(browser, server, theme, { width });
    const { page } = opened;
    await opened.send({ type: 'report', view: VIEW });
    await page.locator('header').waitFor();
    // Charts are drawn when they come near.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder ?? '', `${name}.png`) });
    await page.context().close();
  });

  test.each(THEMES)('$name without metrics', async theme => {
    const opened = await openPage(browser, server, theme);
    await opened.send({ type: 'report', view: { ...VIEW, metrics: [], sections: VIEW.sections.slice(-2) } });
    await opened.page.locator('header').waitFor();
    await opened.page.screenshot({ path: join(folder ?? '', `${theme.name}-empty.png`) });
    await opened.page.context().close();
  });
});
