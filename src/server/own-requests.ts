import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Cancellation } from '../base/ports';
import { normalise } from '../project/paths';
import { MANIFEST_PAGE } from '../project/rule-ids';
import type { Result } from '../base/result';
import type { Draft } from '../project/journal/journal';
import type {
  CurveParams,
  CurveResult,
  DraftResult,
  RememberCommandsParams,
  ReportResult,
  Requests,
} from '../protocol/messages';
import { METHODS } from '../protocol/messages';
import { refreshAll } from './folders';
import { act, record } from './requests/act';
import { lintWorkspace } from './requests/lint-workspace';
import { rememberCommands, runCommand } from './requests/run-command';
import type { Session } from './session';
import { toldOf } from './told';

type Handler = (params: never, token: CancellationToken) => unknown;

type Handlers = {
  readonly [M in keyof Requests]: (
    params: Requests[M]['params'],
    token: CancellationToken,
  ) => Requests[M]['result'] | Promise<Requests[M]['result']>;
};

/** Answers what Holdout's own extension asks. */
export function answerExtension(connection: Connection, session: Session): void {
  const handlers: Readonly<Record<string, Handler>> = handlersOf(connection, session);
  for (const [method, handler] of Object.entries(handlers)) {
    connection.onRequest(method, (params: never, token: CancellationToken) => handler(params, token));
  }
  connection.onNotification(METHODS.rememberCommands, (params: RememberCommandsParams) => {
    rememberCommands(session, params);
  });
}

function handlersOf(connection: Connection, session: Session): Handlers {
  return {
    [METHODS.getProjects]: async () => toldOf(await session.tracker.latest()),
    [METHODS.act]: action => act(session, action),
    [METHODS.record]: params => record(session, params),
    [METHODS.who]: async ({ project }) => {
      const name = await session.workspace.userName(project);
      return name === undefined ? {} : { name };
    },
    [METHODS.propose]: async ({ folder, lifecycle }) => {
      const { text, found } = await session.workspace.propose(normalise(folder), lifecycle);
      return { text, found };
    },
    [METHODS.report]: async ({ project }) => viewed(await session.workspace.report(project)),
    [METHODS.pathReport]: async ({ path }) => viewed(await session.workspace.pathReport(normalise(path))),
    [METHODS.projectsReading]: async ({ path }) => ({
      projects: await session.workspace.projectsReading(normalise(path)),
    }),
    [METHODS.history]: async ({ project }) => {
      const view = await session.workspace.history(project);
      return view ? { view } : {};
    },
    [METHODS.lintWorkspace]: async ({ workDoneToken }, token) => {
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin('Linting the workspace', 0);
      try {
        return await lintWorkspace(session, cancellationOf(token), (done, of) => {
          progress.report(Math.floor((100 * done) / of), `${done} of ${of} files`);
        });
      } finally {
        progress.done();
      }
    },
    [METHODS.explain]: async ({ rule }) => {
      const { manifestPage, rulePage } = await import('../project/rule-pages');
      if (rule === MANIFEST_PAGE) return { markdown: manifestPage() };
      const page = rulePage(rule);
      return page ? { markdown: page.text } : {};
    },
    [METHODS.runCommand]: (params, token) => runCommand(session, params, connection, cancellationOf(token)),
    [METHODS.journalEntry]: async ({ project, ...about }) =>
      drafted(await session.workspace.draftEntry(project, about)),
    [METHODS.exportJournal]: async ({ project }) => drafted(await session.workspace.exportJournal(project)),
    [METHODS.runs]: async ({ project }) => ({ runs: await session.workspace.runs(project) }),
    [METHODS.compare]: async ({ project, runs }) => {
      const view = await session.workspace.compare(project, runs);
      // What predictions tell comes later: it may take a while.
      session.pairing.begin();
      return view ? { view } : {};
    },
    [METHODS.curve]: params => curve(session, params),
    [METHODS.exportReport]: async ({ project, ...request }) =>
      drafted(await session.workspace.exportReport(project, request)),
    [METHODS.buildOrBuy]: async ({ project, answers }) =>
      drafted(await session.workspace.draftBuildOrBuy(project, answers)),
    [METHODS.refresh]: () => refreshAll(session),
  };
}

function viewed(view: ReportResult['view']): ReportResult {
  return view ? { view } : {};
}

async function curve({ workspace }: Session, { project, ...part }: CurveParams): Promise<CurveResult> {
  const detail = await workspace.curve(project, part);
  return detail ? { detail } : {};
}

function drafted(draft: Result<Draft, string>): DraftResult {
  return draft.ok ? { ok: true, ...draft.value } : { ok: false, message: draft.failure };
}

function cancellationOf(token: CancellationToken): Cancellation {
  return {
    get cancelled() {
      return token.isCancellationRequested;
    },
  };
}
