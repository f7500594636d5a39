import * as vscode from 'vscode';
import { commandName } from '../contributes/commands';
import type { Projects } from './projects';
import { summaryOf } from './tree/summary';

/** One item at the left: how far the active project is. Hidden while there is no project. */
export function createStatusBar(projects: Projects): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('holdout.progress', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Holdout Progress';
  item.command = commandName('nextStep');
  const draw = (): void => {
    const { statusBar } = summaryOf(projects.all, projects.active);
    if (!statusBar) return item.hide();
    item.text = statusBar.text;
    item.tooltip = statusBar.tooltip;
    item.accessibilityInformation = { label: statusBar.spoken, role: 'button' };
    item.show();
  };
  return vscode.Disposable.from(item, projects.onDidChange(draw));
}
