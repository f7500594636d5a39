/**
 * Every command a user can run: the palette, menus, keybindings and package.json know no other. The extension has one
 * handler per row (`extension/commands/table.ts`), which the compiler checks.
 */

/** What the palette calls the family: `Holdout: Open Metric Report`. */
export const CATEGORY = 'Holdout';

export interface CommandRow {
  /** In title case, without the category. */
  readonly title: string;
  /** A codicon's name. */
  readonly icon: string;
  /** When the palette offers it. */
  readonly when: string;
}

const HAS_FOLDER = 'workspaceFolderCount > 0';
const HAS_PROJECT = 'holdout.hasProject';

export const COMMANDS = {
  createManifest: { title: 'Create Manifest', icon: 'new-file', when: HAS_FOLDER },
  openManifest: { title: 'Open Manifest', icon: 'go-to-file', when: HAS_PROJECT },
  openReport: { title: 'Open Metric Report', icon: 'graph', when: HAS_PROJECT },
  compareRuns: { title: 'Compare Runs…', icon: 'git-compare', when: HAS_PROJECT },
  showMetrics: { title: 'Show Metrics in This File', icon: 'graph', when: 'false' },
  exportReport: { title: 'Export Report…', icon: 'export', when: HAS_PROJECT },
  copyReport: { title: 'Copy Report as Markdown', icon: 'copy', when: HAS_PROJECT },
  createModelCard: { title: 'Create Model Card', icon: 'note', when: HAS_PROJECT },
  showHistory: { title: 'Show History', icon: 'history', when: HAS_PROJECT },
  showLedger: { title: 'Show Test-Set Ledger', icon: 'eye', when: HAS_PROJECT },
  sealTargets: { title: 'Seal Targets', icon: 'lock', when: HAS_PROJECT },
  nextStep: { title: 'Go to Next Step', icon: 'milestone', when: HAS_PROJECT },
  revealNextStep: { title: 'Reveal Next Step', icon: 'target', when: HAS_PROJECT },
  showAll: { title: 'Show All Criteria', icon: 'list-tree', when: HAS_PROJECT },
  showOpen: { title: 'Show Open Criteria', icon: 'circle-large-outline', when: HAS_PROJECT },
  showFailing: { title: 'Show Failing Criteria', icon: 'error', when: HAS_PROJECT },
  refresh: { title: 'Refresh', icon: 'refresh', when: HAS_FOLDER },
  lintWorkspace: { title: 'Lint Workspace', icon: 'checklist', when: HAS_FOLDER },
  explainRule: { title: 'Explain Rule', icon: 'book', when: 'true' },
  signOff: { title: 'Sign Off Stage', icon: 'verified', when: HAS_PROJECT },
  reopen: { title: 'Reopen Stage', icon: 'issue-reopened', when: HAS_PROJECT },
  tick: { title: 'Tick Criterion', icon: 'pass', when: HAS_PROJECT },
  toggleTick: { title: 'Tick or Untick Criterion', icon: 'checklist', when: 'false' },
  untick: { title: 'Untick Criterion', icon: 'circle-large-outline', when: HAS_PROJECT },
  waive: { title: 'Waive Criterion', icon: 'circle-slash', when: HAS_PROJECT },
  unwaive: { title: 'Withdraw Waiver', icon: 'discard', when: HAS_PROJECT },
  explainCriterion: { title: 'Explain Criterion', icon: 'book', when: 'false' },
  copyMarkdown: { title: 'Copy as Markdown', icon: 'copy', when: HAS_PROJECT },
  runCheck: { title: 'Run Check…', icon: 'play', when: HAS_PROJECT },
  allowHost: { title: 'Allow Host', icon: 'globe', when: HAS_PROJECT },
  setCredentials: { title: 'Set MLflow Credentials', icon: 'key', when: HAS_PROJECT },
  addJournalEntry: { title: 'Add Journal Entry', icon: 'notebook', when: HAS_PROJECT },
  exportJournal: { title: 'Export Journal', icon: 'export', when: HAS_PROJECT },
  buildOrBuy: { title: 'Build or Buy…', icon: 'question', when: HAS_PROJECT },
  openEvidence: { title: 'Go to Evidence', icon: 'link-external', when: HAS_PROJECT },
  pickProject: { title: 'Pick Project', icon: 'project', when: 'holdout.projectCount > 1' },
  openWalkthrough: { title: 'Open Walkthrough', icon: 'mortar-board', when: 'true' },
  showOutput: { title: 'Show Output', icon: 'output', when: 'true' },
} as const satisfies Record<string, CommandRow>;

export type CommandId = keyof typeof COMMANDS;

/** The command behind a code lens: shows a row of the tracker. Not in the palette. */
export const REVEAL_ROW = 'holdout.revealRow';

/** The id that VS Code knows a command by. */
export function commandName(id: CommandId): `holdout.${CommandId}` {
  return `holdout.${id}`;
}

/** The command behind a row of the tracker and the links in its tooltip; it takes a place. Not in the palette. */
export const OPEN_PLACE = 'holdout.openPlace';
