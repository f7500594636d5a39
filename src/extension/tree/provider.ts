import * as vscode from 'vscode';
import type { Projects } from '../projects';
import { treeItem } from './item';
import type { TreeNode } from './node';
import type { Row } from './rows';
import { createRows } from './rows';

export interface ProviderOptions {
  /** The tree as it is to be drawn now. */
  readonly nodes: () => readonly TreeNode[];
  /** Did the user leave the row open, or closed, when it was last seen? */
  readonly wasOpen: (id: string) => boolean | undefined;
}

/** Serves the rows as they stand; holds nothing but the rows last made. Only what changed is drawn again. */
export class TrackerProvider implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Row[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly rows = createRows();

  constructor(
    private readonly projects: Projects,
    private readonly options: ProviderOptions,
  ) {}

  getTreeItem(row: Row): vscode.TreeItem {
    const node = this.rows.node(row);
    return node ? treeItem(node, this.options.wasOpen(row.id)) : new vscode.TreeItem('');
  }

  /** The roots wait for the server's first answer, so that VS Code shows its own progress and not the welcome text. */
  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...this.rows.children(row)];
    await this.projects.settled();
    return [...this.rows.roots];
  }

  getParent(row: Row): Row | undefined {
    return this.rows.parent(row);
  }

  /** The row of a project, a stage or a criterion; none where the filter leaves it out. */
  find(id: string): Row | undefined {
    return this.rows.find(id);
  }

  /** Draws what is different now. */
  renew(): void {
    const changed = this.rows.renew(this.options.nodes());
    if (changed === 'all') this.changed.fire(undefined);
    else if (changed.length > 0) this.changed.fire([...changed]);
  }

  /** Draws one row as it is, whatever VS Code has made of it. */
  redraw(row: Row): void {
    this.changed.fire([row]);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
