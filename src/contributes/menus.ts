import type { CommandId } from './commands';
import { FILTERS } from './filters';
import { COMPARE_PANEL, HISTORY_PANEL, REPORT_PANEL, TRACKER } from './views';

/** Where a command stands beside the palette; or a submenu, by its id. */
export interface MenuRow {
  readonly command?: CommandId;
  readonly submenu?: string;
  readonly when: string;
  readonly group: string;
}

/**
 * What can be done with a row of the tracker. A row's context value is the list of what applies to it, so that a menu
 * asks for a word of it.
 */
export const CAPABILITIES = [
  'signOff',
  'signOffNow',
  'reopen',
  'tick',
  'untick',
  'waive',
  'unwaive',
  'openEvidence',
  'openManifest',
  'openReport',
  'explain',
  'runCheck',
  'showHistory',
  'showLedger',
  'addJournalEntry',
  'allowHost',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** The filter's menu in the view's title: the filled funnel says that something is left out. */
export const SUBMENUS = {
  filter: { id: 'holdout.filterMenu', label: 'Filter Criteria', icon: '$(filter)' },
  filtered: { id: 'holdout.filteredMenu', label: 'Filter Criteria', icon: '$(filter-filled)' },
} as const;

const IN_TRACKER = `view == ${TRACKER.id}`;
const IN_PAGE = [REPORT_PANEL, HISTORY_PANEL, COMPARE_PANEL]
  .map(id => `activeWebviewPanelId == ${id}`)
  .join(' || ');
const IN_REPORT = `activeWebviewPanelId == ${REPORT_PANEL}`;
const IN_COMPARE = `activeWebviewPanelId == ${COMPARE_PANEL}`;
/** Files that readers of metrics know by their endings, and folders of runs. */
const MAY_HOLD_METRICS =
  '(explorerResourceIsFolder || resourceExtname =~ /^\\.(json|jsonl|ya?ml|toml|csv|tsv|txt|db|sqlite|wandb|md)$/ || resourceFilename =~ /tfevents/) && resourceFilename != holdout.yaml';
const IS_MANIFEST = 'resourceFilename == holdout.yaml';

const row = (capability: Capability): string => `${IN_TRACKER} && viewItem =~ /\\b${capability}\\b/`;

/** Every filter but the one that is on. */
const FILTER_ROWS = Object.entries(FILTERS).map(([filter, { command }], index) => ({
  command,
  when: `holdout.filter != ${filter}`,
  group: `1_filter@${index + 1}`,
}));

export const MENUS = {
  'view/title': [
    { command: 'nextStep', when: `${IN_TRACKER} && holdout.hasProject`, group: 'navigation@1' },
    { command: 'openReport', when: `${IN_TRACKER} && holdout.hasProject`, group: 'navigation@2' },
    {
      submenu: SUBMENUS.filter.id,
      when: `${IN_TRACKER} && holdout.hasProject && holdout.filter == all`,
      group: 'navigation@3',
    },
    {
      submenu: SUBMENUS.filtered.id,
      when: `${IN_TRACKER} && holdout.hasProject && holdout.filter != all`,
      group: 'navigation@3',
    },
    { command: 'lintWorkspace', when: `${IN_TRACKER} && workspaceFolderCount > 0`, group: '1_project@0' },
    { command: 'openManifest', when: `${IN_TRACKER} && holdout.hasProject`, group: '1_project@1' },
    { command: 'compareRuns', when: `${IN_TRACKER} && holdout.hasProject`, group: '1_project@2' },
    { command: 'showHistory', when: `${IN_TRACKER} && holdout.hasProject`, group: '1_project@3' },
    { command: 'showLedger', when: `${IN_TRACKER} && holdout.hasProject`, group: '1_project@4' },
    { command: 'sealTargets', when: `${IN_TRACKER} && holdout.hasProject`, group: '1_project@5' },
    { command: 'pickProject', when: `${IN_TRACKER} && holdout.projectCount > 1`, group: '1_project@6' },
    { command: 'createManifest', when: `${IN_TRACKER} && workspaceFolderCount > 0`, group: '1_project@7' },
    { command: 'setCredentials', when: `${IN_TRACKER} && holdout.hasProject`, group: '1_project@8' },
    { command: 'refresh', when: IN_TRACKER, group: '2_help@1' },
    { command: 'openWalkthrough', when: IN_TRACKER, group: '2_help@2' },
    { command: 'showOutput', when: IN_TRACKER, group: '2_help@3' },
  ],
  'view/item/context': [
    { command: 'signOff', when: row('signOffNow'), group: 'inline@1' },
    { command: 'reopen', when: row('reopen'), group: 'inline@2' },
    { command: 'waive', when: row('waive'), group: 'inline@1' },
    { command: 'unwaive', when: row('unwaive'), group: 'inline@1' },
    { command: 'openEvidence', when: row('openEvidence'), group: 'inline@2' },
    { command: 'openReport', when: row('openReport'), group: 'inline@1' },
    { command: 'openManifest', when: row('openManifest'), group: 'inline@2' },
    { command: 'runCheck', when: row('runCheck'), group: 'inline@3' },
    { command: 'allowHost', when: row('allowHost'), group: 'inline@1' },
    { command: 'allowHost', when: row('allowHost'), group: '1_go@0' },
    { command: 'runCheck', when: row('runCheck'), group: '1_go@0' },
    { command: 'openEvidence', when: row('openEvidence'), group: '1_go@1' },
    { command: 'openReport', when: row('openReport'), group: '1_go@1' },
    { command: 'openManifest', when: row('openManifest'), group: '1_go@2' },
    { command: 'showHistory', when: row('showHistory'), group: '1_go@4' },
    { command: 'showLedger', when: row('showLedger'), group: 'inline@1' },
    { command: 'showLedger', when: row('showLedger'), group: '1_go@1' },
    { command: 'explainCriterion', when: row('explain'), group: '1_go@3' },
    { command: 'addJournalEntry', when: row('addJournalEntry'), group: '1_go@4' },
    { command: 'signOff', when: row('signOff'), group: '2_decide@1' },
    { command: 'reopen', when: row('reopen'), group: '2_decide@2' },
    { command: 'tick', when: row('tick'), group: '2_decide@3' },
    { command: 'untick', when: row('untick'), group: '2_decide@4' },
    { command: 'waive', when: row('waive'), group: '2_decide@5' },
    { command: 'unwaive', when: row('unwaive'), group: '2_decide@6' },
    { command: 'copyMarkdown', when: IN_TRACKER, group: '3_copy@1' },
  ],
  [SUBMENUS.filter.id]: FILTER_ROWS,
  [SUBMENUS.filtered.id]: FILTER_ROWS,
  'explorer/context': [
    { command: 'compareRuns', when: 'explorerResourceIsFolder && holdout.hasProject', group: '4_holdout@2' },
    { command: 'showMetrics', when: MAY_HOLD_METRICS, group: '4_holdout@1' },
  ],
  'editor/title': [
    { command: 'openReport', when: `${IS_MANIFEST} && holdout.hasProject`, group: 'navigation' },
    { command: 'openManifest', when: IN_PAGE, group: 'navigation' },
    { command: 'compareRuns', when: IN_COMPARE, group: 'navigation' },
    { command: 'exportReport', when: IN_REPORT, group: '1_export@1' },
    { command: 'copyReport', when: IN_REPORT, group: '1_export@2' },
    { command: 'createModelCard', when: IN_REPORT, group: '1_export@3' },
  ],
} as const satisfies Record<string, readonly MenuRow[]>;
