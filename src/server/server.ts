import type { Connection } from 'vscode-languageserver';
import type { Finding } from '../base/finding';
import type { Clock, Commands, Files, FileVersions, LargeFiles, Revisions } from '../base/ports';
import type { ChartDocument, DataPort, MetricsPort, Trail, WorkspacePorts } from '../project/ports';
import type { HistoryEntry } from '../history/entry';
import { createWorkspace } from '../project/workspace';
import { readKept } from '../protocol/credentials';
import type { CredentialsParams } from '../protocol/messages';
import { METHODS } from '../protocol/messages';
import { createBoard } from './board';
import type { Client } from './capabilities';
import { readClient, SERVER_CAPABILITIES } from './capabilities';
import { showChanges } from './changes';
import { pathOf } from './convert';
import { createDataReading, createPairReading } from './data-reading';
import { diagnoseAllOpen, diagnoseCards, diagnoseClosed, diagnoseOpen } from './diagnose';
import { answerEditor } from './editor-requests';
import { changeFolders, findProjects, refreshAll } from './folders';
import { whenIdle } from './idle';
import { answerForManifests, refreshLenses } from './manifest-requests';
import { answerExtension } from './own-requests';
import { createLastOnly } from './last-only';
import type { MakeNetwork } from './network-rules';
import { networkRules } from './network-rules';
import { createServerAsking } from './server-asking';
import { onNewDay } from './new-day';
import type { Session } from './session';
import { DEFAULT_SETTINGS, readSettings } from './settings';
import { locator } from './sheets';
import type { DocumentEvents } from './sync/documents';
import { followDocuments } from './sync/documents';
import { noticeAll } from './notice';
import { toldOf } from './told';
import { createTracker } from './tracker';
import { createWaits } from './waits';

/** What the machine gives the server. */
export interface ServerHost {
  /** The files below the roots, which may change. */
  readonly files: (roots: readonly string[]) => Files;
  /** The same, read piece by piece. */
  readonly large?: (roots: readonly string[]) => LargeFiles;
  /** Reads data files below the roots, and below what the user's settings add to them. Absent: they are not read. */
  readonly data?: (roots: () => readonly string[]) => DataPort;
  /** Reads large files and folders of runs below the roots. Absent: the server does so itself. */
  readonly metrics?: (roots: readonly string[]) => MetricsPort;
  readonly clock: Clock;
  /** When files were committed; it asks each time whether the workspace is trusted. Absent: nobody knows. */
  readonly revisions?: (isTrusted: () => boolean) => Revisions;
  /** What files were at earlier commits; it asks each time whether the workspace is trusted. Absent: nobody knows. */
  readonly versions?: (isTrusted: () => boolean) => FileVersions;
  /** Asked in trusted workspaces only. Absent: no command runs. */
  readonly commands?: Commands;
  /** What charts of exports are made in. Absent: their tables stand for them. */
  readonly charts?: () => Promise<ChartDocument>;
  /** Asks tracking servers, by rules that are looked at each time. Absent: none is asked. */
  readonly network?: MakeNetwork;
  /** Opens what the extension has sealed for this process; `undefined` for anything else. Absent: nothing is. */
  readonly unseal?: (sealed: string) => Promise<unknown>;
  /** Where decisions are noted; it asks each time whether the workspace is trusted. Absent: nowhere. */
  readonly trail?: (roots: readonly string[], isTrusted: () => boolean) => Trail;
}

/** Serves one client until the connection ends. */
export function startServer(connection: Connection, host: ServerHost): void {
  const session = createSession(connection, host);
  let client: Client | undefined;
  connection.onInitialize(params => {
    client = readClient(params);
    session.roots.push(...client.roots);
    session.commandLinks = client.commandLinks;
    session.trusted = client.trusted;
    session.lensRefresh = client.lensRefresh;
    return { capabilities: SERVER_CAPABILITIES, serverInfo: { name: 'holdout' } };
  });
  const begin = async (): Promise<void> => {
    if (client?.workspaceFolders) followFolders(connection, session);
    if (client?.configuration) applySettings(session, await connection.workspace.getConfiguration('holdout'));
    await findProjects(session, session.roots);
  };
  const changeSettings = async (settings: unknown): Promise<void> => {
    const section: unknown = client?.configuration
      ? await connection.workspace.getConfiguration('holdout')
      : sectionOf(settings);
    const { dataRoots } = session.settings;
    applySettings(session, section);
    refreshLenses(connection, session);
    session.tracker.note([]);
    // What lies outside the workspace is followed by nobody: all is read again.
    if (!isSame(dataRoots, session.settings.dataRoots)) await refreshAll(session);
  };
  connection.onInitialized(() => logFailure(session, begin()));
  connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) =>
    logFailure(session, changeSettings(settings)),
  );
  connection.onNotification(METHODS.trust, () => {
    session.trusted = true;
    // What Git was not asked before, it is asked now.
    logFailure(session, refreshAll(session));
  });
  followCredentials(connection, session, host);
  const days = onNewDay(host.clock, () => {
    session.tracker.note([]);
  });
  connection.onShutdown(() => {
    days.dispose();
    session.asking.dispose();
    session.tracker.dispose();
    session.reading.dispose();
    session.pairing.dispose();
  });
  answerEditor(connection, session);
  answerForManifests(connection, session);
  answerExtension(connection, session);
  connection.listen();
}

