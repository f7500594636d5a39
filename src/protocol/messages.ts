import type { BuildOrBuyAnswers } from '../base/build-or-buy';
import type { CommandOutcome } from '../base/command';
import type { ExportFormat } from '../base/export-format';
import type { Range } from '../base/place';
import type { ProjectState } from '../base/project';
import type { CompareView, CurveDetail, RunChoice } from '../reports/compare/view';
import type { HistoryView } from '../reports/history-view';
import type { ReportView } from '../reports/view';

/**
 * What the language server and the extension say to each other beside the Language Server Protocol. The server
 * computes; the extension draws. Methods are named in {@link METHODS}; every payload is plain data.
 */
export const METHODS = {
  /** Server → client, after every change: all projects as they stand. */
  projects: 'holdout/projects',
  /** Client → server: the same, asked for. */
  getProjects: 'holdout/getProjects',
  /** Client → server: edits that carry out an action on a manifest; the client applies and saves them. */
  act: 'holdout/act',
  /** Client → server: what was acted is saved; note it in the project's history. */
  record: 'holdout/record',
  /** Client → server: the user's name as Git has it. */
  who: 'holdout/who',
  /** Client → server: the user trusts the workspace from now on. */
  trust: 'holdout/trust',
  /** Client → server: what the user keeps for tracking servers, sealed. */
  credentials: 'holdout/credentials',
  /** Client → server: the text of a manifest for a folder, with what was found in it. */
  propose: 'holdout/propose',
  /** Client → server: the metric report of a project. */
  report: 'holdout/report',
  /** Client → server: the projects that read runs from a file or folder. */
  projectsReading: 'holdout/projectsReading',
  /** Client → server: the history of a project, and its test-set ledger. */
  history: 'holdout/history',
  /** Client → server: the metric report of a project in a form that leaves the editor; the client writes it. */
  exportReport: 'holdout/exportReport',
  /** Client → server: the runs of a project, to pick from. */
  runs: 'holdout/runs',
  /** Client → server: some of them side by side. */
  compare: 'holdout/compare',
  /** Client → server: a part of one of their curves, with all its points. */
  curve: 'holdout/curve',
  /** Client → server: the view model of the report of a file or folder, whatever manifests say of it. */
  pathReport: 'holdout/pathReport',
  /** Server → client: a report that is open may have changed. */
  reportChanged: 'holdout/reportChanged',
  /** Client → server: lint every Python file and notebook, with progress; findings become diagnostics. */
  lintWorkspace: 'holdout/lintWorkspace',
  /** Client → server: a rule's page in Markdown. */
  explain: 'holdout/explain',
  /** Client → server: run a command that a criterion asks for. The user has agreed to its words. */
  runCommand: 'holdout/runCommand',
  /** Server → client: what it prints. */
  commandOutput: 'holdout/commandOutput',
  /** Client → server: how commands ended in earlier sessions. */
  rememberCommands: 'holdout/rememberCommands',
  /** Client → server: what to append to the journal for a new entry; the client appends it. */
  journalEntry: 'holdout/journalEntry',
  /** Client → server: the journal as one story. */
  exportJournal: 'holdout/exportJournal',
  /** Client → server: the document of the questionnaire on building or buying; the client writes it. */
  buildOrBuy: 'holdout/buildOrBuy',
  /** Client → server: re-read everything from disk. */
  refresh: 'holdout/refresh',
} as const;

