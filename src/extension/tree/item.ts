import * as vscode from 'vscode';
import { OPEN_PLACE } from '../../contributes/commands';
import { rowUri } from './decorations';
import { tooltipMarkdown } from './markdown';
import type { Icon, TreeNode } from './node';

const NONE = vscode.TreeItemCollapsibleState.None;
const OPEN = vscode.TreeItemCollapsibleState.Expanded;
const CLOSED = vscode.TreeItemCollapsibleState.Collapsed;

/** Draws a row; `wasOpen` is how the user left it. */
export function treeItem(node: TreeNode, wasOpen: boolean | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, collapsible(node, wasOpen ?? node.expanded));
  item.id = node.id;
  item.description = node.description;
  item.iconPath = themeIcon(node.icon);
  if (node.decoration) item.resourceUri = rowUri(node.id, node.decoration);
  item.tooltip = tooltip(node);
  item.contextValue = node.capabilities.join(' ');
  item.accessibilityInformation = { label: node.spoken, role: 'treeitem' };
  if (node.checked !== undefined) item.checkboxState = checkbox(node.label, node.checked);
  if (node.place) item.command = { command: OPEN_PLACE, title: 'Go to Evidence', arguments: [node.place] };
  return item;
}

function collapsible({ children }: TreeNode, open: boolean): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return NONE;
  return open ? OPEN : CLOSED;
}

/** Its only links are our own. */
function tooltip(node: TreeNode): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(tooltipMarkdown(node.tooltip));
  markdown.isTrusted = { enabledCommands: [OPEN_PLACE] };
  return markdown;
}

function themeIcon({ name, color }: Icon): vscode.ThemeIcon {
  return color ? new vscode.ThemeIcon(name, new vscode.ThemeColor(color)) : new vscode.ThemeIcon(name);
}

function checkbox(label: string, checked: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  return {
    state: checked ? Checked : Unchecked,
    tooltip: checked ? 'Untick' : 'Tick',
    accessibilityInformation: { label: `${label}, ${checked ? 'ticked' : 'not ticked'}`, role: 'checkbox' },
  };
}