function followCredentials(connection: Connection, session: Session, { unseal }: ServerHost): void {
  let last = 0;
  const take = async (sealed: string): Promise<void> => {
    const turn = ++last;
    const kept = readKept(await unseal?.(sealed));
    // What was sent last counts, however long others took to be opened.
    if (turn !== last) return;
    session.credentials = kept;
    // What was refused before may be answered now.
    session.workspace.forgetServers();
    session.tracker.note([]);
  };
  connection.onNotification(METHODS.credentials, ({ sealed }: CredentialsParams) =>
    logFailure(session, take(sealed)),
  );
}

function createSession(connection: Connection, host: ServerHost): Session {
  const roots: string[] = [];
  const { console: log } = connection;
  const ports = { ...portsOf(host, roots, () => session), log, waits: createWaits(connection) };
  const workspace = createWorkspace(ports, { roots });
  const reading = createDataReading(connection, workspace, () => {
    tracker.note([]);
  });
  const pairing = createPairReading(connection, workspace, projects => {
    for (const project of projects) void connection.sendNotification(METHODS.reportChanged, { project });
  });
  const asking = createServerAsking(connection, workspace, () => {
    tracker.note([]);
  });
  const tracker = createTracker(workspace, {
    onChanges: changes => showChanges(session, changes),
    onProjects: message => {
      void connection.sendNotification(METHODS.projects, toldOf(message));
      refreshLenses(connection, session);
      reading.begin();
      asking.begin();
    },
    onReportChanged: project => {
      void connection.sendNotification(METHODS.reportChanged, { project });
      logFailure(session, diagnoseCards(session, project));
    },
    onStanding: projects => noticeAll(session, projects),
    onError: error => {
      log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
  });
  const documents = followDocuments(
    connection,
    documentEvents(() => session),
  );
  const session: Session = {
    roots,
    workspace,
    documents,
    tracker,
    reading,
    pairing,
    asking,
    board: createBoard(connection),
    diagnosing: createLastOnly(error => log.error(String(error))),
    locate: locator(documents),
    log,
    findings: new Map<string, readonly Finding[]>(),
    showsClosed: false,
    settings: DEFAULT_SETTINGS,
    credentials: new Map(),
    unrecorded: new Map<string, HistoryEntry>(),
    unwritable: new Set<string>(),
    trusted: false,
    lensRefresh: false,
    commandLinks: false,
  };
  return session;
}

function portsOf(
  host: ServerHost,
  roots: readonly string[],
  session: () => Session,
): Omit<WorkspacePorts, 'log'> {
  const isTrusted = (): boolean => session().trusted;
  const large = host.large?.(roots);
  const metrics = host.metrics?.(roots);
  const trail = host.trail?.(roots, isTrusted);
  const revisions = host.revisions?.(isTrusted);
  const versions = host.versions?.(isTrusted);
  const data = host.data?.(() => [...roots, ...session().settings.dataRoots]);
  const network = host.network?.(networkRules(session));
  return {
    files: host.files(roots),
    clock: host.clock,
    ...(network && { network }),
    pause: nextTurn,
    ...(large && { large }),
    ...(trail && { trail }),
    ...(revisions && { revisions }),
    ...(versions && { versions }),
    ...(data && { data }),
    ...(metrics && { metrics }),
    ...(host.commands && { commands: host.commands }),
    ...(host.charts && { charts: host.charts }),
  };
}

function documentEvents(session: () => Session): DocumentEvents {
  // What is kept for the next keystroke takes room.
  const idle = whenIdle(file => session().workspace.release(file));
  return {
    onChange: open => {
      idle.typed(open.file);
      // While one version is analysed, several may arrive: the last counts.
      session().diagnosing.ask(open.file, () => diagnoseOpen(session(), open));
    },
    onSave: file => {
      session().tracker.note([{ path: file, kind: 'changed' }]);
    },
    onClose: ({ file }) => {
      idle.forget(file);
      session().diagnosing.drop(file);
      session().findings.delete(file);
      session().board.wipe(file);
      session().workspace.release(file);
      logFailure(session(), diagnoseClosed(session(), file));
    },
  };
}

function followFolders(connection: Connection, session: Session): void {
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const paths = (folders: readonly { readonly uri: string }[]): string[] =>
      folders.map(({ uri }) => pathOf(uri));
    logFailure(session, changeFolders(session, { added: paths(added), removed: paths(removed) }));
  });
}

/** For work that nobody waits for: a failure that nobody hears of would end the process. */
function logFailure({ log }: Session, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
}

function applySettings(session: Session, section: unknown): void {
  session.settings = readSettings(section);
  session.workspace.configure(session.settings.rules);
  diagnoseAllOpen(session);
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'holdout' in settings
    ? settings.holdout
    : undefined;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Lets messages that have come in be handled first. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
