import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openView, remembered, runCommand, tab, treeRow, webview } from '../harness/workbench';
import { project } from './project';
import type { Window } from './vscode';
import { useVsCode } from './vscode';

const vscode = useVsCode();

describe('the metric report', () => {
  it('shows every metric of the manifest with its verdict, and breaks no policy', async () => {
    const { page, violations } = await openReport();
    const table = webview(page).locator('table.metrics');
    const rows = await table.locator('tbody tr:first-child').allInnerTexts();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/accuracy[\s\S]*0\.925/);
    expect(rows[1]).toMatch(/recall[\s\S]*0\.9/);
    expect(violations).toEqual([]);
  });

  it('leads from a value to its line', async () => {
    const { page } = await openReport();
    await webview(page)
      .getByText(/metrics\.json:4/)
      .first()
      .click();
    await tab(page, 'metrics.json').waitFor();
    await page.locator('.part.statusbar').getByText(/Ln 4,/).waitFor();
  });

  it('is drawn anew when a metrics file changes', async () => {
    const { page, folder } = await openReport();
    writeMetrics(folder, 0.985);
    await webview(page).locator('table.metrics').getByText('0.985').first().waitFor();
  });

  it('is there again after a restart, with the same tab and new numbers', async () => {
    const { page, folder, violations, again } = await openReport();
    await webview(page)
      .getByRole('tab', { name: /Sources/ })
      .click();
    await webview(page).getByRole('tabpanel').getByText('reports/metrics.json').first().waitFor();
    await remembered(page, /webview-holdout\.report.*?tab\W+sources/i);
    writeMetrics(folder, 0.985);
    const restarted = await again();
    await tab(restarted, 'Metrics: Leaf size').waitFor();
    const frame = webview(restarted);
    await frame.getByRole('tabpanel').getByText('reports/metrics.json').first().waitFor();
    await frame.getByRole('tab', { name: /Overview/ }).click();
    await frame.locator('table.metrics').getByText('0.985').first().waitFor();
    expect(violations).toEqual([]);
  });
});

async function openReport(): Promise<Window> {
  const window = await vscode.open(project());
  const { page } = window;
  await openView(page, 'Holdout');
  await treeRow(page, 'Problem definition').waitFor();
  await runCommand(page, 'Holdout: Open Metric Report');
  await webview(page).locator('table.metrics').waitFor();
  return window;
}

function writeMetrics(folder: string, accuracy: number): void {
  const metrics = { split: 'test', n: 200, accuracy, recall: 0.9 };
  writeFileSync(join(folder, 'reports/metrics.json'), JSON.stringify(metrics, null, 2));
}