export interface ProjectsMessage {
  readonly projects: readonly ProjectState[];
  /** Manifests that could not be read at all, by path. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/** Something a person decides, written into the manifest. `project` is the manifest's path. */
export type Action = Choice & {
  /** Who decides, for the history, where the manifest does not say. */
  readonly who?: string;
};

type Choice =
  | {
      readonly kind: 'tick';
      readonly project: string;
      readonly stage: string;
      readonly criterion: string;
      readonly by: string;
    }
  | { readonly kind: 'untick'; readonly project: string; readonly stage: string; readonly criterion: string }
  | {
      readonly kind: 'waive';
      readonly project: string;
      readonly stage: string;
      readonly criterion: string;
      readonly reason: string;
    }
  | { readonly kind: 'unwaive'; readonly project: string; readonly stage: string; readonly criterion: string }
  | { readonly kind: 'sign-off'; readonly project: string; readonly stage: string; readonly by: string }
  | { readonly kind: 'reopen'; readonly project: string; readonly stage: string }
  | { readonly kind: 'seal'; readonly project: string; readonly by: string };

/** Either the edits of one file, or why it cannot be done. */
export type ActResult =
  | {
      readonly ok: true;
      readonly file: string;
      readonly edits: readonly { readonly range: Range; readonly newText: string }[];
      /** What to hand back by `record` once the edits are saved; absent where no history is kept. */
      readonly entry?: string;
    }
  | { readonly ok: false; readonly message: string };

export interface RecordParams {
  readonly project: string;
  readonly entry: string;
}

/** `message`: why it was not noted, a sentence. */
export interface RecordResult {
  readonly message?: string;
}

export interface WhoResult {
  readonly name?: string;
}

export interface ProposeParams {
  /** Absolute. */
  readonly folder: string;
  readonly lifecycle: string;
}

export interface ProposeResult {
  readonly text: string;
  /** How many values were found in the folder. */
  readonly found: number;
}

/** Also what `reportChanged` carries: the manifest whose report it is. */
export interface ReportParams {
  readonly project: string;
}

export interface ProjectsReadingParams {
  /** Absolute: a file, or a folder with what is in it. */
  readonly path: string;
}

export interface ProjectsReadingResult {
  /** Manifests, by path. */
  readonly projects: readonly string[];
}

/** `undefined` view: the project is not there (any more). */
export interface ReportResult {
  readonly view?: ReportView;
}

/** `undefined` view: the project is not there (any more). */
export interface HistoryResult {
  readonly view?: HistoryView;
}

/** Progress is reported as the Language Server Protocol's work done progress, under this token. */
export interface LintWorkspaceParams {
  readonly workDoneToken?: string;
}

export interface LintWorkspaceResult {
  readonly files: number;
  readonly findings: number;
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly cancelled: boolean;
}

export interface ExplainParams {
  readonly rule: string;
}

export interface ExplainResult {
  readonly markdown?: string;
}

export interface RunCommandParams {
  readonly project: string;
  readonly line: string;
}

export type RunCommandResult =
  { readonly ok: true; readonly outcome: CommandOutcome } | { readonly ok: false; readonly message: string };

export interface CommandOutputParams {
  readonly text: string;
}

/** How a command of a project ended; `project` is the manifest's path. */
export interface RememberedCommand extends RunCommandParams {
  readonly outcome: CommandOutcome;
}

export interface RememberCommandsParams {
  readonly outcomes: readonly RememberedCommand[];
}

/** The credentials by origin, as `sealed.ts` makes them unreadable. */
export interface CredentialsParams {
  readonly sealed: string;
}

export interface JournalEntryParams {
  readonly project: string;
  readonly stage: string;
  /** The journal as it stands; absent where there is none. */
  readonly before?: string;
}

export interface BuildOrBuyParams {
  readonly project: string;
  readonly answers: BuildOrBuyAnswers;
}

export interface RunsResult {
  readonly runs: readonly RunChoice[];
}

export interface CompareParams {
  readonly project: string;
  /** Their ids; the first is what the others are held against. */
  readonly runs: readonly string[];
}

/** A part of one of the curves of a comparison: its name, and the first and last step that are wanted. */
export interface CurveParams extends CompareParams {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** `undefined` detail: the curve is not there (any more). */
export interface CurveResult {
  readonly detail?: CurveDetail;
}

/** `undefined` view: the project is not there (any more). */
export interface CompareResult {
  readonly view?: CompareView;
}

export interface ExportReportParams {
  readonly project: string;
  readonly format: ExportFormat;
  /** The model card as it stands; absent where there is none. */
  readonly before?: string;
}

/** A text and the path of the file that it belongs to, or why there is none. */
export type DraftResult =
  | { readonly ok: true; readonly path: string; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** What each request takes and gives. */
export interface Requests {
  readonly [METHODS.getProjects]: { readonly params: undefined; readonly result: ProjectsMessage };
  readonly [METHODS.act]: { readonly params: Action; readonly result: ActResult };
  readonly [METHODS.record]: { readonly params: RecordParams; readonly result: RecordResult };
  readonly [METHODS.who]: { readonly params: ReportParams; readonly result: WhoResult };
  readonly [METHODS.propose]: { readonly params: ProposeParams; readonly result: ProposeResult };
  readonly [METHODS.projectsReading]: {
    readonly params: ProjectsReadingParams;
    readonly result: ProjectsReadingResult;
  };
  readonly [METHODS.report]: { readonly params: ReportParams; readonly result: ReportResult };
  readonly [METHODS.history]: { readonly params: ReportParams; readonly result: HistoryResult };
  readonly [METHODS.lintWorkspace]: {
    readonly params: LintWorkspaceParams;
    readonly result: LintWorkspaceResult;
  };
  readonly [METHODS.explain]: { readonly params: ExplainParams; readonly result: ExplainResult };
  readonly [METHODS.runCommand]: { readonly params: RunCommandParams; readonly result: RunCommandResult };
  readonly [METHODS.journalEntry]: { readonly params: JournalEntryParams; readonly result: DraftResult };
  readonly [METHODS.exportJournal]: { readonly params: ReportParams; readonly result: DraftResult };
  readonly [METHODS.runs]: { readonly params: ReportParams; readonly result: RunsResult };
  readonly [METHODS.pathReport]: { readonly params: ProjectsReadingParams; readonly result: ReportResult };
  readonly [METHODS.compare]: { readonly params: CompareParams; readonly result: CompareResult };
  readonly [METHODS.curve]: { readonly params: CurveParams; readonly result: CurveResult };
  readonly [METHODS.exportReport]: { readonly params: ExportReportParams; readonly result: DraftResult };
  readonly [METHODS.buildOrBuy]: { readonly params: BuildOrBuyParams; readonly result: DraftResult };
  readonly [METHODS.refresh]: { readonly params: undefined; readonly result: ProjectsMessage };
}

/** What each notification of the server carries. */
export interface Notifications {
  readonly [METHODS.projects]: ProjectsMessage;
  readonly [METHODS.reportChanged]: ReportParams;
  readonly [METHODS.commandOutput]: CommandOutputParams;
}
