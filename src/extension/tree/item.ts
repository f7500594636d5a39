import * as vscode from 'vscode';
import { OPEN_PLACE } from '../places';
import { tooltipMarkdown } from './markdown';
import type { Icon, TreeNode } from './node';

const NONE = vscode.TreeItemCollapsibleState.None;
const OPEN = vscode.TreeItemCollapsibleState.Expanded;
const CLOSED = vscode.TreeItemCollapsibleState.Collapsed;

/** Draws a row. */
export function treeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, collapsible(node));
  item.id = node.id;
  item.description = node.description;
  item.iconPath = themeIcon(node.icon);
  item.tooltip = new vscode.MarkdownString(tooltipMarkdown(node.tooltip));
  item.contextValue = node.capabilities.join(' ');
  item.accessibilityInformation = { label: node.spoken, role: 'treeitem' };
  if (node.checked !== undefined) item.checkboxState = checkbox(node.label, node.checked);
  if (node.place) item.command = { command: OPEN_PLACE, title: 'Go to Evidence', arguments: [node.place] };
  return item;
}

function collapsible({ children, expanded }: TreeNode): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return NONE;
  return expanded ? OPEN : CLOSED;
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
