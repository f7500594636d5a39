import type * as vscode from 'vscode';
import type { Checks } from './checks';
import type { Credentials } from './credentials';
import type { Server } from './client';
import type { ComparePanels } from './panels/comparison';
import type { ReportPanels } from './panels/panels';
import type { Projects } from './projects';
import type { Tracker } from './tree/tracker';

/** What commands work with. Made once, in `main.ts`. */
export interface App {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly projects: Projects;
  readonly tracker: Tracker;
  readonly reports: ReportPanels;
  /** Reports of files and folders that no manifest selects, by their paths. */
  readonly fileReports: ReportPanels;
  readonly checks: Checks;
  readonly credentials: Credentials;
  readonly histories: ReportPanels;
  readonly comparisons: ComparePanels;
  readonly log: vscode.LogOutputChannel;
}
