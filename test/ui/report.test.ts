import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openView, remembered, runCommand, tab, treeRow, webview } from '../harness/workbench';
import { project } from './project';
import type { Window } from './vscode';
import { useVsCode } from './vscode';

const vscode = useVsCode();

describe('the metric report', () => {
  it('shows every metric of the manifest with its verdict, and breaks no policy', async () => {
    const { page, violations } = await openReport();
    const rows = await verdicts(page).locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/accuracy[\s\S]*0\.925/);
    expect(rows[1]).toMatch(/recall[\s\S]*0\.9/);
    expect(violations).toEqual([]);
  });

  it('leads from a value to its line', async () => {
    const { page } = await openReport();
    await webview(page)
      .getByRole('button', { name: /metrics\.json, line 4/ })
      .first()
      .click();
    await tab(page, 'metrics.json').waitFor();
    await page.locator('.part.statusbar').getByText(/Ln 4,/).waitFor();
  });

  it('is drawn anew when a metrics file changes', async () => {
    const { page, folder } = await openReport();
    writeMetrics(folder, 0.985);
    await verdicts(page).getByText('0.985').first().waitFor();
  });

  it('is there again after a restart, at the same place and with new numbers', async () => {
    const { page, folder, violations, again } = await openReport();
    await webview(page).getByRole('link', { name: 'Where the numbers come from' }).click();
    await remembered(page, /webview-holdout\.report.*?tab\W+provenance/i);
    writeMetrics(folder, 0.985);
    const restarted = await again();
    await tab(restarted, 'Metrics: Leaf size').waitFor();
    await verdicts(restarted).getByText('0.985').first().waitFor();
    expect(
      await webview(restarted)
        .locator('html')
        .evaluate(html => html.scrollTop > 0),
    ).toBe(true);
    expect(violations).toEqual([]);
  });

  it('copies a table as Markdown, and says so', async () => {
    const { page } = await openReport();
    await webview(page)
      .getByRole('button', { name: 'Copy as Markdown: Metrics against their targets' })
      .click();
    await webview(page).getByText('The table is on the clipboard.').waitFor();
  });

  it('saves a chart where it is told to', async () => {
    const { page, folder } = await openReport();
    await webview(page)
      .getByRole('button', { name: /^Save as SVG/ })
      .first()
      .click();
    await page.locator('.quick-input-widget').getByRole('textbox').press('Enter');
    await webview(page)
      .getByText(/^Saved as verdict-intervals\.svg/)
      .waitFor();
    expect(readFileSync(join(folder, 'verdict-intervals.svg'), 'utf8')).toMatch(/^<svg/);
  });
});

function verdicts(page: Page): Locator {
  return webview(page).locator('#at-verdict-table table');
}

async function openReport(): Promise<Window> {
  const window = await vscode.open(project());
  const { page } = window;
  await openView(page, 'Holdout');
  await treeRow(page, 'Problem definition').waitFor();
  await runCommand(page, 'Holdout: Open Metric Report');
  await verdicts(page).waitFor();
  return window;
}

function writeMetrics(folder: string, accuracy: number): void {
  const metrics = { split: 'test', n: 200, accuracy, recall: 0.9 };
  writeFileSync(join(folder, 'reports/metrics.json'), JSON.stringify(metrics, null, 2));
}
