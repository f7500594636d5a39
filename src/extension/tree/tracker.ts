import * as vscode from 'vscode';
import { TRACKER } from '../../contributes/views';
import type { Projects } from '../projects';
import type { TreeNode } from './node';
import { TrackerProvider } from './provider';
import { summaryOf } from './summary';

/** The tracker in the sidebar. */
export interface Tracker {
  /** Selects a row, by its id, and brings it into view. */
  reveal(id: string): Promise<void>;
  readonly onDidTick: vscode.Event<{ readonly node: TreeNode; readonly checked: boolean }>;
  /** Draws all rows anew, so that a box that could not be ticked shows the truth again. */
  redraw(): void;
}

export function createTracker(projects: Projects, subscriptions: vscode.Disposable[]): Tracker {
  const provider = new TrackerProvider(projects);
  const view = vscode.window.createTreeView(TRACKER.id, {
    treeDataProvider: provider,
    manageCheckboxStateManually: true,
  });
  const ticked = new vscode.EventEmitter<{ node: TreeNode; checked: boolean }>();
  subscriptions.push(
    provider,
    view,
    ticked,
    projects.onDidChange(() => dress(view, projects)),
    view.onDidChangeCheckboxState(({ items }) => {
      const { Checked } = vscode.TreeItemCheckboxState;
      for (const [node, state] of items) ticked.fire({ node, checked: state === Checked });
    }),
  );
  return {
    reveal: async id => {
      const node = provider.find(id);
      if (node) await view.reveal(node, { select: true, focus: true, expand: true });
    },
    onDidTick: ticked.event,
    redraw: () => provider.redraw(),
  };
}

/** The view's header and badge, and what is said above rows that are no longer followed. */
function dress(view: vscode.TreeView<TreeNode>, projects: Projects): void {
  const { title, description, badge } = summaryOf(projects.all, projects.active);
  view.title = title;
  view.description = description;
  view.badge = badge;
  const stale = projects.phase === 'failed' && projects.all.length > 0;
  view.message = stale ? STALE : '';
}

const STALE = 'The Holdout server stopped; this is how things stood. Refresh starts it again.';
