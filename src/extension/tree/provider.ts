import * as vscode from 'vscode';
import type { Projects } from '../projects';
import { treeItem } from './item';
import type { TreeNode } from './node';
import { trackerNodes } from './project';

/** Serves the rows of the projects as they stand; holds nothing but the rows last made. */
export class TrackerProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: readonly TreeNode[] = [];
  private parents = new Map<string, TreeNode>();
  private readonly listener: vscode.Disposable;

  constructor(private readonly projects: Projects) {
    this.listener = projects.onDidChange(() => {
      this.renew();
      this.changed.fire();
    });
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node);
  }

  /** The roots wait for the server's first answer, so that VS Code shows its own progress and not the welcome text. */
  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...node.children];
    await this.projects.settled();
    return [...this.roots];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.parents.get(node.id);
  }

  /** The row of a stage or a criterion. */
  find(id: string): TreeNode | undefined {
    return everyNode(this.roots).find(node => node.id === id);
  }

  redraw(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  private renew(): void {
    this.roots = trackerNodes(this.projects.all);
    this.parents = new Map(
      everyNode(this.roots).flatMap(parent => parent.children.map(child => [child.id, parent])),
    );
  }
}

function everyNode(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap(node => [node, ...everyNode(node.children)]);
}
