import * as vscode from 'vscode';
import type { Filter } from '../../contributes/filters';
import { CONTEXTS, TRACKER } from '../../contributes/views';
import type { Projects } from '../projects';
import type { TreeMemory } from './memory';
import { createTreeMemory } from './memory';
import { trackerNodes } from './project';
import { TrackerProvider } from './provider';
import type { Row } from './rows';
import { summaryOf } from './summary';

/** The tracker in the sidebar. */
export interface Tracker {
  /** Selects a row, by its id, and brings it into view; a filter that leaves it out is taken away. */
  reveal(id: string): Promise<void>;
  /** Shows all criteria, or some; remembered for this workspace. */
  filterBy(filter: Filter): Promise<void>;
  /** The selected row, where there is exactly one. */
  readonly selected: Row | undefined;
  readonly onDidTick: vscode.Event<{ readonly row: Row; readonly checked: boolean }>;
  /** Draws a row anew, so that a box that could not be ticked shows the truth again. */
  redraw(row: Row): void;
}

type View = vscode.TreeView<Row>;

export function createTracker(
  projects: Projects,
  store: vscode.Memento,
  subscriptions: vscode.Disposable[],
): Tracker {
  const memory = createTreeMemory(store);
  const provider = new TrackerProvider(projects, {
    nodes: () => {
      const { projects: all, unreadable } = projects.shown;
      return trackerNodes(all, { unreadable, filter: memory.filter, folderOf });
    },
    wasOpen: id => memory.wasOpen(id),
  });
  const view: View = vscode.window.createTreeView(TRACKER.id, {
    treeDataProvider: provider,
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  const ticked = new vscode.EventEmitter<{ row: Row; checked: boolean }>();
  const draw = (): void => {
    provider.renew();
    dress(view, projects, memory.filter);
  };
  const filterBy = async (filter: Filter): Promise<void> => {
    memory.filter = filter;
    draw();
    await vscode.commands.executeCommand('setContext', CONTEXTS.filter, filter);
  };
  void filterBy(memory.filter);
  subscriptions.push(
    provider,
    view,
    ticked,
    projects.onDidChange(draw),
    followUser(view, provider, memory, projects),
    view.onDidChangeCheckboxState(({ items }) => {
      const { Checked } = vscode.TreeItemCheckboxState;
      for (const [row, state] of items) ticked.fire({ row, checked: state === Checked });
    }),
  );
  return {
    reveal: async id => {
      if (!provider.find(id) && memory.filter !== 'all') await filterBy('all');
      const row = provider.find(id);
      if (row) await view.reveal(row, { select: true, focus: true, expand: true });
    },
    filterBy,
    get selected() {
      return view.selection.length === 1 ? view.selection[0] : undefined;
    },
    onDidTick: ticked.event,
    redraw: row => provider.redraw(row),
  };
}

/** Remembers what the user opens, closes and selects, and selects it again after a reload. */
function followUser(
  view: View,
  provider: TrackerProvider,
  memory: TreeMemory,
  projects: Projects,
): vscode.Disposable {
  let last = memory.selected;
  const selectAgain = (): void => {
    const row = last === undefined || projects.phase !== 'ready' ? undefined : provider.find(last);
    // Revealing a row opens its view, which is for the user to do.
    if (!row || !view.visible) return;
    last = undefined;
    void view.reveal(row, { select: true, focus: false, expand: false });
  };
  return vscode.Disposable.from(
    view.onDidExpandElement(({ element }) => memory.setOpen(element.id, true)),
    view.onDidCollapseElement(({ element }) => memory.setOpen(element.id, false)),
    view.onDidChangeSelection(({ selection: [row] }) => {
      if (row) memory.selected = row.id;
    }),
    view.onDidChangeVisibility(selectAgain),
    projects.onDidChange(selectAgain),
  );
}

/** The view's header and badge, and what is said above rows that are no longer followed. */
function dress(view: View, projects: Projects, filter: Filter): void {
  const { title, description, badge } = summaryOf(projects.all, projects.active, filter);
  view.title = title;
  view.description = description;
  view.badge = badge;
  const stale = projects.phase === 'failed' && projects.all.length > 0;
  view.message = stale ? STALE : '';
}

const STALE = 'The Holdout server stopped; this is how things stood. Refresh starts it again.';

function folderOf(file: string): string {
  const { path } = vscode.Uri.joinPath(vscode.Uri.file(file), '..');
  return vscode.workspace.asRelativePath(path);
}
