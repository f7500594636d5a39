import { COMPARE_PANEL, FILE_PANEL, HISTORY_PANEL, REPORT_PANEL } from './views';

/**
 * When VS Code loads the extension, beside its views and commands, which VS Code adds itself. No pattern searches the
 * tree (`**`): a manifest lies in a workspace folder or one level below, and deeper ones are found once we run.
 */
export const ACTIVATION_EVENTS: readonly string[] = [
  'workspaceContains:holdout.yaml',
  'workspaceContains:*/holdout.yaml',
  'onLanguage:python',
  'onNotebook:jupyter-notebook',
  `onWebviewPanel:${REPORT_PANEL}`,
  `onWebviewPanel:${FILE_PANEL}`,
  `onWebviewPanel:${HISTORY_PANEL}`,
  `onWebviewPanel:${COMPARE_PANEL}`,
];

/** What works where: a command of the workspace runs only where it is trusted and when asked for; files are read from disk. */
export const CAPABILITIES_OF_EXTENSION = {
  untrustedWorkspaces: {
    supported: 'limited',
    description:
      'Everything that reads works: the tracker, findings and reports. Commands of a manifest do not run, and neither Git nor a tracking server is asked.',
  },
  virtualWorkspaces: {
    supported: false,
    description: 'The language server reads the project from disk.',
  },
} as const;

export const CATEGORIES = [
  'Linters',
  'Machine Learning',
  'Data Science',
  'Visualization',
  'Testing',
] as const;
export const KEYWORDS = ['machine learning', 'data leakage', 'mlops', 'notebook', 'linter'] as const;
