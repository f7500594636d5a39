import type { CommandId } from './commands';
import { commandName } from './commands';

/** The view container in the activity bar, its one view, and what the view says while it is empty. */
export const CONTAINER = { id: 'holdout', title: 'Holdout', icon: 'media/holdout.svg' } as const;

export const TRACKER = {
  id: 'holdout.tracker',
  name: 'Stages',
  contextualTitle: 'Holdout',
  icon: 'media/holdout.svg',
} as const;

/** The view type of the metric report's panel. */
export const REPORT_PANEL = 'holdout.report';
/** The report of runs that no manifest selects. */
export const FILE_PANEL = 'holdout.fileReport';

/** The view type of the history's panel. */
export const HISTORY_PANEL = 'holdout.history';

/** The view type of the panel that compares runs. */
export const COMPARE_PANEL = 'holdout.compare';

/** The scheme of the read-only documents that hold a rule's page. */
export const RULE_SCHEME = 'holdout-rule';

/** What `when` clauses can ask, set by the extension. */
export const CONTEXTS = {
  /** `loading` until the server has answered once, then `ready`; `failed` when it cannot run. */
  state: 'holdout.state',
  hasProject: 'holdout.hasProject',
  projectCount: 'holdout.projectCount',
  /** Which criteria the tracker shows: `all`, `open` or `failing`. */
  filter: 'holdout.filter',
} as const;

export interface WelcomeRow {
  readonly contents: string;
  readonly when: string;
}

const link = (text: string, id: CommandId): string => `[${text}](command:${commandName(id)})`;

const NO_PROJECT = 'holdout.state == ready && !holdout.hasProject';

export const WELCOME: readonly WelcomeRow[] = [
  {
    when: 'workspaceFolderCount == 0',
    contents:
      'Holdout follows a machine learning project that lies in a folder.\n[Open Folder](command:workbench.action.files.openFolder)',
  },
  {
    when: `workspaceFolderCount > 0 && ${NO_PROJECT}`,
    contents: [
      'Where does your machine learning project stand, and can its numbers be believed?',
      'A manifest, holdout.yaml, names the lifecycle that the project follows. Holdout answers each stage’s criteria from the files that are already there: metrics, notebooks, documents, findings in the code.',
      link('Create Manifest', 'createManifest'),
      `New here? ${link('Open the walkthrough', 'openWalkthrough')}.`,
      `Python files and notebooks are linted without one. ${link('Lint the workspace', 'lintWorkspace')} to see every finding.`,
    ].join('\n'),
  },
  {
    when: `workspaceFolderCount > 0 && ${NO_PROJECT} && !isWorkspaceTrusted`,
    contents:
      'This workspace is in restricted mode. Holdout reads and draws as usual; it never runs its code.',
  },
  {
    // Shown where the tree is empty, as every welcome text is.
    when: 'holdout.state == ready && holdout.hasProject && holdout.filter == open',
    contents: `Nothing is open: every criterion is met or waived.\n${link('Show all criteria', 'showAll')}`,
  },
  {
    when: 'holdout.state == ready && holdout.hasProject && holdout.filter == failing',
    contents: `No criterion is unmet.\n${link('Show all criteria', 'showAll')}`,
  },
  {
    when: 'holdout.state == failed',
    contents: [
      'The Holdout server stopped, so there is nothing to show.',
      `${link('Show the output', 'showOutput')} for the reason, or ${link('start it again', 'refresh')}.`,
    ].join('\n'),
  },
];
