import { describe, expect, it } from 'vitest';
import { expandRow, openView, runCommand, treeRow } from '../harness/workbench';
import { writeWorkspace } from '../harness/workspace';
import { useVsCode } from './vscode';

const vscode = useVsCode();

const MANIFEST = `version: 1
name: Churn
lifecycle: nine-stage
problem: { decision: Whom to call, baseline: none, cost: { false_positive: 1 } }
stages:
  problem-definition:
    signed_off: { on: 2026-09-01, by: ada }
    criteria: { baseline: { waived: no system before } }
`;

describe('the tracker', () => {
  it('shows what fails alone, says so, and shows the next step whatever is filtered', async () => {
    const { page } = await vscode.open(writeWorkspace('churn', { 'holdout.yaml': MANIFEST }));
    await openView(page, 'Holdout');
    // Signed off and unmet again, it is marked: colour and count come by an address of its own.
    const stage = treeRow(page, 'Problem definition');
    await stage.and(page.locator('[aria-label*="reopened"]')).waitFor();
    await stage
      .locator('.monaco-icon-label')
      .and(page.locator('[class*="monaco-decoration"]'))
      .first()
      .waitFor();
    await expandRow(page, 'Problem definition');
    await treeRow(page, 'Decision').waitFor();

    await runCommand(page, 'Holdout: Show Failing Criteria');
    await page
      .locator('.sidebar .title-label, .sidebar .composite.title')
      .getByText(/failing/i)
      .first()
      .waitFor();
    await treeRow(page, 'Decision').waitFor({ state: 'detached' });
    await treeRow(page, 'Required level').waitFor();

    await runCommand(page, 'Holdout: Reveal Next Step');
    const next = treeRow(page, 'Required level');
    await next.and(page.locator('.selected')).waitFor();

    await runCommand(page, 'Holdout: Show All Criteria');
    await treeRow(page, 'Decision').waitFor();
  });

  it('keeps the filter over a reload', async () => {
    const window = await vscode.open(writeWorkspace('churn', { 'holdout.yaml': MANIFEST }));
    await openView(window.page, 'Holdout');
    await treeRow(window.page, 'Problem definition').waitFor();
    await runCommand(window.page, 'Holdout: Show Failing Criteria');
    await treeRow(window.page, 'Decision').waitFor({ state: 'detached' });
    const again = await window.again();
    await openView(again, 'Holdout');
    await treeRow(again, 'Required level').waitFor();
    expect(await treeRow(again, 'Decision').count()).toBe(0);
  });
});

describe('the walkthrough', () => {
  it('opens from the palette, with its steps', async () => {
    const { page } = await vscode.open(writeWorkspace('churn', { 'train.py': '' }));
    await openView(page, 'Holdout');
    await runCommand(page, 'Holdout: Open Walkthrough');
    const steps = page.locator('.getting-started-step .step-title');
    await steps.first().waitFor();
    expect(await steps.count()).toBe(5);
  });
});
