import type { FrameLocator, Locator, Page } from 'playwright-core';

/** VS Code's workbench in a page, by what a user sees. Everything waits on conditions; nothing sleeps. */

/** Opens a folder and waits until the workbench is there. */
export async function openWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
}

/** Runs a command from the palette, by its whole title: `Holdout: Lint Workspace`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = await findCommand(page, title);
  await row.click();
}

/**
 * Types a command's title into the palette and waits for its row. A window that is still moving its focus closes the
 * palette again: then it is asked for anew.
 */
export async function findCommand(page: Page, title: string): Promise<Locator> {
  const row = quickRow(page, title);
  const ask = async (timeout: number): Promise<void> => {
    await page.keyboard.press('F1');
    await quickInput(page).fill(`>${title}`, { timeout });
    await row.waitFor({ timeout });
  };
  await ask(5_000)
    .catch(() => ask(5_000))
    .catch(() => ask(20_000));
  return row;
}

/** Picks from the menu of a row. A window that is still moving its focus closes the menu again: then it is asked for anew. */
export async function pickFromMenu(page: Page, row: Locator, title: string): Promise<void> {
  const ask = async (timeout: number): Promise<void> => {
    await row.click({ button: 'right', timeout });
    await page.getByRole('menuitem', { name: title }).click({ timeout });
  };
  // A menu that was opened before the extension was there does not get its items later, and lies over the row.
  const again = async (timeout: number): Promise<void> => {
    await page.keyboard.press('Escape');
    await ask(timeout);
  };
  await ask(5_000)
    .catch(() => again(5_000))
    .catch(() => again(20_000));
}

/** The one box of the palette, of pickers and of input boxes. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-box input');
}

/** A row of the palette or a picker. */
export function quickRow(page: Page, name: string): Locator {
  return page
    .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
    .filter({ has: page.locator('.label-name', { hasText: new RegExp(`^\\s*${escape(name)}`) }) })
    .first();
}

/** Opens a file of the workspace by its path. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await page.keyboard.press('Control+P');
  await quickInput(page).fill(path);
  await quickRow(page, name).click();
  await tab(page, name).waitFor();
}

/** An editor's tab. */
export function tab(page: Page, name: string | RegExp): Locator {
  return page.locator('.tabs-container .tab').filter({ hasText: name }).first();
}

/** Shows a view container by its name in the activity bar. */
export async function openView(page: Page, name: string): Promise<void> {
  const action = page.locator(`.activitybar .action-item:has(a[aria-label^="${name}"])`);
  if ((await action.getAttribute('class'))?.includes('checked') !== true) await action.click();
  await page.locator(`.sidebar .composite.title`, { hasText: new RegExp(name, 'i') }).waitFor();
}

/** Drags the border between side bar and editors. */
export async function widenSideBar(page: Page, width: number): Promise<void> {
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (bar === null) throw new Error('The side bar is hidden.');
  const middle = bar.y + bar.height / 2;
  await page.mouse.move(bar.x + bar.width, middle);
  await page.mouse.down();
  await page.mouse.move(bar.x + width, middle, { steps: 4 });
  await page.mouse.up();
}

/** Hides the side bar. */
export async function closeSideBar(page: Page): Promise<void> {
  const bar = page.locator('.part.sidebar');
  if (await bar.isVisible()) await page.keyboard.press('Control+B');
  await bar.waitFor({ state: 'hidden' });
}

/** A row of a tree in the side bar, by the beginning of its label. */
export function treeRow(page: Page, label: string | RegExp): Locator {
  return page
    .locator('.sidebar .monaco-list-row')
    .filter({ has: page.locator('.monaco-icon-label', { hasText: label }) })
    .first();
}

/** Opens a row that has others below it. */
export async function expandRow(page: Page, label: string | RegExp): Promise<void> {
  const row = treeRow(page, label);
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) === 'true') return;
  await row.locator('.monaco-tl-twistie').click();
  await row.and(page.locator('[aria-expanded="true"]')).waitFor();
}

/** Chooses from a row's context menu. By keyboard, because a menu that has just come up ignores the mouse. */
export async function chooseFromMenu(page: Page, row: Locator, name: string): Promise<void> {
  await row.click({ button: 'right' });
  const item = page.locator('.context-view .monaco-menu .action-item').filter({ hasText: name }).first();
  await item.hover();
  await item.and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Enter');
}

/** Opens the Problems panel. */
export async function openProblems(page: Page): Promise<void> {
  if (await page.locator('.markers-panel').isVisible()) return;
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel').waitFor();
}

/** A row of the Problems panel. */
export function problem(page: Page, text: string | RegExp): Locator {
  return page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first();
}

/** Goes to a problem's place; waits for the editor's focus, which comes late and would close a palette opened before. */
export async function goToProblem(page: Page, text: string | RegExp): Promise<void> {
  await problem(page, text).dblclick();
  await page.locator('.part.editor .monaco-editor.focused').first().waitFor();
}

/** The document of the webview that was opened last. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
}

/** A code or Markdown cell of the open notebook, by its order. */
export function notebookCell(page: Page, kind: 'code' | 'markdown', index: number): Locator {
  return page.locator(`.notebookOverlay .${kind}-cell-row, .notebook-editor .${kind}-cell-row`).nth(index);
}

/** The message of a toast. */
export function toast(page: Page, text: string | RegExp): Locator {
  return page.locator('.notification-toast').filter({ hasText: text }).first();
}

/** An entry of the status bar. */
export function statusItem(page: Page, text: string | RegExp): Locator {
  return page.locator('.part.statusbar .statusbar-item').filter({ hasText: text }).first();
}

/**
 * Waits until the workbench has stored something about its editors, which it does a few seconds after the fact. Asks from
 * here: a condition that waits inside the page takes the promise itself for an answer.
 */
export async function remembered(page: Page, pattern: RegExp): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!pattern.test(await page.evaluate<string>(`(${STORED_VALUES})()`))) {
    if (Date.now() > deadline) throw new Error(`VS Code has not stored ${String(pattern)}.`);
    await page.waitForTimeout(250);
  }
}

/** In the page: all keys and values of its data bases, as one text. */
const STORED_VALUES = `async () => {
  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let text = '';
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const entries = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(entries.getAllKeys()), done(entries.getAll())]);
      text += JSON.stringify(keys.map((key, index) => [key, values[index]]));
    }
    database.close();
  }
  return text;
}`;

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
