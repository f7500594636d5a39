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
    [1000, 460].flatMap(width =>
      ['overview', 'chart', 'sources'].map(tab => ({
        theme,
        width,
        tab,
        name: `${theme.name}-${tab}-${width}`,
      })),
    ),
  );
  test.each(THEMES)('$name without metrics, and a tab with the focus', async theme => {
    const opened = await openPage(browser, server, theme);
    await opened.send({ type: 'report', view: { ...VIEW, metrics: [], notices: [] } });
    await opened.page.locator('header').waitFor();
    await opened.page.getByRole('tab', { name: 'Overview' }).focus();
    await opened.page.keyboard.press('End');
    await opened.page.waitForTimeout(200);
    await opened.page.keyboard.press('Home');
    await opened.page.waitForTimeout(200);
    await opened.page.screenshot({ path: join(folder ?? '', `${theme.name}-empty.png`) });
    await opened.page.context().close();
  });

  test.each(cases)('$name', async ({ theme, width, tab, name }) => {
    const opened = await openPage(browser, server, theme, { project: VIEW.project.file, tab }, width);
    await opened.send({ type: 'report', view: VIEW });
    await opened.page.locator('header').waitFor();
    await opened.page.waitForTimeout(200);
    await opened.page.screenshot({ path: join(folder ?? '', `${name}.png`), fullPage: true });
    await opened.page.context().close();
  });
});
