import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  chooseFromMenu,
  expandRow,
  openView,
  quickInput,
  quickRow,
  runCommand,
  statusItem,
  tab,
  treeRow,
} from '../harness/workbench';
import { project } from './project';
import { useVsCode } from './vscode';

const vscode = useVsCode();

const STAGES = [
  'Problem definition',
  'Data collection',
  'Exploration',
  'Feature engineering',
  'Model selection',
  'Training',
  'Evaluation',
  'Deployment',
  'Monitoring',
];

describe('the tracker', () => {
  it('shows the stages in order, with criteria, outcomes and reasons', async () => {
    const { page } = await openTracker();
    const titles = await stageTitles(page);
    expect(titles.filter(title => STAGES.includes(title))).toEqual(STAGES);
    await expandRow(page, 'Problem definition');
    const decision = treeRow(page, 'Decision');
    await decision.waitFor();
    expect(await decision.getAttribute('aria-label')).toMatch(/met/i);
    expect(await treeRow(page, 'Cost of error').getAttribute('aria-label')).toMatch(/unmet/i);
    await statusItem(page, /Holdout \d+\/\d+/).waitFor();
  });

  it('leads from a criterion to its evidence', async () => {
    const { page } = await openTracker();
    await expandRow(page, 'Problem definition');
    await treeRow(page, 'Decision').locator('.monaco-icon-label').click();
    await tab(page, 'holdout.yaml').waitFor();
    await page.locator('.part.statusbar').getByText(/Ln 7,/).waitFor();
  });

  it('writes a ticked box into the manifest', async () => {
    const { page, folder } = await openTracker();
    await expandRow(page, 'Problem definition');
    const box = treeRow(page, 'Agreed').locator('.custom-view-tree-node-item-checkbox');
    expect(await box.getAttribute('aria-checked')).toBe('false');
    await box.click();
    // VS Code draws the tick at once; what counts is the file.
    await expect.poll(() => manifest(folder), { timeout: 15_000 }).toMatch(/by: tester/);
    expect(manifest(folder)).toContain('# ticked by hand');
    await treeRow(page, 'Agreed').and(page.locator('[aria-label*=", met"]')).waitFor();
  });

  it('waives a criterion from its menu, with a reason', async () => {
    const { page, folder } = await openTracker();
    await expandRow(page, 'Problem definition');
    await chooseFromMenu(page, treeRow(page, 'Cost of error'), 'Waive Criterion');
    await quickInput(page).fill('all errors cost the same');
    await page.keyboard.press('Enter');
    await treeRow(page, 'Cost of error').and(page.locator('[aria-label*="waived"]')).waitFor();
    expect(manifest(folder)).toMatch(/waived: "?all errors cost the same/);
  });

  it('refuses to sign a stage off while something is unmet, and says what', async () => {
    const { page, folder } = await openTracker();
    const before = manifest(folder);
    await runCommand(page, 'Holdout: Sign Off Stage');
    await quickRow(page, 'Problem definition').click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText(/Problem definition cannot be signed off/).waitFor();
    await dialog.getByText(/Cost of error: /).waitFor();
    expect(await dialog.getByRole('button', { name: 'Sign Off' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(manifest(folder)).toBe(before);
  });

  it('signs a stage off from the palette, after asking about what is unknown', async () => {
    const { page, folder } = await openTracker();
    await runCommand(page, 'Holdout: Reopen Stage');
    await quickRow(page, 'Exploration').click();
    await expect.poll(() => manifest(folder)).not.toContain('signed_off');
    await treeRow(page, 'Exploration').and(page.locator('[aria-label*="not started"]')).waitFor();
    await runCommand(page, 'Holdout: Sign Off Stage');
    await quickRow(page, 'Exploration').click();
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Sign Off' }).click();
    await page.locator('.quick-input-widget:visible').getByText('Sign off Exploration').waitFor();
    await page.keyboard.press('Enter');
    await treeRow(page, 'Exploration').and(page.locator('[aria-label*="done"]')).waitFor();
    const text = manifest(folder);
    expect(text.slice(text.indexOf('exploration:'))).toMatch(
      /signed_off:[^\n]*by: tester|signed_off:\s*\n\s+on: .*\n\s+by: tester/,
    );
    expect(text).toContain('# An interview is planned.');
  });

  it('ticks what no machine can tell, from its menu', async () => {
    const { page, folder } = await openTracker();
    await expandRow(page, 'Data collection');
    await chooseFromMenu(page, treeRow(page, 'Label reliability'), 'Tick Criterion');
    await treeRow(page, 'Label reliability').and(page.locator('[aria-label*="Ticked by tester"]')).waitFor();
    expect(manifest(folder)).toMatch(/by: tester/);
  });

  it('follows a metrics file that another program writes', async () => {
    const { page, folder } = await openTracker();
    await expandRow(page, 'Evaluation');
    const met = treeRow(page, 'Targets met');
    await met.waitFor();
    expect(await met.getAttribute('aria-label')).toContain('recall');
    const better = { split: 'test', n: 20000, accuracy: 0.97, recall: 0.99 };
    writeFileSync(join(folder, 'reports/metrics.json'), JSON.stringify(better));
    await met.and(page.locator('[aria-label*=", met"]')).waitFor();
  });
});

async function openTracker() {
  const window = await vscode.open(project());
  await openView(window.page, 'Holdout');
  await treeRow(window.page, 'Problem definition').waitFor();
  return window;
}

async function stageTitles(page: Page): Promise<string[]> {
  return page.locator('.sidebar .monaco-list-row[aria-level="1"] .label-name').allInnerTexts();
}

function manifest(folder: string): string {
  return readFileSync(join(folder, 'holdout.yaml'), 'utf8');
}
